import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { LocalDate } from '../domain/local-date.ts';

const SIGNED_PAYLOAD = z.tuple([z.string(), z.string(), z.string(), z.string()]);

/** One delivery, which is all that its link opens. */
export interface LinkedDelivery {
  readonly officeId: string;
  readonly paperId: string;
  readonly recipientId: string;
  /** The last day, at +07:00, on which the link works. */
  readonly expiresOn: LocalDate;
}

/** Links for recipients without an account: signed by HMAC-SHA-256, for one delivery, with an end date. */
export const createReceiptLinks = (secret: string, publicUrl: string) => {
  const sign = (payload: string): Buffer =>
    createHmac('sha256', secret).update(`receipt:${payload}`).digest();

  const tokenOf = (delivery: LinkedDelivery): string => {
    const payload = Buffer.from(
      JSON.stringify([
        delivery.officeId,
        delivery.paperId,
        delivery.recipientId,
        delivery.expiresOn,
      ]),
    ).toString('base64url');
    return `${payload}.${sign(payload).toString('base64url')}`;
  };

  return {
    tokenOf,
    urlOf: (delivery: LinkedDelivery): string => `${publicUrl}/r/${tokenOf(delivery)}`,

    /** The delivery that the token was made for, expired or not; null for any other text. */
    read(token: string): LinkedDelivery | null {
      const [payload, signature, ...rest] = token.split('.');
      if (payload === undefined || signature === undefined || rest.length > 0) return null;
      const given = Buffer.from(signature, 'base64url');
      const right = sign(payload);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      const [officeId, paperId, recipientId, expiresOn] = SIGNED_PAYLOAD.parse(
        JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')),
      );
      return { officeId, paperId, recipientId, expiresOn };
    },

    /** A message's id from paper, its version (in the paper's id) and mailbox; says no address. */
    messageIdOf: (officeId: string, paperId: string, mailbox: string): string =>
      `${createHmac('sha256', secret)
        .update(`message:${JSON.stringify([officeId, paperId, mailbox])}`)
        .digest('hex')
        .slice(0, 40)}@reform-cycle`,
  };
};
export type ReceiptLinks = ReturnType<typeof createReceiptLinks>;
