import {
  INDICATOR_FIELDS,
  TASK_FIELDS,
  type AmendedValue,
} from '../../../domain/amended-fields.ts';
import type { OfficeFacts } from '../../../domain/office.ts';
import type { PlanTask } from '../../../domain/plan.ts';
import { amendedFieldName } from '../../../locale/amendment-papers.ts';
import type { Words } from '../../../locale/words.ts';
import {
  formatVietnameseNumber,
  readDateInput,
  readVietnameseNumber,
  typedText,
  type TypedFields,
} from '../../layout/typed-values.ts';
import { createFormReader } from '../plan/form-reading.ts';
import { readSigner, SIGNER } from '../plan/general-fields.ts';

/** So many changes the form has room for; more go into a second amendment. */
export const CHANGE_ROWS = [0, 1, 2, 3, 4] as const;
const UNREAD = '1900-01-01';

/** Something that an amendment may change, and what stands there now. */
export interface Amendable {
  /** `task|indicator|field`; the indicator's part is empty where the task itself is meant. */
  readonly key: string;
  readonly taskId: string;
  readonly indicatorId: string | null;
  readonly field: string;
  readonly now: AmendedValue;
  readonly label: string;
}

const nameOfUnits = (ids: string, { units, otherUnits }: OfficeFacts): string =>
  ids
    .split(',')
    .map((id) => [...units, ...(otherUnits ?? [])].find((unit) => unit.id === id)?.name ?? id)
    .join('; ');

const inWords = (t: Words, field: string, value: AmendedValue, facts: OfficeFacts): string => {
  if (value === null || value === '') return t('shell.empty-value');
  if (typeof value === 'number') return formatVietnameseNumber(value);
  return /UnitIds?$/.test(field) ? nameOfUnits(value, facts) : value;
};

/** Every field of the tasks in force that may be amended, in the plan's order. */
export const amendablesOf = (
  t: Words,
  tasks: readonly PlanTask[],
  facts: OfficeFacts,
): readonly Amendable[] =>
  tasks.flatMap((task) => {
    const of = (indicatorId: string | null, field: string, now: AmendedValue, what: string) => ({
      key: [task.id, indicatorId ?? '', field].join('|'),
      taskId: task.id,
      indicatorId,
      field,
      now,
      label: t('amendment.choice', {
        what,
        field: amendedFieldName(field) ?? field,
        now: inWords(t, field, now, facts),
      }),
    });
    return [
      ...TASK_FIELDS.names.map((field) =>
        of(
          null,
          field,
          TASK_FIELDS.read(task, field) ?? null,
          t('amendment.task', { ordinal: task.ordinal }),
        ),
      ),
      ...task.indicators.flatMap((indicator) =>
        INDICATOR_FIELDS.names.map((field) =>
          of(
            indicator.id,
            field,
            INDICATOR_FIELDS.read(indicator, field) ?? null,
            t('amendment.indicator', { ordinal: task.ordinal, name: indicator.name }),
          ),
        ),
      ),
    ];
  });

const unitIdsIn = (text: string, { units }: OfficeFacts): string =>
  text
    .split(/[;,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => units.find((unit) => unit.name === name || unit.id === name)?.id ?? name)
    .join(',');

// What stands there as a number is typed as one; an empty box says that it is not known.
const valueOf = ({ field }: Amendable, text: string, facts: OfficeFacts): AmendedValue => {
  if (/UnitIds?$/.test(field)) return unitIdsIn(text, facts);
  if (!/^(baseline|target|quarterTargets\.)/.test(field)) return text;
  return text === '' ? null : (readVietnameseNumber(text) ?? text);
};

export const readAmendmentForm = (
  fields: TypedFields,
  t: Words,
  amendables: readonly Amendable[],
  facts: OfficeFacts,
) => {
  const reader = createFormReader(fields, t);
  const rows = CHANGE_ROWS.flatMap((row) => {
    const key = typedText(fields, `what-${String(row)}`);
    const chosen = amendables.find((one) => one.key === key);
    return chosen ? [{ row, chosen }] : [];
  });
  if (rows.length === 0) reader.refuse('what-0', t('amendment.no-change'));
  const changes = rows.map(({ row, chosen }) => {
    const date = readDateInput(fields, `from-${String(row)}`);
    if (date.kind === 'impossible') reader.refuse(`from-${String(row)}`, t('shell.not-a-date'));
    return {
      taskId: chosen.taskId,
      indicatorId: chosen.indicatorId,
      field: chosen.field,
      from: chosen.now,
      to: valueOf(chosen, typedText(fields, `to-${String(row)}`), facts),
      effectiveOn: date.kind === 'date' ? date.date : null,
    };
  });
  const data = {
    amendmentId: typedText(fields, 'amendmentId'),
    subject: typedText(fields, 'subject'),
    signer: readSigner(fields),
    effectiveOn: reader.date('effectiveOn', UNREAD),
    reason: typedText(fields, 'reason'),
    changes,
  };
  const fieldOf = (id: string): string | null => {
    if (id.startsWith('signer')) return SIGNER;
    const [, index, field] = /^changes-(\d+)-?(\w*)/.exec(id) ?? [];
    if (index !== undefined) {
      const row = rows[Number(index)]?.row ?? 0;
      const names = { to: 'to', effectiveOn: 'from' };
      return `${field === 'to' || field === 'effectiveOn' ? names[field] : 'what'}-${String(row)}`;
    }
    return ['subject', 'effectiveOn', 'reason', 'occurredAt'].find((name) => id === name) ?? null;
  };
  return { data, errors: reader.errors, fieldOf };
};
