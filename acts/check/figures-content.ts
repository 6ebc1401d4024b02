import * as z from 'zod';
import type { FiguresContent, ReportedFigure } from '../../domain/check/check-content.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Indicator } from '../../domain/plan.ts';
import { rollUp } from '../../domain/roll-up.ts';
import { nfc, optionalNfc } from '../plan-content-schema.ts';
import { day, key } from '../year-file/fields.ts';
import type { TaskInForce } from './plan-in-force.ts';

const figure = z.strictObject({
  taskId: key,
  indicatorId: key,
  entries: z.array(z.strictObject({ on: day, value: z.number().nullable() })).default([]),
  actual: z.number().nullable().default(null),
  note: optionalNfc.default(null),
  evidence: z.array(nfc).default([]),
});

/** A figure as it is given: as one, or as finer entries that are rolled up. */
export const figuresSchema = z.array(figure);
type GivenFigure = z.output<typeof figure>;

const indicatorOf = (
  tasks: readonly TaskInForce[],
  unitId: string,
  { taskId, indicatorId }: GivenFigure,
  place: string,
): Indicator => {
  const found = tasks.find(({ task }) => task.id === taskId);
  const indicator = found?.task.indicators.find(({ id }) => id === indicatorId);
  if (!indicator) {
    const field = found ? 'indicatorId' : 'taskId';
    const details = { id: found ? indicatorId : taskId };
    throw new DomainError('unknown-reference', 'not in the plan', details, `${place}/${field}`);
  }
  if (found?.unitId !== unitId) {
    const details = { unitId, expected: found?.unitId ?? null };
    throw new DomainError('no-power', 'another unit has the task', details, `${place}/taskId`);
  }
  return indicator;
};

const checkEntries = ({ entries, actual }: GivenFigure, until: LocalDate, place: string): void => {
  if (entries.length > 0 && actual !== null) {
    const message = 'a figure is given as one or as entries, not as both';
    throw new DomainError('not-schema', message, { expected: null }, `${place}/actual`);
  }
  entries.forEach(({ on }, index) => {
    if (on <= until) return;
    throw new DomainError(
      'impossible-date',
      'a figure of after the data period',
      { date: on, expected: `<= ${until}` },
      `${place}/entries/${String(index)}/on`,
    );
  });
};

/**
 * What the unit reports, each figure rolled up by its indicator; `until` ends the data period.
 * @throws DomainError unknown-reference, no-power, duplicate-id, impossible-date, not-schema
 */
export const figuresContentOf = (
  about: Omit<FiguresContent, 'figures'>,
  given: readonly GivenFigure[],
  tasks: readonly TaskInForce[],
  until: LocalDate,
): FiguresContent => {
  const seen = new Set<string>();
  const figures = given.map((one, index): ReportedFigure => {
    const place = `/figures/${String(index)}`;
    const indicator = indicatorOf(tasks, about.unitId, one, place);
    checkEntries(one, until, place);
    const id = `${one.taskId} ${one.indicatorId}`;
    if (seen.has(id)) {
      const details = { id: one.indicatorId };
      const message = 'an indicator has one figure at a check';
      throw new DomainError('duplicate-id', message, details, `${place}/indicatorId`);
    }
    seen.add(id);
    const { entries } = one;
    const actual = entries.length > 0 ? rollUp(indicator.aggregation, entries) : one.actual;
    return { ...one, actual };
  });
  return { ...about, figures };
};
