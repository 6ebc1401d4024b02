// A year with everything that may happen in its rooms, and one that ends in the midst of all of it.
import { randomUUID } from 'node:crypto';
import { at, openCheckWalk } from '../acts/check/check-walk.ts';
import { launchOn, openConferenceWalk } from './conference.ts';
import { openDialogueWalk } from './dialogue.ts';
import { openDraftWalk } from './drafts.ts';
import {
  COORDINATOR,
  HEAD,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from './office-system.ts';
import { openPledgeWalk } from './pledge-life.ts';
import { openSummaryWalk } from './summary-walk.ts';
import {
  walkCheck,
  walkConference,
  walkDrafts,
  walkLateCheck,
  walkPledges,
  walkQuestions,
  walkWork,
  WORDS,
} from './year-rooms.ts';

/** From the plan to the year's report, entered; when it goes live it is over. */
export const walkYearOfRooms = async (system: OfficeSystem, office: TestOffice) => {
  const summary = openSummaryWalk(system, office);
  await summary.issuePlan();
  await walkWork(system, office);
  await walkDrafts(system, office, 'plan-2024-v1');
  await walkCheck(system, office);
  await walkConference(system, office);
  await walkPledges(system, office);
  await walkQuestions(system, office);
  const drafts = openDraftWalk(system, office);
  for (const id of ['KL-1', '2024-Q1-DK-1-1']) {
    await drafts.reportWork(COORDINATOR, id, at('2024-06-25'));
    await office.act(HEAD, 'confirm-work', { assignmentId: id, version: 1 }, at('2024-06-26'));
  }
  await summary.issueAmendment();
  await drafts.giveWork('V-3', { dueOn: '2024-09-05' }, at('2024-09-02'));
  await office.act(HEAD, 'drop-work', { assignmentId: 'V-3', reason: WORDS.reason });
  await walkLateCheck(system, office);
  await summary.openSummary();
  await summary.fillSummary();
  await summary.issueReport();
  await system.until('the summary has ended', async () => {
    const { strands = [] } = (await office.cycleState()) ?? {};
    return strands.some(({ strand, ended }) => strand.kind === 'summary' && ended);
  });
  // A report of the quarter that nobody wrote: the check stays open, and ends with the year.
  await office.act(COORDINATOR, 'go-live', {});
  await system.until('the cycle is closed', async () => (await office.cycleState())?.closed);
};

/** One of each strand is open when the year goes live, and when it is cancelled. */
export const walkUntilAllStopped = async (system: OfficeSystem, office: TestOffice) => {
  const { act } = office;
  await office.submit(1, at('2024-01-10'));
  await act(COORDINATOR, 'withdraw-plan', { version: 1 }, at('2024-01-11'));
  await system.until('the plan is drafted again', async () => {
    return (await office.cycleState())?.plan.phase === 'drafting';
  });
  const planId = `plan-${String(office.year)}`;
  const draft = await system.stores.versions.latest(office.officeId, 'plan', planId);
  const plan = { ...JSON.parse(draft?.text ?? ''), purpose: 'Phục vụ Nhân dân tốt hơn.' };
  await act(COORDINATOR, 'save-plan', { basedOn: 1, plan }, at('2024-01-12'));
  await issueSecond(system, office);

  const drafts = openDraftWalk(system, office);
  const paper = 'plan-2024-v2';
  await drafts.giveWork('V-1', { dueOn: '2024-02-05' }, at('2024-01-20'));
  await drafts.approve(await drafts.submitCorrection(paper, {}, at('2024-02-01')));
  const recall = { paperId: paper, subject: 'thu hồi', signer: SIGNER, reason: 'nhầm' };
  const { result } = await act(COORDINATOR, 'submit-recall', recall, at('2024-02-02'));
  await drafts.untilAwaited(String(result['draftId']), 1);
  await openCheckWalk(system, office).open('Q1', '2024-02-20');
  await openConferenceWalk(system, office).plan(launchOn('2024-04-17'), at('2024-04-01'));
  await openPledgeWalk(system, office).open({}, at('2024-04-10'));
  await openDialogueWalk(system, office).ask('CH-1', {}, TEAM_HEAD, at('2024-05-06'));
  await openSummaryWalk(system, office).openSummary();

  await act(COORDINATOR, 'go-live', {});
  const statesOf = async () => {
    const rows = await system.db
      .selectFrom('strand')
      .select(['kind', 'state'])
      .where('office_id', '=', office.officeId)
      .execute();
    return rows.map(({ kind, state }) => ({ kind, state: state as Record<string, unknown> }));
  };
  await system.until('each strand is live', async () => {
    const live = (await statesOf()).filter(({ state }) => {
      return (state['clock'] as { mode: string }).mode === 'live';
    });
    return new Set(live.map(({ kind }) => kind)).size === STRANDS && live;
  });
  await act(HEAD, 'cancel-cycle', { reason: WORDS.reason }, { actId: randomUUID() });
  await system.until('nothing runs any more', async () => {
    const open = await Promise.all(
      (await openIds(system, office)).map((id) =>
        system.temporal.client.workflow.getHandle(id).describe(),
      ),
    );
    return open.filter(({ status }) => status.name === 'RUNNING').length <= 1;
  });
};

const SIGNER = { personId: HEAD, capacity: null } as const;
/** Cycle, approval, paper, work, check, conference, pledge, question, summary. */
const STRANDS = 9;

const openIds = async (system: OfficeSystem, office: TestOffice): Promise<readonly string[]> =>
  (
    await system.db
      .selectFrom('strand')
      .select('workflow_id')
      .where('office_id', '=', office.officeId)
      .execute()
  ).map(({ workflow_id }) => workflow_id);

const issueSecond = async (system: OfficeSystem, office: TestOffice): Promise<void> => {
  const read = await office.submit(2, at('2024-01-15', '07:00'));
  await office.act(HEAD, 'approve-plan', read, at('2024-01-15', '08:00'));
  const paperId = 'plan-2024-v2';
  await office.paper(paperId, 'awaiting-signature');
  await openSummaryWalk(system, office).issue(paperId, 15, '2024-01-15');
  await system.until('the plan is issued', async () => {
    return (await office.cycleState())?.plan.phase === 'issued';
  });
};
