// The end of the year 2024 as the office of the example entered it: plan, amendment, checks, report.
import { randomUUID } from 'node:crypto';
import { draftPaperId } from '../../domain/draft.ts';
import { resultsContentId } from '../../domain/check/check-content.ts';
import { draftApprovalId } from '../../workflows/contract.ts';
import { CLERK, COORDINATOR, HEAD, type OfficeSystem, type TestOffice } from './office-system.ts';
import {
  amendments2024,
  appraised2024,
  checks2024,
  criteria2024,
  selfScores2024,
  text2024,
} from './year-2024.ts';

const SIGNER = { personId: HEAD, capacity: null } as const;
const [amendment] = amendments2024;
if (!amendment) throw new Error('the example year has an adjustment');

export const AMENDMENT = {
  amendmentId: 'ADJ-1',
  subject: 'Điều chỉnh, bổ sung Kế hoạch số 15/KH-ANNĐ ngày 15 tháng 01 năm 2024',
  signer: SIGNER,
  effectiveOn: amendment.effectiveOn,
  reason: 'Sáp nhập Đội công tác số 3 vào Đội công tác số 2.',
  changes: amendment.changes,
};
export const REPORT = {
  subject: 'Kết quả công tác cải cách hành chính năm 2024, phương hướng, nhiệm vụ năm 2025',
  signer: SIGNER,
};

export const openSummaryWalk = (system: OfficeSystem, office: TestOffice) => {
  const { officeId, year, act } = office;
  // The example plays everybody on their own day, the head as well.
  const on = (day: string, time = '08:00:00') => ({
    occurredAt: `${day}T${time}+07:00`,
    channel: 'example' as const,
  });

  /** From the signature to the recipients, all on that day. */
  const issue = async (paperId: string, number: number, day: string) => {
    await office.paper(paperId, 'awaiting-signature');
    await act(HEAD, 'confirm-signature', { paperId }, on(day, '09:00:00'));
    const numbered = { paperId, number, documentDate: day };
    await act(CLERK, 'number-paper', numbered, on(day, '09:10:00'));
    await act(CLERK, 'stamp-paper', { paperId }, on(day, '09:20:00'));
    await system.until(
      'the final paper',
      async () => (await office.paperState(paperId))?.finalFiles,
    );
    await act(CLERK, 'issue-paper', { paperId }, on(day, '09:30:00'));
  };

  const untilDraft = (draftId: string, phase: string) =>
    system.until(`${draftId} is ${phase}`, async () =>
      (await office.cycleState())?.drafts.some(
        (draft) => draft.draftId === draftId && draft.phase === phase,
      ),
    );

  const approveDraft = async (draftId: string, version: number, day: string) => {
    const id = draftApprovalId(officeId, year, draftId, version);
    const waiting = await system.until('the draft is before the leader', () =>
      system.stores.strands.find(officeId, id, 'approval'),
    );
    const { boundHash } = waiting.state;
    await act(HEAD, 'approve-draft', { draftId, version, boundHash }, on(day, '08:30:00'));
  };

  /** Submitted by the coordinator, approved, signed and issued on one day. */
  const issueDraft = async (
    name: 'submit-amendment' | 'submit-year-report',
    data: object,
    number: number,
    day: string,
  ) => {
    const { result } = await act(COORDINATOR, name, data, on(day));
    const [draftId, version] = [String(result.draftId), Number(result.version)];
    await approveDraft(draftId, version, day);
    await issue(draftPaperId(draftId, version), number, day);
    await untilDraft(draftId, 'issued');
    return draftId;
  };

  return {
    on,
    issue,
    untilDraft,
    approveDraft,

    issuePlan: async () => {
      await office.submit(1, on('2024-01-15', '07:00:00'));
      const boundHash = (await office.approvalState(1))?.boundHash;
      await act(HEAD, 'approve-plan', { version: 1, boundHash }, on('2024-01-15', '08:00:00'));
      await issue('plan-2024-v1', 15, '2024-01-15');
      await system.until('the plan is issued', async () => {
        return (await office.cycleState())?.plan.phase === 'issued';
      });
    },

    issueAmendment: (data: object = AMENDMENT, number = 121, day = '2024-07-15') =>
      issueDraft('submit-amendment', data, number, day),

    /** As the checks of the year keep them. */
    keepChecks: async () => {
      for (const { content } of checks2024) {
        await system.stores.versions.save({
          office_id: officeId,
          kind: 'check-results',
          id: resultsContentId(year, content.quarter),
          basedOn: null,
          text: JSON.stringify(content),
          sha256: `results-of-${content.quarter}`,
          author_id: COORDINATOR,
          act_id: randomUUID(),
          occurred_at: `${content.checkedOn}T16:00:00+07:00`,
          entered_at: `${content.checkedOn}T16:00:00+07:00`,
        });
      }
    },

    openSummary: async () => {
      const opened = await act(COORDINATOR, 'open-summary', {}, on('2024-12-06'));
      await system.until('the summary is open', () =>
        system.stores.strands.find(officeId, `${office.cycle}/summary/year-end`, 'summary'),
      );
      return opened;
    },

    fillSummary: async (day = '2024-12-09') => {
      const keep = (name: string, data: object, time: string) =>
        act(COORDINATOR, name, data, on(day, time));
      await keep('save-criteria', { criteria: criteria2024 }, '08:00:00');
      await keep('score-self', { scores: selfScores2024 }, '08:10:00');
      await keep('score-appraised', { scores: appraised2024 }, '08:20:00');
      const carriedOver = [{ taskId: 'NV4', reason: 'Đổi đơn vị chủ trì.' }];
      await keep('decide-outcomes', { carriedOver }, '08:30:00');
      await keep('write-summary', { basedOn: null, summary: text2024 }, '08:40:00');
    },

    issueReport: (day = '2024-12-12') => issueDraft('submit-year-report', REPORT, 214, day),

    summaryState: async () =>
      (await system.stores.strands.find(officeId, `${office.cycle}/summary/year-end`, 'summary'))
        ?.state,
  };
};
export type SummaryWalk = ReturnType<typeof openSummaryWalk>;
