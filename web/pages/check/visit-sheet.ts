import { readVisit } from '../../../acts/check/quarter-report-content.ts';
import { paperOf } from '../../../documents/paper-of.ts';
import type { CheckResult, CheckSheetContent } from '../../../domain/check/check-content.ts';
import { headOfUnit } from '../../../domain/office.ts';
import type { WebContext } from '../../environment.ts';
import { drawnFile } from '../paper/drawn-file.ts';
import { readIssuedPlan } from '../registration/period-reading.ts';
import { readGraded, requireCheckView, type CheckView } from './check-reading.ts';

const rowOf = ({ tasks }: CheckView, result: CheckResult): CheckSheetContent['rows'] => {
  const task = tasks.find((one) => one.task.id === result.taskId)?.task;
  const indicator = task?.indicators.find(({ id }) => id === result.indicatorId);
  if (!task || !indicator) return [];
  const { actual, percent, grade, evidence } = result;
  const { name, unit } = indicator;
  const quarterTarget = result.target;
  return [{ taskTitle: task.title, name, unit, quarterTarget, actual, percent, grade, evidence }];
};

/** The minutes of a visit as they are printed for both sides to sign, with the unit's figures so far. */
export const visitSheet = async (c: WebContext) => {
  const view = await requireCheckView(c);
  const { cycle, quarter, check } = view;
  const visitId = c.req.param('visit');
  const found = check.visits.find((one) => one.visitId === visitId);
  if (!found) return c.notFound();
  const { acts } = c.get('deps');
  const of = { officeId: cycle.row.office_id, year: cycle.year, quarter };
  const visit = await readVisit(acts, of, found.visitId, found.contentVersion);
  const facts = await acts.stores.factsOn(of.officeId, visit.on);
  const results = await readGraded(c, view);
  const content: CheckSheetContent = {
    ...visit,
    issuedPlan: await readIssuedPlan(c, cycle),
    headId: headOfUnit(facts, visit.unitId)?.id ?? null,
    rows: results
      .filter(({ unitId }) => unitId === visit.unitId)
      .flatMap((result) => rowOf(view, result)),
  };
  const paper = paperOf({ kind: 'check-sheet', content }, facts, {
    stage: 'for-signature',
    number: null,
    date: visit.on,
    confirmedAt: null,
  });
  return drawnFile(c, paper, { year: of.year });
};
