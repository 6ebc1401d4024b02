import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { sentenceOfError } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import type { Difference } from '../../layout/diff-list.tsx';
import { readDateInput, typedText, type TypedFields } from '../../layout/typed-values.ts';
import { press } from '../../press.ts';
import type { FormError } from '../../refusal.ts';
import { readOccurredAt } from '../paper/paper-moment.tsx';
import { namesOfPlan } from '../plan/plan-reading.ts';
import { registrationDifferences } from './unit-difference.ts';
import { fieldsOfForm } from './unit-moment.tsx';
import { unitPage } from './unit-page.tsx';
import {
  findLatestRegistration,
  findRegistration,
  pathOfUnit,
  readUnit,
  type UnitInCycle,
} from './unit-reading.ts';
import { isInStep, readSupplement } from './unit-view.ts';

type FormData = Readonly<Record<string, unknown>>;
type Read = (fields: TypedFields) => FormData | Promise<FormData>;

const scanIn = async ({ scan }: TypedFields): Promise<Uint8Array | null> =>
  scan instanceof File && scan.size > 0 ? new Uint8Array(await scan.arrayBuffer()) : null;

const versionIn = (fields: TypedFields): number => Number(typedText(fields, 'version'));

const resubmitOnIn = (fields: TypedFields): string | null => {
  const read = readDateInput(fields, 'resubmitOn');
  return read.kind === 'date' ? read.date : null;
};

const supplementIn = (fields: TypedFields) => ({
  round: Number(typedText(fields, 'round')),
  version: versionIn(fields),
  boundHash: typedText(fields, 'boundHash'),
});

/** The forms of a unit's page: the act of each, and how it is read. */
const FORMS: ReadonlyMap<string, { readonly act: string; readonly read: Read }> = new Map([
  [
    'submit',
    {
      act: 'submit-registration',
      read: async (fields: TypedFields) => ({
        version: versionIn(fields),
        lateReason: typedText(fields, 'lateReason') || null,
        bytes: await scanIn(fields),
      }),
    },
  ],
  [
    'decline',
    {
      act: 'decline-registration',
      read: async (fields: TypedFields) => ({
        reason: typedText(fields, 'reason'),
        bytes: await scanIn(fields),
      }),
    },
  ],
  ['withdraw', { act: 'withdraw-registration', read: () => ({}) }],
  [
    'accept',
    {
      act: 'accept-registration',
      read: (fields: TypedFields) => ({
        version: versionIn(fields),
        sha256: typedText(fields, 'sha256'),
      }),
    },
  ],
  [
    'return',
    {
      act: 'return-registration',
      read: (fields: TypedFields) => ({
        version: versionIn(fields) || null,
        declineReasonId: typedText(fields, 'declineReasonId') || null,
        reason: typedText(fields, 'reason'),
        resubmitOn: resubmitOnIn(fields),
      }),
    },
  ],
  [
    'consent',
    {
      act: 'consent-decline',
      read: (fields: TypedFields) => ({ reasonId: typedText(fields, 'reasonId') }),
    },
  ],
  ['approve-supplement', { act: 'approve-supplement', read: supplementIn }],
  [
    'return-supplement',
    {
      act: 'return-supplement',
      read: (fields: TypedFields) => ({
        ...supplementIn(fields),
        reason: typedText(fields, 'reason'),
      }),
    },
  ],
]);

const FIELDS = ['lateReason', 'reason', 'resubmitOn', 'occurredAt'] as const;

// A refusal at the content of what is submitted belongs to the tasks, which the page shows above.
const fieldOf = (form: string, field: string | null): string | null => {
  if (field === 'bytes') return `${form}-scan`;
  if (FIELDS.some((name) => name === field)) return `${form}-${field ?? ''}`;
  return field?.startsWith('tasks') ? 'tasks' : null;
};

const wordsOf = (c: WebContext, error: FormError): string => {
  const t = c.get('t');
  if (error.field === 'bytes' && error.code === 'missing-field') return t('unit.scan-missing');
  if (error.field === 'bytes' && error.code === 'not-schema') return t('unit.scan-not-pdf');
  if (error.field === 'lateReason') return t('unit.late-reason-missing');
  if (error.field === 'tasks') return t('unit.tasks-missing');
  return error.field === 'headId' ? t('unit.head-changed') : error.text;
};

// Between the version that was on the page and the one that there is now.
const differencesSince = async (
  c: WebContext,
  { cycle, unitId, state }: UnitInCycle,
  read: number,
): Promise<readonly Difference[]> => {
  const current = state?.submitted?.version;
  const [before, after] = await Promise.all([
    Number.isSafeInteger(read) ? findRegistration(c, cycle.year, unitId, read) : null,
    current === undefined
      ? findLatestRegistration(c, cycle.year, unitId)
      : findRegistration(c, cycle.year, unitId, current),
  ]);
  if (!before || !after) return [];
  return registrationDifferences(before.content, after.content, namesOfPlan(cycle), c.get('t'));
};

const refuse = async (
  c: WebContext,
  form: string,
  fields: TypedFields,
  errors: readonly FormError[],
  status: ContentfulStatusCode,
): Promise<Response> => {
  const isStale = errors.some(({ code }) => code === 'stale-version');
  const unit = isStale ? await readUnit(c) : null;
  return unitPage(c, {
    form,
    fields,
    status,
    errors: errors.map((error) => ({
      ...error,
      text: wordsOf(c, error),
      field: fieldOf(form, error.field),
    })),
    differences: unit && (await differencesSince(c, unit, versionIn(fields))),
  });
};

const faultOfDays = (
  c: WebContext,
  { cycle }: UnitInCycle,
  typed: TypedFields,
): FormError | null => {
  const t = c.get('t');
  if (!readOccurredAt(typed).isRight) {
    return { field: 'occurredAt', text: t('paper.occurred-wrong') };
  }
  const day = readDateInput(typed, 'resubmitOn');
  if (day.kind === 'impossible') return { field: 'resubmitOn', text: t('shell.not-a-date') };
  return day.kind === 'date' && day.date < cycle.day
    ? { field: 'resubmitOn', text: t('unit.resubmit-past') }
    : null;
};

const SHOWN_WAIT_MS = 2_000;
const SHOWN_POLL_MS = 50;

// The cycle hears of it a moment later: the page that comes next would else show the moment between.
const untilInStep = async (c: WebContext): Promise<void> => {
  for (let waitedMs = 0; waitedMs < SHOWN_WAIT_MS; waitedMs += SHOWN_POLL_MS) {
    const unit = await readUnit(c);
    if (!unit || isInStep(unit, await readSupplement(c, unit))) return;
    await new Promise((resolve) => setTimeout(resolve, SHOWN_POLL_MS));
  }
};

/** One press on the page of a unit: its form read, the act performed, or the page again. */
export const pressUnit = async (c: WebContext): Promise<Response> => {
  const form = c.req.param('form') ?? '';
  const known = FORMS.get(form);
  const unit = await readUnit(c);
  if (!known || !unit?.unit) return c.notFound();
  const fields: TypedFields = await c.req.parseBody();
  const typed = fieldsOfForm(fields, form);
  const fault = faultOfDays(c, unit, typed);
  if (fault) return refuse(c, form, fields, [fault], 422);
  const moment = readOccurredAt(typed);
  const answer = await press(c, {
    fields,
    act: known.act,
    year: unit.cycle.year,
    data: { unitId: unit.unitId, ...(await known.read(typed)) },
    occurredAt: moment.isRight ? moment.occurredAt : null,
    to: pathOfUnit(unit),
    again: (errors, status) => refuse(c, form, fields, errors, status),
  });
  if (answer.status === 303) await untilInStep(c);
  return answer;
};

/** A body beyond the limit is never read: who sent it, and for which unit, is known without it. */
export const refuseTooLarge = (c: WebContext): Promise<Response> => {
  const text = sentenceOfError(c.get('lang'), 'too-large');
  return refuse(c, c.req.param('form') ?? '', {}, [{ field: 'bytes', text }], 413);
};
