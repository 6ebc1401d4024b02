// Drafts and work of a year, walked through the acts that people use.
import type { ActCall, ActOutcome } from '../../acts/act.ts';
import type { DraftPhase } from '../../domain/draft.ts';
import { draftPaperId } from '../../domain/draft.ts';
import type { AssignmentPhase } from '../../domain/assignment.ts';
import { draftApprovalId, yearStrandId } from '../../workflows/contract.ts';
import { COORDINATOR, HEAD, type OfficeSystem, type TestOffice } from './office-system.ts';
import { takePaperThrough, todayHere, untilAllIsSent } from './walk.ts';

export const CORRECTION = {
  subject: 'đính chính Kế hoạch cải cách hành chính',
  signer: { personId: HEAD, capacity: null },
  places: [{ where: 'Trang 2, dòng 5', printed: 'năm 2023', right: 'năm 2024' }],
} as const;

export const openDraftWalk = (system: OfficeSystem, office: TestOffice) => {
  const { officeId, year } = office;

  const draft = async (draftId: string) =>
    (await office.cycleState())?.drafts.find((one) => one.draftId === draftId);
  const untilDraft = (draftId: string, phase: DraftPhase) =>
    system.until(`the draft is ${phase}`, async () => {
      const found = await draft(draftId);
      return found?.phase === phase && found;
    });

  /** Before the leader: what a decision is bound to. */
  const untilAwaited = (draftId: string, version: number) =>
    system.until('the draft is before the leader', async () => {
      const id = draftApprovalId(officeId, year, draftId, version);
      const strand = await system.stores.strands.find(officeId, id, 'approval');
      return strand && { draftId, version, boundHash: strand.state.boundHash };
    });

  /** The plan issued, and mailed: a paper to write letters about. */
  const issuePlan = async (number = 15): Promise<string> => {
    const paperId = await office.approve();
    await takePaperThrough(system, office, paperId, number);
    await untilAllIsSent(system, office, paperId);
    return paperId;
  };

  const submitCorrection = async (
    paperId: string,
    change: object = {},
    more: Partial<ActCall> = {},
  ) => {
    const data = { paperId, ...CORRECTION, ...change };
    const outcome = await office.act(COORDINATOR, 'submit-correction', data, more);
    return untilAwaited(String(outcome.result['draftId']), Number(outcome.result['version']));
  };

  const approve = async (read: Awaited<ReturnType<typeof untilAwaited>>, more = {}) => {
    await office.act(HEAD, 'approve-draft', read, more);
    const paperId = draftPaperId(read.draftId, read.version);
    await office.paper(paperId, 'awaiting-signature');
    return paperId;
  };

  const work = (assignmentId: string) => {
    const id = yearStrandId(officeId, year, { kind: 'assignment', id: assignmentId });
    return system.stores.strands.find(officeId, id, 'assignment').then((row) => row?.state);
  };
  const untilWork = (assignmentId: string, phase: AssignmentPhase) =>
    system.until(`the work is ${phase}`, async () => {
      const state = await work(assignmentId);
      return state?.phase === phase && state;
    });
  const giveWork = async (
    assignmentId: string,
    change: object = {},
    more: Partial<ActCall> = {},
  ): Promise<void> => {
    const data = {
      assignmentId,
      unitId: 'T-1',
      dueOn: todayHere(),
      content: { task: 'Rà soát quy trình tiếp nhận, xử lý văn bản.' },
      ...change,
    };
    await office.act(COORDINATOR, 'give-work', data, more);
    await untilWork(assignmentId, 'given');
  };
  const reportWork = (
    personId: string,
    assignmentId: string,
    more: Partial<ActCall> = {},
  ): Promise<ActOutcome> =>
    office.act(
      personId,
      'report-work',
      { assignmentId, report: { done: 'Đã rà soát xong.', evidence: ['Báo cáo số 05'] } },
      more,
    );

  return {
    approve,
    draft,
    giveWork,
    issuePlan,
    reportWork,
    submitCorrection,
    untilAwaited,
    untilDraft,
    untilWork,
    work,
  };
};
