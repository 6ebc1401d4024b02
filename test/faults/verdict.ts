// What must be true of a paper that went its way, whatever was killed meanwhile.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { simpleParser } from 'mailparser';
import { expect } from 'vitest';
import { createDocumentStore } from '../../adapters/document-store.ts';
import type { Histories } from './history-watch.ts';
import type { Walk } from './paper-walk.ts';
import type { Press } from './presses.ts';

// What happens once in the year of one plan and its one paper.
const ONCE = {
  cycle: ['CycleStarted', 'PlanSubmitted', 'PlanApproved', 'PlanIssued', 'PaperClosed'],
  approval: ['ApprovalRequested', 'Approved'],
  paper: [
    'PaperOpened',
    'PaperPrepared',
    'PaperSigned',
    'NumberGiven',
    'FinalRendered',
    'PaperStamped',
    'ScanAttached',
    'PaperIssued',
    'DeliveriesPlanned',
    'PaperClosed',
  ],
} as const;

interface Judged {
  readonly dataDir: string;
  readonly histories: Histories;
  readonly presses: readonly Press[];
}

const readTrail = (walk: Walk) => walk.stores.cycles.listTrail(walk.officeId, walk.year);

const judgeTrail = async (walk: Walk): Promise<void> => {
  const trail = await readTrail(walk);
  for (const strand of ['cycle', 'approval', 'paper'] as const) {
    const events = trail.filter((row) => row.workflow_id === walk.ids[strand]);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1));
    const counts = ONCE[strand].map((type) => [
      type,
      events.filter((event) => event.type === type).length,
    ]);
    expect(counts).toEqual(ONCE[strand].map((type) => [type, 1]));
  }
};

// Every act that was answered "done" is in the trail, and nothing is that nobody did.
const judgeActs = async (walk: Walk, { presses, histories }: Judged): Promise<void> => {
  const trail = await readTrail(walk);
  for (const { name, actId, body } of presses) {
    const recorded = await walk.stores.acts.find(walk.officeId, actId);
    const events = trail.filter((row) => row.act_id === actId);
    expect([name, recorded !== undefined || events.length > 0]).toEqual([name, true]);
    if (typeof body['seq'] !== 'number') continue;
    expect([name, events.map(({ workflow_id, seq }) => [workflow_id, seq])]).toEqual([
      name,
      [[body['workflowId'], body['seq']]],
    ]);
  }
  const actIds = presses.map(({ actId }) => actId);
  const inTrail = trail.flatMap(({ act_id }) => (act_id === null ? [] : [act_id]));
  expect(inTrail.filter((id) => !actIds.includes(id))).toEqual([]);
  for (const id of [walk.ids.cycle, walk.ids.approval, walk.ids.paper]) {
    const commanded = trail.filter((row) => row.workflow_id === id && row.act_id !== null);
    const started = id === walk.ids.cycle ? 1 : 0; // the start itself is no update
    expect([id, await histories.acceptedActs(id)]).toEqual([id, commanded.length - started]);
  }
};

const judgeWorkflows = async ({ ids }: Walk, histories: Histories): Promise<void> => {
  expect(await histories.statusOf(ids.cycle)).toBe('RUNNING');
  expect(await histories.statusOf(ids.approval)).toBe('COMPLETED');
  expect(await histories.statusOf(ids.paper)).toBe('COMPLETED');
};

const judgeRegister = async ({ stores, officeId, ids }: Walk, number: number): Promise<void> => {
  const register = await stores.papers.listRegister(officeId);
  expect(register.map((row) => [row.paper_id, row.number, row.status])).toEqual([
    [ids.paperId, number, 'given'],
  ]);
};

const judgeFiles = async ({ stores, officeId, ids }: Walk, dataDir: string): Promise<void> => {
  const documents = createDocumentStore(pathToFileURL(join(dataDir, 'documents')).href);
  const files = await stores.papers.listFiles(officeId, ids.paperId);
  // One of each: written twice, a paper has the same bytes.
  expect(files.map(({ role }) => role).sort()).toEqual([
    'final-pdf',
    'for-signature',
    'scan',
    'working-copy',
  ]);
  for (const { sha256, size } of files) {
    const bytes = await documents.get(sha256);
    expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([
      size,
      sha256,
    ]);
  }
};

export const readInbox = async (dataDir: string) => {
  const folder = join(dataDir, 'mail');
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  return Promise.all(
    names.map(async (name) => {
      const mail = await simpleParser(readFileSync(join(folder, name)));
      return { messageId: mail.messageId ?? '', to: mail.headers.get('x-envelope-to') };
    }),
  );
};

/** Answers for each mailbox how many mails came once more, with the Message-ID of the first. */
const judgeMail = async (
  { stores, officeId, ids }: Walk,
  dataDir: string,
): Promise<readonly number[]> => {
  const deliveries = await stores.deliveries.list(officeId, ids.paperId);
  expect(deliveries.length).toBeGreaterThan(5);
  for (const row of deliveries) {
    const expected = row.mailbox === null ? 'handed-over' : 'sent';
    expect([row.recipient_id, row.status]).toEqual([row.recipient_id, expected]);
    expect([row.recipient_id, row.handed_over_on !== null]).toEqual([
      row.recipient_id,
      row.mailbox === null,
    ]);
  }
  const messages = await stores.deliveries.listMessages(officeId, ids.paperId);
  expect(messages.map(({ status }) => status)).toEqual(messages.map(() => 'sent'));
  const mailboxes = deliveries.flatMap(({ mailbox }) => (mailbox === null ? [] : [mailbox]));
  expect(messages.map(({ mailbox }) => mailbox).sort()).toEqual([...new Set(mailboxes)].sort());

  const inbox = await readInbox(dataDir);
  return messages.map(({ message_id, mailbox }) => {
    const copies = inbox.filter((mail) => mail.messageId === `<${message_id}>`);
    expect([mailbox, copies.length > 0]).toEqual([mailbox, true]);
    expect([mailbox, copies.every((mail) => mail.to === mailbox)]).toEqual([mailbox, true]);
    return copies.length - 1;
  });
};

/** Answers as `judgeMail` does: the one thing that may happen twice. */
export const judge = async (
  walk: Walk,
  number: number,
  judged: Judged,
): Promise<readonly number[]> => {
  await judgeTrail(walk);
  await judgeActs(walk, judged);
  await judgeWorkflows(walk, judged.histories);
  await judgeRegister(walk, number);
  await judgeFiles(walk, judged.dataDir);
  const waiting = await walk.stores.cycles.listWaiting(walk.officeId);
  expect(waiting.filter(({ workflow_id }) => workflow_id !== walk.ids.cycle)).toEqual([]);
  return judgeMail(walk, judged.dataDir);
};
