// The checks of 2024 as people hold them, on the clock of a year that is being entered.
import { readFileSync } from 'node:fs';
import type { ActCall } from '../../../acts/act.ts';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../../support/office-system.ts';
import { scanOf } from '../../support/scan.ts';

interface Checked {
  readonly taskId: string;
  readonly indicatorId: string;
  readonly actual: number;
  readonly status: string;
}
interface FileCheck {
  readonly quarter: string;
  readonly results: readonly Checked[];
}

const EXAMPLE: { quarterChecks: readonly FileCheck[] } = JSON.parse(
  readFileSync(new URL('../../../examples/2024.json', import.meta.url), 'utf8'),
);

/** Everybody on their own day, as the local example plays them. */
export const at = (day: string, time = '09:00'): Partial<ActCall> => ({
  occurredAt: `${day}T${time}:00+07:00`,
  channel: 'example',
});

/** What the example's file says of a check. */
export const fileResults = (quarter: string): readonly Checked[] =>
  EXAMPLE.quarterChecks.find((check) => check.quarter === quarter)?.results ?? [];

export const figuresOf = (quarter: string, ...taskIds: readonly string[]) =>
  fileResults(quarter)
    .filter(({ taskId }) => taskIds.includes(taskId))
    .map(({ taskId, indicatorId, actual }) => ({ taskId, indicatorId, actual }));

export const openCheckWalk = (system: OfficeSystem, office: TestOffice) => {
  const state = async (quarter: string) =>
    (await system.stores.strands.find(office.officeId, `${office.cycle}/check/${quarter}`, 'check'))
      ?.state;
  const until = (
    quarter: string,
    what: string,
    is: (found: NonNullable<Awaited<ReturnType<typeof state>>>) => boolean,
  ) =>
    system.until(`${quarter} ${what}`, async () => {
      const found = await state(quarter);
      return found && is(found) ? found : null;
    });
  const untilAsked = (quarter: string) => until(quarter, 'waits', ({ units }) => units !== null);

  const confirm = async (quarter: string, unitId: string, more: Partial<ActCall>) => {
    const unit = (await state(quarter))?.units?.find((one) => one.unitId === unitId);
    const judge = unit?.isCoordinators === true ? HEAD : COORDINATOR;
    await office.act(judge, 'confirm-figures', { quarter, unitId, version: unit?.version }, more);
  };

  return {
    state,
    until,
    untilAsked,
    confirm,

    /** Approved by the head on 12/01/2024; the checks follow from it. */
    async approvePlan() {
      const read = await office.submit(1, at('2024-01-12', '08:00'));
      await office.act(HEAD, 'approve-plan', read, at('2024-01-12'));
      await office.paper(`plan-${String(office.year)}-v1`, 'awaiting-signature');
    },

    async open(quarter: string, day: string) {
      await office.act(COORDINATOR, 'open-check', { quarter }, at(day));
      return untilAsked(quarter);
    },

    async report(
      quarter: string,
      personId: string,
      unitId: string,
      figures: readonly object[],
      more: Partial<ActCall>,
    ) {
      await office.act(personId, 'report-figures', { quarter, unitId, figures }, more);
      await confirm(quarter, unitId, more);
    },

    /** From the draft before the leader to the paper that is out. */
    async issueReport(paperId: string, version: number, number: number, day: string) {
      const draftId = paperId.replace(/-v\d+$/, '');
      const id = `${office.cycle}/approval/draft/${draftId}/${String(version)}`;
      const approval = await system.until('the report is before the leader', () =>
        system.stores.strands.find(office.officeId, id, 'approval'),
      );
      const { boundHash } = approval.state;
      await office.act(HEAD, 'approve-draft', { draftId, version, boundHash }, at(day, '10:00'));
      await office.paper(paperId, 'awaiting-signature');
      await office.act(CLERK, 'record-ink-signature', { paperId }, at(day, '11:00'));
      const numbered = { paperId, number, documentDate: day };
      await office.act(CLERK, 'number-paper', numbered, at(day, '12:00'));
      await office.act(CLERK, 'stamp-paper', { paperId }, at(day, '13:00'));
      const bytes = await scanOf(paperId);
      await office.act(CLERK, 'attach-scan', { paperId, bytes }, at(day, '14:00'));
      await system.until(
        'the final paper',
        async () => (await office.paperState(paperId))?.finalFiles,
      );
      await office.act(CLERK, 'issue-paper', { paperId }, at(day, '15:00'));
    },
  };
};
