// Everything that may happen to a registration, once: what recorded histories are made of.
import { listContentId } from '../../domain/registration.ts';
import { CLERK, COORDINATOR, HEAD, type OfficeSystem, type TestOffice } from './office-system.ts';
import { openRegistrationWalk, registrationOf } from './registration.ts';
import { scanOf } from './scan.ts';
import { todayHere, untilAllIsSent } from './walk.ts';

export const REASONS = {
  ofReturn: 'Bổ sung chỉ tiêu cho từng quý.',
  ofDecline: 'Không có nhiệm vụ trong năm.',
  ofReopening: 'Chỉnh lại người thực hiện.',
  ofLateness: 'Đội trưởng đi công tác.',
} as const;

type Walk = ReturnType<typeof openRegistrationWalk>;

/** Submitted, withdrawn, returned with a day, accepted; reopened and accepted anew. */
const walkOneUnit = async (office: TestOffice, walk: Walk): Promise<void> => {
  const unitId = 'T-1';
  await walk.submit(unitId);
  await office.act('P-05', 'withdraw-registration', { unitId });
  await walk.untilUnit(unitId, 'open');
  const second = await walk.submit(unitId);
  await office.act(COORDINATOR, 'return-registration', {
    unitId,
    version: second.version,
    reason: REASONS.ofReturn,
    resubmitOn: todayHere(),
  });
  await walk.untilUnit(unitId, 'returned');
  await walk.accept(await walk.submit(unitId));
  const reason = REASONS.ofReopening;
  await office.act(COORDINATOR, 'reopen-registration', { unitId, reason });
  await walk.untilUnit(unitId, 'returned', 2);
  await walk.accept(await walk.submit(unitId));
};

/** Declined, not consented to, declined and taken back, declined with the leader's consent. */
const walkDecline = async (office: TestOffice, walk: Walk): Promise<void> => {
  const unitId = 'T-2';
  const decline = async () => {
    await office.act('P-06', 'decline-registration', { unitId, reason: REASONS.ofDecline });
    return (await walk.untilUnit(unitId, 'declining')).declined?.reasonId;
  };
  await decline();
  const reason = REASONS.ofReturn;
  await office.act(HEAD, 'return-registration', { unitId, version: null, reason });
  await walk.untilUnit(unitId, 'returned');
  await decline();
  await office.act('P-06', 'withdraw-registration', { unitId });
  await walk.untilUnit(unitId, 'returned');
  await office.act(HEAD, 'consent-decline', { unitId, reasonId: await decline() });
  await walk.untilStanding(unitId, 'declined');
};

/** Entered by the coordinator from what the unit's head signed. */
const walkFromPaper = async (office: TestOffice, walk: Walk): Promise<void> => {
  const unitId = 'M-TN';
  const saved = await office.act(COORDINATOR, 'save-registration', {
    basedOn: null,
    registration: registrationOf(office.year, unitId, 'P-09'),
  });
  const version = Number(saved.result['version']);
  const bytes = await scanOf(`${unitId} signed`);
  await office.act(COORDINATOR, 'submit-registration', { unitId, version, bytes });
  await walk.accept(await walk.untilSubmitted(unitId, version));
};

const walkSharedTask = async (office: TestOffice): Promise<void> => {
  const join = (into: string | null) =>
    office.act(COORDINATOR, 'join-tasks', { key: 'T-1/D1', into });
  await join('M-TN/D1');
  await join(null);
  await join('M-TN/D1');
  await office.act(COORDINATOR, 'set-lead', { key: 'M-TN/D1', unitId: 'T-1' });
};

/** Returned, withdrawn, approved: three versions of it. */
const walkList = async (office: TestOffice, walk: Walk): Promise<string> => {
  await office.act(HEAD, 'return-list', { ...(await walk.close()), reason: REASONS.ofReturn });
  await walk.untilPeriod('open');
  const { version } = await walk.close();
  await office.act(COORDINATOR, 'withdraw-list', { version });
  await walk.untilPeriod('open');
  return walk.approve(await walk.close());
};

/** After the list: given back by the leader, then approved. */
const walkSupplement = async (
  system: OfficeSystem,
  office: TestOffice,
  walk: Walk,
): Promise<void> => {
  const unitId = 'T-4';
  const putBeforeLeader = async (round: number) => {
    const read = await walk.submit(unitId, {}, { lateReason: REASONS.ofLateness });
    await office.act(COORDINATOR, 'accept-registration', read);
    const id = `${office.cycle}/approval/supplement/${unitId}/${String(round)}`;
    await system.until('the supplement is before the leader', () =>
      system.stores.strands.find(office.officeId, id, 'approval'),
    );
    return { unitId, round, version: read.version, boundHash: read.sha256 };
  };
  const first = await putBeforeLeader(1);
  await office.act(HEAD, 'return-supplement', { ...first, reason: REASONS.ofReturn });
  await walk.untilUnit(unitId, 'returned', 2);
  await office.act(HEAD, 'approve-supplement', await putBeforeLeader(2));
  await walk.untilStanding(unitId, 'supplement-approved');
};

const deliver = async (
  system: OfficeSystem,
  office: TestOffice,
  walk: Walk,
  paperId: string,
  number: number,
): Promise<void> => {
  await walk.issueNotice(paperId, number);
  await untilAllIsSent(system, office, paperId);
  const { deliveries } = await office.paper(paperId, 'delivering');
  for (const { recipientId, status } of deliveries ?? []) {
    if (status === 'to-hand-over') {
      await office.act(CLERK, 'hand-over-paper', { paperId, recipientId });
    }
  }
  await office.paper(paperId, 'closed');
};

/** From the opening to the last supplement, notices delivered. */
export const walkWholeRegistration = async (
  system: OfficeSystem,
  office: TestOffice,
): Promise<void> => {
  const walk = openRegistrationWalk(system, office);
  await walk.open();
  await walkOneUnit(office, walk);
  await walkDecline(office, walk);
  await walkFromPaper(office, walk);
  await walk.accept(await walk.submit('T-TH'), HEAD);
  await walkSharedTask(office);
  await deliver(system, office, walk, (await walk.period())?.opening.paperId ?? '', 21);
  await deliver(system, office, walk, await walkList(office, walk), 22);
  await walkSupplement(system, office, walk);
  const list = await system.stores.versions.latest(
    office.officeId,
    'registration-list',
    listContentId(office.year),
  );
  if (list?.version !== 3) throw new Error('the list went before the leader three times');
};

/** Ends in the middle of it: rounds open, the list before the leader, the notice before the signer. */
export const walkUntilCancelled = async (
  system: OfficeSystem,
  office: TestOffice,
): Promise<void> => {
  const walk = openRegistrationWalk(system, office);
  await walk.open();
  await walk.accept(await walk.submit('T-1'));
  await walk.close();
  await walk.submit('T-4');
  const opening = (await walk.period())?.opening.paperId ?? '';
  await office.paper(opening, 'awaiting-signature');
  await office.act(HEAD, 'cancel-cycle', { reason: REASONS.ofReopening });
  await walk.untilUnit('T-4', 'cancelled');
  await office.paper(opening, 'cancelled');
};

/** Entered up to the middle of the registration, then live. */
export const walkUntilLive = async (system: OfficeSystem, office: TestOffice): Promise<void> => {
  const walk = openRegistrationWalk(system, office);
  await walk.open('2024-01-31');
  const unitId = 'T-2';
  await walk.submit(unitId);
  await office.act(COORDINATOR, 'go-live', {});
  await system.until('the round is live', async () => {
    const state = await walk.unitState(unitId);
    return state?.clock.mode === 'live';
  });
};
