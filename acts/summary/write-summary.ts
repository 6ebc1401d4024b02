import * as z from 'zod';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import type { SummaryText } from '../../domain/summary/year-report.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import { defineAct } from '../act.ts';
import { checkTexts, once, refer } from '../check-plan.ts';
import { yearOf } from '../on-strand.ts';
import { readTasksInForce } from '../amendment/amendments-of-year.ts';
import { wholeNumber } from '../year-file/fields.ts';
import { placedTexts } from '../year-file/texts-of-year-file.ts';
import { keepPart } from './on-summary.ts';
import { outcomesSchema, summaryTextSchema } from './summary-schemas.ts';

const checkCommended = ({ commendations }: SummaryText, facts: OfficeFacts): void => {
  const { collectives, individuals } = commendations;
  const place = (list: string, index: number, field: string): string =>
    `/summary/commendations/${list}/${String(index)}/${field}`;
  const units = [...facts.units, ...(facts.otherUnits ?? [])].map(({ id }) => id);
  const people = facts.people.map(({ id }) => id);
  if (typeof collectives !== 'number') {
    collectives.forEach((one, index) => {
      if ('unitId' in one) refer(units, one.unitId, place('collectives', index, 'unitId'));
    });
  }
  if (typeof individuals !== 'number') {
    individuals.forEach((one, index) => {
      if ('personId' in one) refer(people, one.personId, place('individuals', index, 'personId'));
    });
  }
};

/** What people write about the year; `basedOn` is the version that they had read, null the first. */
export const writeSummary = defineAct({
  name: 'write-summary',
  schema: z.strictObject({
    basedOn: wholeNumber(1).nullable(),
    summary: summaryTextSchema,
  }),
  power: 'sumUpYear',
  async perform(deps, call) {
    const { basedOn, summary } = call.data;
    checkTexts(deps, placedTexts(call.data));
    checkCommended(summary, await deps.stores.factsOn(call.officeId, localDateOf(call.at)));
    return keepPart(deps, call, 'text', summary, basedOn);
  },
});

/** Which tasks are handed to the next year, and what became of those that nothing measures. */
export const decideOutcomes = defineAct({
  name: 'decide-outcomes',
  schema: outcomesSchema,
  power: 'sumUpYear',
  async perform(deps, call) {
    const { carriedOver, said } = call.data;
    const on = `${String(yearOf(call))}-12-31`;
    const tasks = await readTasksInForce(deps, call, on);
    const ids = tasks.map(({ id }) => id);
    const unmeasured = tasks.filter(({ indicators }) => indicators.length === 0);
    carriedOver.forEach(({ taskId }, index) => {
      refer(ids, taskId, `/carriedOver/${String(index)}/taskId`);
    });
    once(
      carriedOver.map(({ taskId }) => taskId),
      (index) => `/carriedOver/${String(index)}/taskId`,
    );
    said.forEach(({ taskId, outcome }, index) => {
      const at = `/said/${String(index)}`;
      refer(
        unmeasured.map(({ id }) => id),
        taskId,
        `${at}/taskId`,
      );
      if (outcome !== 'CARRIED_OVER') return;
      throw new DomainError(
        'not-schema',
        'what is carried on stands among the carried',
        { given: outcome, expected: 'carriedOver' },
        `${at}/outcome`,
      );
    });
    checkTexts(deps, placedTexts(call.data));
    return keepPart(deps, call, 'outcomes', call.data);
  },
});
