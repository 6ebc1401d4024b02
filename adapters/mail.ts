import nodemailer from 'nodemailer';

export interface OutgoingMessage {
  /** Fixed by paper, version and mailbox: a repeat is recognisable. Without angle brackets. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly {
    readonly fileName: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }[];
}

export type SendAnswer =
  { readonly sent: true } | { readonly sent: false; readonly responseCode: number };

/** A fault that may pass. Its message holds no address: servers like to repeat it in theirs. */
class MailUnavailableError extends Error {
  override readonly name = 'MailUnavailableError';
}

const responseCodeOf = (error: unknown): number | null =>
  error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'
    ? error.responseCode
    : null;

const faultOf = (error: unknown): string => {
  const responseCode = responseCodeOf(error);
  if (responseCode !== null) return `SMTP ${String(responseCode)}`;
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault';
};

// Only what the server says of this recipient or this message is final; a refused sign-in, for one, is
// the office's setting and may be mended.
const isPermanent = (error: unknown, responseCode: number | null): responseCode is number =>
  responseCode !== null &&
  responseCode >= 500 &&
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EENVELOPE' || error.code === 'EMESSAGE');

export const createMailer = (smtpUrl: string, from: string) => {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  });

  return {
    /** @throws MailUnavailableError where the server can't be reached or says "later" */
    async send(message: OutgoingMessage): Promise<SendAnswer> {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: message.to },
          messageId: `<${message.messageId}>`,
          subject: message.subject,
          text: message.text,
          html: message.html,
          attachments: message.attachments.map(({ fileName, mediaType, bytes }) => ({
            filename: fileName,
            contentType: mediaType,
            content: Buffer.from(bytes),
          })),
        });
        return { sent: true };
      } catch (error) {
        const responseCode = responseCodeOf(error);
        if (isPermanent(error, responseCode)) return { sent: false, responseCode };
        // No `cause`: it would carry the address into the workflow's history.
        throw new MailUnavailableError(faultOf(error));
      }
    },
  };
};
export type Mailer = ReturnType<typeof createMailer>;
