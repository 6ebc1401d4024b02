import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMailer, type OutgoingMessage } from '../../adapters/mail.ts';
import { createTestSmtp, type TestSmtp } from '../support/smtp.ts';

let smtp: TestSmtp;
beforeAll(async () => {
  smtp = await createTestSmtp();
});
afterAll(() => smtp.stop());

const FILE_NAME = 'Kế hoạch số 15-KH-PM (bản làm việc).docx';
const message = (to: string, change: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  messageId: 'id-of-the-message@reform-cycle',
  to,
  subject: 'Kế hoạch số 15/KH-PM: Thực hiện công tác cải cách hành chính',
  text: 'Kính gửi: Đội số 1\nđể thực hiện.',
  html: '<p>Kính gửi: <b>Đội số 1</b></p>',
  attachments: [
    {
      fileName: FILE_NAME,
      mediaType: 'application/pdf',
      bytes: new TextEncoder().encode('%PDF the very bytes'),
    },
  ],
  ...change,
});
const send = (to: string, change: Partial<OutgoingMessage> = {}) =>
  createMailer(smtp.url, 'Phòng Mẫu <vanthu@office.test>').send(message(to, change));
const faultOf = async (to: string): Promise<Error> => {
  try {
    await send(to);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('the mail went through');
};

test('a mail arrives letter by letter: subject, text, HTML, file name, bytes and id', async () => {
  expect(await send('whole@office.test')).toEqual({ sent: true });
  const [mail] = smtp.messagesTo('whole@office.test');
  const sent = message('whole@office.test');
  expect(mail?.parsed).toMatchObject({
    messageId: '<id-of-the-message@reform-cycle>',
    subject: sent.subject,
    html: sent.html,
    from: { text: '"Phòng Mẫu" <vanthu@office.test>' },
    to: { text: 'whole@office.test' },
  });
  expect(mail?.parsed.text?.trim()).toBe(sent.text);
  const [attachment] = mail?.parsed.attachments ?? [];
  expect(attachment?.filename).toBe(FILE_NAME);
  expect(attachment?.contentType).toBe('application/pdf');
  expect(attachment?.content.toString()).toBe('%PDF the very bytes');
});

test('a mail goes to its recipient alone', async () => {
  await send('alone@office.test');
  const [mail] = smtp.messagesTo('alone@office.test');
  expect(mail?.envelopeTo).toEqual(['alone@office.test']);
  expect(mail?.envelopeFrom).toBe('vanthu@office.test');
});

test('a line break in a subject adds no header', async () => {
  await send('header@office.test', { subject: 'Kế hoạch\r\nBcc: other@office.test' });
  const [mail] = smtp.messagesTo('header@office.test');
  expect(mail?.parsed.bcc).toBeUndefined();
  expect(mail?.envelopeTo).toEqual(['header@office.test']);
});

test('an address that holds two is not sent to both', async () => {
  await send('one@office.test, two@office.test').catch(() => null);
  expect(smtp.messagesTo('two@office.test')).toEqual([]);
});

test('a mailbox that does not exist (550) is an answer: refused for good', async () => {
  smtp.refuse('gone@office.test');
  expect(await send('gone@office.test')).toEqual({ sent: false, responseCode: 550 });
  expect(smtp.messagesTo('gone@office.test')).toEqual([]);
});

test('"later" (451) is a fault that may pass, and the mail goes when it has', async () => {
  smtp.defer('busy@office.test');
  const fault = await faultOf('busy@office.test');
  expect([fault.name, fault.message]).toEqual(['MailUnavailableError', 'SMTP 451']);
  smtp.accept('busy@office.test');
  expect(await send('busy@office.test')).toEqual({ sent: true });
});

test('a server that is away is a fault that may pass, and the mail goes when it is back', async () => {
  await smtp.stop();
  const fault = await faultOf('away@office.test');
  expect(fault.name).toBe('MailUnavailableError');
  await smtp.start();
  expect(await send('away@office.test')).toEqual({ sent: true });
});

test('a reply lost after the mail was taken is a fault; the repeat bears the same id', async () => {
  smtp.loseReplies(1);
  const fault = await faultOf('twice@office.test');
  expect(fault.name).toBe('MailUnavailableError');
  expect(await send('twice@office.test')).toEqual({ sent: true });
  const ids = smtp.messagesTo('twice@office.test').map(({ parsed }) => parsed.messageId);
  expect(ids).toEqual(['<id-of-the-message@reform-cycle>', '<id-of-the-message@reform-cycle>']);
});

test('a fault names neither address nor subject, anywhere in it', async () => {
  smtp.defer('secret-name@office.test');
  await smtp.stop();
  const away = await faultOf('secret-name@office.test');
  await smtp.start();
  const deferred = await faultOf('secret-name@office.test');
  for (const fault of [away, deferred]) {
    const whole = `${fault.message} ${fault.stack ?? ''} ${JSON.stringify(fault)}`;
    expect(whole).not.toMatch(/secret-name|office\.test|Kế hoạch/);
    expect(fault.cause).toBeUndefined();
  }
});
