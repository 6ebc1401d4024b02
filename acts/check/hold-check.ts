import * as z from 'zod';
import { resultsContentId, type CheckResultsContent } from '../../domain/check/check-content.ts';
import { daysLate } from '../../domain/check-day.ts';
import { DomainError } from '../../domain/errors.ts';
import { defineAct } from '../act.ts';
import { commanded, readCycle, yearOf } from '../on-strand.ts';
import { saveContent } from '../save-content.ts';
import { day, quarter } from '../year-file/fields.ts';
import { gradedResults, readConfirmedFigures } from './confirmed-figures.ts';
import { judge, pressOnCheck, readCheck } from './on-check.ts';
import { readTasksAndUnits } from './plan-in-force.ts';

const checkPeriod = (period: { readonly from: string; readonly to: string } | null): void => {
  if (period === null || period.from <= period.to) return;
  throw new DomainError(
    'impossible-date',
    'a period ends after it begins',
    { given: period.to, expected: `>= ${period.from}` },
    '/dataPeriod/to',
  );
};

/**
 * Freezes the figures that were confirmed so far and grades them by the targets in force on the day of the
 * check; what is without a figure is MISSING. A late check keeps its data period, unless the office says
 * another. The fourth quarter needs no report of its own where the year's stands for it.
 */
export const holdCheck = defineAct({
  name: 'hold-check',
  schema: z.strictObject({
    quarter,
    checkedOn: day,
    dataPeriod: z.strictObject({ from: day, to: day }).nullable().default(null),
    hasReport: z.boolean().nullable().default(null),
  }),
  power: 'runCheck',
  async perform(deps, call) {
    const { checkedOn } = call.data;
    const year = yearOf(call);
    checkPeriod(call.data.dataPeriod);
    const { state } = await readCheck(deps, call, call.data.quarter);
    const dataPeriod = call.data.dataPeriod ?? state.dataPeriod;
    const hasReport = call.data.hasReport ?? call.data.quarter !== 'Q4';
    const id = resultsContentId(year, call.data.quarter);
    const last = await deps.stores.versions.latest(call.officeId, 'check-results', id);
    const commandFor = (version: number) => ({
      ...commanded(call),
      type: 'holdCheck' as const,
      held: { version, checkedOn, dataPeriod, hasReport },
    });
    judge(call, state, commandFor((last?.version ?? 0) + 1));

    const { plannedOn, planVersion } = state;
    const tasks = await readTasksAndUnits(
      deps,
      { officeId: call.officeId, year },
      await readCycle(deps, call),
      {
        planVersion,
        on: checkedOn,
      },
    );
    const confirmed = await readConfirmedFigures(deps.stores, call.officeId, state);
    const content: CheckResultsContent = {
      year,
      quarter: call.data.quarter,
      plannedOn,
      checkedOn,
      dataPeriod,
      planVersion,
      results: gradedResults(tasks, state, confirmed),
    };
    const basedOn = last?.version ?? null;
    const saved = await saveContent(deps, call, 'check-results', id, basedOn, content);
    const done = await pressOnCheck(deps, call, call.data.quarter, commandFor(saved.version));
    return {
      ...done,
      result: { version: saved.version, overdueDays: daysLate(plannedOn, checkedOn) },
    };
  },
});
