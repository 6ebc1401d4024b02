// The ground that the other tests stand on.
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmptyDatabase } from '../support/database.ts';
import { createTestSmtp, type TestSmtp } from '../support/smtp.ts';
import { connectToTemporal } from '../support/temporal.ts';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

describe('the shared database server', () => {
  it('gives every test file a database that no other one sees', async () => {
    const first = await createEmptyDatabase();
    const second = await createEmptyDatabase();
    await query(first.url, 'create table paper (id text)');
    expect(await query(second.url, `select to_regclass('paper') as found`)).toEqual([
      { found: null },
    ]);
    await first.drop();
    await second.drop();
  });
});

describe('the shared Temporal server', () => {
  it('keeps finished workflows for ten years', async () => {
    const temporal = await connectToTemporal();
    const { config } = await temporal.connection.workflowService.describeNamespace({
      namespace: temporal.namespace,
    });
    await temporal.close();
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(3650 * 24 * 3600);
  });
});

describe('the mail server of the tests', () => {
  let smtp: TestSmtp;
  beforeAll(async () => {
    smtp = await createTestSmtp();
  });
  afterAll(() => smtp.stop());

  function send(to: string, subject: string) {
    const transport = createTransport(smtp.url);
    return transport.sendMail({ from: 'office@example.test', to, subject, text: 'Kính gửi' });
  }

  it('keeps what it was sent, Vietnamese letters included', async () => {
    await send('unit-1@example.test', 'Kế hoạch năm 2026');
    const [mail] = smtp.messagesTo('unit-1@example.test');
    expect(mail?.parsed.subject).toBe('Kế hoạch năm 2026');
  });

  it('refuses for ever or for now where told to', async () => {
    smtp.refuse('gone@example.test');
    smtp.defer('full@example.test');
    await expect(send('gone@example.test', 'a')).rejects.toMatchObject({ responseCode: 550 });
    await expect(send('full@example.test', 'a')).rejects.toMatchObject({ responseCode: 451 });
    smtp.accept('full@example.test');
    await expect(send('full@example.test', 'b')).resolves.toBeDefined();
  });

  it('can take a mail and lose the reply', async () => {
    smtp.loseReplies(1);
    await expect(send('unit-2@example.test', 'once')).rejects.toBeDefined();
    expect(smtp.messagesTo('unit-2@example.test')).toHaveLength(1);
  });

  it('can be away, and come back on the same port', async () => {
    await smtp.stop();
    await expect(send('unit-3@example.test', 'away')).rejects.toMatchObject({ code: 'ESOCKET' });
    await smtp.start();
    await expect(send('unit-3@example.test', 'back')).resolves.toBeDefined();
  });
});
