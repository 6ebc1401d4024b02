import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentIssueEvent } from '../../domain/document-issue.ts';
import {
  confirmed,
  issued,
  numbered,
  opened,
  prepared,
  scanned,
  signedInInk,
  stamped,
  voided,
} from '../support/paper-life.ts';
import { personRow } from '../support/small-office.ts';
import { openPostRoom, type PostRoom } from './open-post-room.ts';

let open: PostRoom;
beforeAll(async () => {
  open = await openPostRoom();
});
afterAll(() => open.close());

type Files = { readonly pdfSha256: string; readonly docxSha256: string };
const rendered = (files: Files) => ({ type: 'FinalRendered', ...files }) as const;

/** An office with an issued paper and its deliveries; mailboxes are this office's own. */
const issuePaper = async () => {
  const office = await open.office();
  const { officeId, ref, issuedRef, show } = office;
  const mailbox = (name: string) => `${name}@${officeId.toLowerCase()}.test`;
  const head = (id: string, unit_id: string, name: string) =>
    personRow(officeId, id, { unit_id, roles: ['teamLead'], email: mailbox(name) });
  await open.stores.offices.save({
    people: [
      personRow(officeId, 'head-1', {
        unit_id: 'team-1',
        roles: ['teamLead', 'cycleCoordinator'],
        email: mailbox('one'),
      }),
      head('head-2', 'team-2', 'shared'),
      personRow(officeId, 'union-head', {
        unit_id: 'union',
        roles: ['massOrgHead'],
        email: mailbox('shared'),
      }),
    ],
  });
  const files = await open.run('renderFinalPaper', {
    ...ref,
    number: 5,
    documentDate: '2024-01-15',
    confirmedAt: '2024-01-15T09:30:00+07:00',
  });
  await show([opened, prepared, confirmed, numbered(5), rendered(files), stamped, issued()]);
  const deliveries = await open.run('planDeliveries', issuedRef);
  const messageId = (recipientId: string): string => {
    const found = deliveries.find((row) => row.recipientId === recipientId)?.messageId;
    if (found === undefined || found === null) throw new Error('no message');
    return found;
  };
  return {
    ...office,
    files,
    mailbox,
    messageId,
    send: (recipientId: string) =>
      open.run('sendMessage', { officeId, messageId: messageId(recipientId) }),
    message: (recipientId: string) =>
      open.stores.deliveries.findMessage(officeId, messageId(recipientId)),
    mailsTo: (name: string) => open.smtp.messagesTo(mailbox(name)),
  };
};

test('a unit gets the issued paper and a working copy, under names that people can read', async () => {
  const paper = await issuePaper();
  expect(await paper.send('team-1')).toEqual({ sent: true });
  const [mail] = paper.mailsTo('one');
  expect(mail?.parsed.subject).toBe(
    'Kế hoạch số 05/KH-PM: Thực hiện công tác cải cách hành chính năm 2024 của Phòng Mẫu',
  );
  expect(mail?.parsed.attachments.map(({ filename }) => filename)).toEqual([
    'Kế hoạch số 05-KH-PM.pdf',
    'Kế hoạch số 05-KH-PM (bản làm việc).docx',
  ]);
  const { documents } = open.dependencies;
  const [pdf, docx] = mail?.parsed.attachments ?? [];
  expect(pdf?.content.equals(await documents.get(paper.files.pdfSha256))).toBe(true);
  expect(docx?.content.equals(await documents.get(paper.files.docxSha256))).toBe(true);
});

test('a body above gets the issued paper alone', async () => {
  const paper = await issuePaper();
  await paper.send('above');
  const mail = open.smtp
    .messagesTo('above@above.test')
    .find(({ parsed }) => parsed.messageId === `<${paper.messageId('above')}>`);
  expect(mail?.parsed.attachments.map(({ filename }) => filename)).toEqual([
    'Kế hoạch số 05-KH-PM.pdf',
  ]);
  expect(mail?.parsed.text).not.toContain('bản làm việc');
});

test('two units with one mailbox get one message, with a link for each', async () => {
  const paper = await issuePaper();
  await paper.send('team-2');
  await paper.send('union');
  const mails = paper.mailsTo('shared');
  expect(mails).toHaveLength(1);
  for (const [recipientId, name] of [
    ['team-2', 'Đội số 2'],
    ['union', 'Chi đoàn'],
  ] as const) {
    const url = open.dependencies.links.urlOf({
      officeId: paper.officeId,
      paperId: paper.ref.paperId,
      recipientId,
      expiresOn: '2024-07-13',
    });
    for (const text of [mails[0]?.parsed.text, mails[0]?.parsed.html]) {
      expect(text).toContain(url);
      expect(text).toContain(name);
    }
  }
  const rows = await open.stores.deliveries.list(paper.officeId, paper.ref.paperId);
  expect(rows.filter(({ message_id }) => message_id === paper.messageId('union'))).toHaveLength(2);
});

test('a message is sent once, however often and at once the activity runs', async () => {
  const paper = await issuePaper();
  const answers = await Promise.all(Array.from({ length: 5 }, () => paper.send('team-1')));
  expect(answers).toEqual(answers.map(() => ({ sent: true })));
  expect(await paper.send('team-1')).toEqual({ sent: true });
  expect(paper.mailsTo('one')).toHaveLength(1);
  expect(await paper.message('team-1')).toMatchObject({ status: 'sent', last_fault: null });
});

test('a mailbox that does not exist is an answer, and is not asked again', async () => {
  const paper = await issuePaper();
  open.smtp.refuse(paper.mailbox('one'));
  const refused = { sent: false, responseCode: 550 };
  expect(await paper.send('team-1')).toEqual(refused);
  open.smtp.accept(paper.mailbox('one'));
  expect(await paper.send('team-1')).toEqual(refused);
  expect(paper.mailsTo('one')).toEqual([]);
  expect(await paper.message('team-1')).toMatchObject({
    status: 'refused',
    response_code: 550,
    last_fault: 'SMTP 550',
  });
});

test('a refused message that is to be sent again goes out once more, under the same id', async () => {
  const paper = await issuePaper();
  open.smtp.refuse(paper.mailbox('one'));
  await paper.send('team-1');
  open.smtp.accept(paper.mailbox('one'));
  const again = { ...paper.issuedRef, recipientId: 'team-1' };
  const { messageId } = await open.run('replanDelivery', again);
  expect(messageId).toBe(paper.messageId('team-1'));
  expect(await paper.send('team-1')).toEqual({ sent: true });
  expect(paper.mailsTo('one')).toHaveLength(1);
});

test('"later" is a fault to be retried: it is counted and shown, and then the mail goes', async () => {
  const paper = await issuePaper();
  open.smtp.defer(paper.mailbox('one'));
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    await expect(paper.send('team-1')).rejects.toMatchObject({
      type: 'mail-unavailable',
      message: 'SMTP 451',
      nonRetryable: false,
    });
  }
  expect(await paper.message('team-1')).toMatchObject({ status: 'due', attempts: 2 });
  open.smtp.accept(paper.mailbox('one'));
  expect(await paper.send('team-1')).toEqual({ sent: true });
  expect(await paper.message('team-1')).toMatchObject({ status: 'sent', last_fault: null });
});

test('a reply that was lost brings the mail twice, under one id, and never more', async () => {
  const paper = await issuePaper();
  open.smtp.loseReplies(1);
  await expect(paper.send('team-1')).rejects.toMatchObject({ type: 'mail-unavailable' });
  await paper.send('team-1');
  await paper.send('team-1');
  const ids = paper.mailsTo('one').map(({ parsed }) => parsed.messageId);
  const id = `<${paper.messageId('team-1')}>`;
  expect(ids).toEqual([id, id]);
});

type Paper = Awaited<ReturnType<typeof issuePaper>>;

const keepScan = async ({ officeId, ref }: Paper, text: string, entered_at: string) => {
  const bytes = new TextEncoder().encode(text);
  const sha256 = await open.dependencies.documents.put(bytes);
  await open.stores.papers.addFile({
    office_id: officeId,
    paper_id: ref.paperId,
    role: 'scan',
    sha256,
    media_type: 'application/pdf',
    size: bytes.length,
    entered_at,
  });
  return { ...scanned, sha256 };
};

/** Brings the read model further than `issuePaper` did, and sends. */
const pdfMailedAfter = async (paper: Paper, events: readonly DocumentIssueEvent[]) => {
  await paper.show(events);
  await paper.send('team-1');
  const [pdf] = paper.mailsTo('one')[0]?.parsed.attachments ?? [];
  return pdf?.content.toString('latin1');
};

test('of a paper signed in ink the scan of the original is mailed', async () => {
  const paper = await issuePaper();
  const scan = await keepScan(paper, '%PDF the scan', '2024-01-15T10:00:00+07:00');
  const made = [numbered(5), rendered(paper.files), stamped, scan, issued()];
  const mailed = await pdfMailedAfter(paper, [opened, prepared, signedInInk, ...made]);
  expect(mailed).toBe('%PDF the scan');
});

test('the scan that is mailed is the one that the paper was issued with', async () => {
  const paper = await issuePaper();
  const right = await keepScan(paper, '%PDF the right scan', '2024-01-15T10:00:00+07:00');
  const wrong = await keepScan(paper, '%PDF a mistake', '2024-01-15T10:05:00+07:00');
  // The clerk sees the mistake and adds the right one again.
  await keepScan(paper, '%PDF the right scan', '2024-01-15T10:06:00+07:00');
  const made = [numbered(5), rendered(paper.files), stamped, right, wrong, right, issued()];
  const mailed = await pdfMailedAfter(paper, [opened, prepared, signedInInk, ...made]);
  expect(mailed).toBe('%PDF the right scan');
});

test('the paper that is mailed bears its own number, not one that was made void', async () => {
  const paper = await issuePaper();
  const six = await open.run('renderFinalPaper', {
    ...paper.ref,
    number: 6,
    documentDate: '2024-01-15',
    confirmedAt: '2024-01-15T09:30:00+07:00',
  });
  const withSix = [numbered(6), rendered(six), voided(6)];
  const withFive = [numbered(5), rendered(paper.files), stamped, issued()];
  const mailed = await pdfMailedAfter(paper, [
    opened,
    prepared,
    confirmed,
    ...withSix,
    ...withFive,
  ]);
  const right = await open.dependencies.documents.get(paper.files.pdfSha256);
  expect(mailed).toBe(Buffer.from(right).toString('latin1'));
});

// Each try holds a connection of the pool while it asks for another to write its message with; a
// worker takes twelve activities at a time.
test('twelve messages at once are all sent', async () => {
  const { officeId, issuedRef, ...paper } = await issuePaper();
  const units = Array.from({ length: 12 }, (_, at) => `many-${String(at)}`);
  const [unit] = await open.stores.offices.listUnits(officeId);
  if (!unit) throw new Error('no unit');
  await open.stores.offices.save({
    units: units.map((unit_id) => ({ ...unit, unit_id })),
    people: units.map((unit_id) =>
      personRow(officeId, `of-${unit_id}`, {
        unit_id,
        roles: ['teamLead'],
        email: paper.mailbox(unit_id),
      }),
    ),
  });
  const rows = await open.run('planDeliveries', issuedRef);
  const messages = rows.filter(({ recipientId }) => units.includes(recipientId));
  const answers = await Promise.allSettled(
    messages.map(({ messageId }) =>
      open.run('sendMessage', { officeId, messageId: messageId ?? '' }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(units.map(() => 'fulfilled'));
});
