import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ActOutcome } from '../../../acts/act.ts';
import type { WebContext } from '../../environment.ts';
import { typedText } from '../../layout/typed-values.ts';
import { press } from '../../press.ts';
import type { FormError } from '../../refusal.ts';
import { userOn } from '../../signed-in.ts';
import { errorsAt } from '../plan/form-reading.ts';
import { generalFieldOf, readNewPlan } from '../plan/general-fields.ts';
import { findLatestPlan } from '../plan/plan-reading.ts';
import { findCycleRow, pathOfCycle } from './cycle-reading.ts';
import { isYear, newCycleFields, refilled } from './new-cycle-defaults.ts';
import { freshFields, newCyclePage } from './new-cycle-page.tsx';

const pathOfStarted = ({ result }: ActOutcome): string =>
  typeof result['year'] === 'number' ? pathOfCycle(result['year']) : '/cycles';

const readYear = (text: string): number | null =>
  /^\d{4}$/.test(text) && isYear(Number(text)) ? Number(text) : null;

export const startCycle = async (c: WebContext) => {
  const t = c.get('t');
  const fields = await c.req.parseBody({ all: true });
  const year = readYear(typedText(fields, 'year'));
  const preparedFor = readYear(typedText(fields, 'preparedFor'));
  const again = (errors: readonly FormError[], status: ContentfulStatusCode) =>
    newCyclePage(c, { fields, errors, fileErrors: [], status });

  if (year === null) return again([{ field: 'year', text: t('cycle.year-wrong') }], 422);
  if (preparedFor !== null && preparedFor !== year) {
    const { stores } = c.get('deps').acts;
    const facts = await stores.factsOn(userOn(c).officeId, c.get('today'));
    const [before, now] = [preparedFor, year].map((one) =>
      newCycleFields(one, facts, c.get('today')),
    );
    return newCyclePage(c, {
      fields: refilled(fields, before ?? {}, now ?? {}),
      errors: [{ field: 'year', text: t('cycle.year-changed', { year }) }],
      fileErrors: [],
      status: 422,
    });
  }
  const { plan, reader } = readNewPlan(fields, year, t);
  if (reader.errors.length > 0) return again(reader.errors, 422);
  return press(c, {
    fields,
    act: 'start-cycle',
    year,
    data: { plan },
    to: pathOfStarted,
    again: (errors, status) => again(errorsAt(errors, generalFieldOf), status),
  });
};

const COPY_FIELDS: Readonly<Record<string, string>> = { year: 'copyYear', from: 'copyFrom' };

const atCopyField = (c: WebContext, error: FormError): FormError => {
  const field = COPY_FIELDS[error.field ?? ''] ?? null;
  // A year is no day that could be impossible.
  if (error.code !== 'impossible-date' || field === null) return { ...error, field };
  const text = c.get('t')(field === 'copyYear' ? 'cycle.copy-year-over' : 'cycle.copy-not-earlier');
  return { ...error, field, text };
};

/** A year that begins as a copy of an earlier one. */
export const startCopy = async (c: WebContext) => {
  const t = c.get('t');
  const fields = await c.req.parseBody();
  const [year, from] = ['copyYear', 'copyFrom'].map((name) => readYear(typedText(fields, name)));
  const again = async (errors: readonly FormError[], status: ContentfulStatusCode) =>
    newCyclePage(c, {
      fields: await freshFields(c, null),
      errors: [],
      fileErrors: [],
      copy: { fields, errors },
      status,
    });
  if (typeof year !== 'number') {
    return again([{ field: 'copyYear', text: t('cycle.year-wrong') }], 422);
  }
  if (typeof from !== 'number') {
    return again([{ field: 'copyFrom', text: t('cycle.copy-from-missing') }], 422);
  }
  return press(c, {
    fields,
    act: 'copy-cycle',
    year,
    data: { from },
    to: pathOfStarted,
    again: (errors, status) =>
      again(
        errors.map((error) => atCopyField(c, error)),
        status,
      ),
  });
};

const expectedOf = (c: WebContext, { place, text }: FormError): FormError => ({
  field: 'file',
  text: place ? `${c.get('t')('shell.place', { place })}. ${text}` : text,
});

/** A file that is refused says at which place of it, by JSON pointer: it has no fields here. */
export const refuseFile = async (
  c: WebContext,
  errors: readonly FormError[],
  status: ContentfulStatusCode,
) =>
  newCyclePage(c, {
    fields: await freshFields(c, null),
    errors: [],
    fileErrors: errors.map((error) => expectedOf(c, error)),
    status,
  });

export const startCycleFromFile = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  const { file } = fields;
  if (!(file instanceof File) || file.size === 0) {
    return refuseFile(c, [{ field: 'file', text: c.get('t')('cycle.file-missing') }], 422);
  }
  return press(c, {
    fields,
    act: 'start-cycle-from-file',
    year: null,
    data: { bytes: new Uint8Array(await file.arrayBuffer()) },
    to: pathOfStarted,
    again: (errors, status) => refuseFile(c, errors, status),
  });
};

/** The row is there, the workflow is not: the same start again, from what was saved of it. */
export const continueStart = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  const row = await findCycleRow(c);
  const saved = await findLatestPlan(c, row.year);
  if (!saved) return c.redirect(`/cycles/new?year=${row.year}`, 303);
  return press(c, {
    fields,
    act: 'start-cycle',
    year: row.year,
    data: { plan: saved.plan },
    to: pathOfCycle(row.year),
    again: async (errors, status) =>
      newCyclePage(c, {
        fields: await freshFields(c, row.year),
        errors: errors.map((error) => ({ ...error, field: null })),
        fileErrors: [],
        status,
      }),
  });
};
