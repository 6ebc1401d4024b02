import { createHash, createHmac } from 'node:crypto';

/**
 * Links in mails by which a leader decides. The token is made from the notice that carries it, so that a
 * mail which has to be sent again carries the same link; nobody makes one without the secret.
 */
export const createDecisionLinks = (secret: string, publicUrl: string) => {
  const tokenOf = (officeId: string, noticeId: string): string =>
    createHmac('sha256', secret)
      .update(`decision:${JSON.stringify([officeId, noticeId])}`)
      .digest('base64url');

  return {
    tokenOf,
    /** The token's hash is all that the database keeps. */
    sha256Of: (token: string): string => createHash('sha256').update(token).digest('hex'),
    urlOf: (officeId: string, noticeId: string): string =>
      `${publicUrl}/d/${tokenOf(officeId, noticeId)}`,
    pageUrlOf: (path: string): string => `${publicUrl}${path}`,

    /** A notice's id and Message-ID, from what it is about; says nothing of it. */
    noticeIdOf: (officeId: string, ...about: readonly string[]): string =>
      `${createHmac('sha256', secret)
        .update(`notice:${JSON.stringify([officeId, ...about])}`)
        .digest('hex')
        .slice(0, 40)}@reform-cycle`,
  };
};
export type DecisionLinks = ReturnType<typeof createDecisionLinks>;
