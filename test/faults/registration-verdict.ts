// What must be true of a registration that went its way, whatever was killed meanwhile.
import { expect } from 'vitest';
import { readInbox } from './link-presses.ts';
import type { Histories } from './history-watch.ts';
import type { RegistrationFaults } from './registration-presses.ts';
import type { Press } from './presses.ts';

interface Judged {
  readonly dataDir: string;
  readonly histories: Histories;
  readonly presses: readonly Press[];
  readonly hasOwnUnit: boolean;
}

type Trail = Awaited<ReturnType<RegistrationFaults['stores']['cycles']['listTrail']>>;

const judgeTrail = (trail: Trail, walk: RegistrationFaults, hasOwnUnit: boolean): void => {
  const count = (type: string, workflowId?: string) =>
    trail.filter(
      (row) => row.type === type && (workflowId === undefined || row.workflow_id === workflowId),
    ).length;
  const accepted = hasOwnUnit ? 3 : 2;
  const counted = {
    RegistrationPeriodOpened: 1,
    RegistrationDeclined: 1,
    DeclineConsented: 1,
    RegistrationReturned: 1,
    RegistrationAccepted: accepted,
    UnitAccepted: accepted,
    UnitDeclined: 1,
    ListClosed: 1,
    ListApproved: 1,
    SupplementApproved: 1,
    Approved: 2,
    PaperOpened: 2,
    PaperPrepared: 2,
  };
  expect(Object.fromEntries(Object.keys(counted).map((type) => [type, count(type)]))).toEqual(
    counted,
  );
  const unit = `${walk.cycle}/registration/T-1`;
  expect([count('RegistrationOpened', unit), count('RegistrationSubmitted', unit)]).toEqual([1, 2]);
};

// Each act that was answered "done" is there once, and nothing is that nobody did.
const judgeActs = async (
  trail: Trail,
  walk: RegistrationFaults,
  { presses, histories }: Judged,
): Promise<void> => {
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
  const known = presses.map(({ actId }) => actId);
  const others = trail.filter(({ act_id }) => act_id !== null && !known.includes(act_id));
  // The leader's press behind the link has an id that is made from the link.
  expect(others.map(({ type, act_id }) => [type, act_id?.startsWith('mail-')])).toEqual([
    ['Approved', true],
  ]);
  for (const id of new Set(trail.map(({ workflow_id }) => workflow_id))) {
    const events = trail.filter((row) => row.workflow_id === id);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1));
    const commanded = events.filter(({ act_id }) => act_id !== null).length;
    const started = id === walk.cycle ? 1 : 0; // the start itself is no update
    expect([id, await histories.acceptedActs(id)]).toEqual([id, commanded - started]);
  }
};

const judgeVersions = async ({ stores, officeId, year }: RegistrationFaults): Promise<void> => {
  const versionsOf = async (kind: 'registration' | 'registration-list', id: string) =>
    (await stores.versions.list(officeId, kind, id)).map(({ version }) => version);
  const ofUnit = (unitId: string) =>
    versionsOf('registration', `registration-${String(year)}-${unitId}`);
  expect(await ofUnit('T-1')).toEqual([2, 1]);
  expect(await ofUnit('T-4')).toEqual([1]);
  expect(await versionsOf('registration-list', `registration-list-${String(year)}`)).toEqual([1]);
};

const judgeWorkflows = async (
  { cycle, year }: RegistrationFaults,
  histories: Histories,
): Promise<void> => {
  const statusOf = async (id: string) => [id, await histories.statusOf(`${cycle}${id}`)];
  const result = `/paper/registration-result-${String(year)}-v1`;
  const ids = [
    ['', 'RUNNING'],
    ['/registration/T-1', 'COMPLETED'],
    ['/registration/T-2', 'COMPLETED'],
    ['/registration/T-4', 'COMPLETED'],
    ['/registration/M-TN', 'RUNNING'],
    ['/approval/registration-list/1', 'COMPLETED'],
    ['/approval/supplement/T-4/1', 'COMPLETED'],
    [result, 'RUNNING'],
  ] as const;
  expect(await Promise.all(ids.map(([id]) => statusOf(id)))).toEqual(ids.map((each) => [...each]));
};

/** Answers for each notice how many mails came once more, with the Message-ID of the first. */
const judgeNotices = async (
  walk: RegistrationFaults,
  dataDir: string,
): Promise<readonly number[]> => {
  await walk.untilAllTold();
  const notices = await walk.notices();
  expect(notices.filter(({ status }) => status === 'refused')).toEqual([]);
  // Nobody is told twice of one thing: another notice would have another Message-ID.
  const told = notices.flatMap(({ person_id, items }) =>
    items.map(({ workflowId, what, since }) => [person_id, workflowId, what, since].join(' ')),
  );
  expect(told.toSorted()).toEqual([...new Set(told)].toSorted());
  const inbox = await readInbox(dataDir);
  return notices
    .filter(({ status }) => status === 'sent')
    .map(({ notice_id, mailbox }) => {
      const copies = inbox.filter(({ messageId }) => messageId === `<${notice_id}>`);
      expect([mailbox, copies.length > 0]).toEqual([mailbox, true]);
      return copies.length - 1;
    });
};

/** Answers as `judgeNotices` does: the one thing that may happen twice. */
export const judgeRegistration = async (
  walk: RegistrationFaults,
  judged: Judged,
): Promise<readonly number[]> => {
  const trail = await walk.stores.cycles.listTrail(walk.officeId, walk.year);
  judgeTrail(trail, walk, judged.hasOwnUnit);
  await judgeActs(trail, walk, judged);
  await judgeVersions(walk);
  await judgeWorkflows(walk, judged.histories);
  const waiting = await walk.stores.cycles.listWaiting(walk.officeId);
  const settled = ['T-1', 'T-2', 'T-4'];
  expect(waiting.filter(({ unit_id }) => settled.includes(unit_id ?? ''))).toEqual([]);
  return judgeNotices(walk, judged.dataDir);
};
