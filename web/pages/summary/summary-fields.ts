import type { OfficeFacts } from '../../../domain/office.ts';
import { TASK_OUTCOMES } from '../../../domain/outcomes.ts';
import type { Commendations, SummaryText } from '../../../domain/summary/year-report.ts';
import type { Words } from '../../../locale/words.ts';
import {
  formatVietnameseNumber,
  readVietnameseNumber,
  typedText,
  type TypedFields,
} from '../../layout/typed-values.ts';
import type { FormError } from '../../refusal.ts';
import { createFormReader, typedLines } from '../plan/form-reading.ts';
import type { SummaryView } from './summary-reading.ts';

export const FORMS = ['criteria', 'self', 'appraised', 'outcomes', 'text'] as const;
export type SummaryForm = (typeof FORMS)[number];
export const LISTS = [
  'strengths',
  'weaknesses',
  'causes',
  'lessons',
  'nextYearDirections',
  'proposals',
] as const;

export const ACT_OF = {
  criteria: 'save-criteria',
  self: 'score-self',
  appraised: 'score-appraised',
  outcomes: 'decide-outcomes',
  text: 'write-summary',
} as const satisfies Readonly<Record<SummaryForm, string>>;

interface ReadForm {
  readonly data: unknown;
  readonly errors: readonly FormError[];
  /** The field of the form that a place in the data belongs to. */
  readonly fieldOf: (id: string) => string | null;
}

const cellsOf = (line: string): readonly string[] => line.split('|').map((cell) => cell.trim());

const readCriteria = (fields: TypedFields, t: Words): ReadForm => {
  const rows = typedLines(fields, 'criteria').map((line) => {
    const [code = '', domain = '', name = '', max = ''] = cellsOf(line);
    return { line, criterion: { code, domain, name, maxScore: readVietnameseNumber(max) } };
  });
  const wrong = rows.find(({ criterion }) => criterion.maxScore === null);
  return {
    data: { criteria: rows.map(({ criterion }) => criterion) },
    errors: wrong
      ? [{ field: 'criteria', text: t('summary.criteria-wrong', { line: wrong.line }) }]
      : [],
    fieldOf: (id) => (id.startsWith('criteria') ? 'criteria' : null),
  };
};

const readSelf = (fields: TypedFields, t: Words, { contents }: SummaryView): ReadForm => {
  const reader = createFormReader(fields, t);
  const scores = contents.criteria.map(({ code }) => ({
    code,
    self: reader.number(`self-${code}`),
  }));
  return {
    data: { scores },
    errors: reader.errors,
    fieldOf: (id) => {
      const [, index] = /^scores-(\d+)/.exec(id) ?? [];
      return index === undefined ? null : `self-${scores[Number(index)]?.code ?? ''}`;
    },
  };
};

const readAppraised = (fields: TypedFields, t: Words, { contents }: SummaryView): ReadForm => {
  const reader = createFormReader(fields, t);
  const scores = contents.criteria.flatMap(({ code }) => {
    const appraised = reader.numberOrNull(`appraised-${code}`);
    const differenceReason = typedText(fields, `reason-${code}`) || null;
    return appraised === null ? [] : [{ code, appraised, differenceReason }];
  });
  return {
    data: { scores },
    errors: reader.errors,
    fieldOf: (id) => {
      const [, index, field] = /^scores-(\d+)-(\w+)/.exec(id) ?? [];
      if (index === undefined) return null;
      const name = field === 'differenceReason' ? 'reason' : 'appraised';
      return `${name}-${scores[Number(index)]?.code ?? ''}`;
    },
  };
};

const readOutcomes = (fields: TypedFields, t: Words, { figures }: SummaryView): ReadForm => {
  const carried = figures.tasks.filter(({ taskId }) => typedText(fields, `carried-${taskId}`));
  const carriedOver = carried.map(({ taskId }) => ({
    taskId,
    reason: typedText(fields, `reason-${taskId}`),
  }));
  const said = figures.tasks.flatMap(({ taskId }) => {
    const outcome = TASK_OUTCOMES.find((one) => one === typedText(fields, `said-${taskId}`));
    return outcome && !carried.some((task) => task.taskId === taskId) ? [{ taskId, outcome }] : [];
  });
  return {
    data: { carriedOver, said },
    errors: carriedOver
      .filter(({ reason }) => reason === '')
      .map(({ taskId }) => ({ field: `reason-${taskId}`, text: t('summary.reason-missing') })),
    fieldOf: (id) => {
      const [, index] = /^carriedOver-(\d+)/.exec(id) ?? [];
      return index === undefined ? null : `reason-${carriedOver[Number(index)]?.taskId ?? ''}`;
    },
  };
};

// A lone number says how many there were, as of a past year whose list is not at hand.
const readCommended = (fields: TypedFields, name: string, find: (text: string) => object) => {
  const lines = typedLines(fields, name);
  const count = lines.length === 1 ? readVietnameseNumber(lines[0] ?? '') : null;
  if (count !== null) return count;
  return lines.map((line) => {
    const [who = '', form = ''] = cellsOf(line);
    return { ...find(who), form };
  });
};

const readText = (fields: TypedFields, { cycle }: SummaryView): ReadForm => {
  const { units, people } = cycle.facts;
  const basedOn = Number(typedText(fields, 'basedOn')) || null;
  const lists = Object.fromEntries(LISTS.map((name) => [name, typedLines(fields, name)]));
  const commendations = {
    collectives: readCommended(fields, 'collectives', (name) => {
      const unit = units.find((one) => one.name === name);
      return unit ? { unitId: unit.id } : { name };
    }),
    individuals: readCommended(fields, 'individuals', (name) => {
      const person = people.find((one) => one.fullName === name);
      return person ? { personId: person.id } : { name };
    }),
  };
  const names = [...LISTS, 'collectives', 'individuals'];
  return {
    data: { basedOn, summary: { ...lists, commendations } },
    errors: [],
    fieldOf: (id) =>
      names.find((name) => id.startsWith(`summary-${name}`)) ??
      names.find((name) => id.startsWith(`summary-commendations-${name}`)) ??
      null,
  };
};

export const readSummaryForm = (
  form: SummaryForm,
  fields: TypedFields,
  t: Words,
  view: SummaryView,
): ReadForm => {
  switch (form) {
    case 'criteria':
      return readCriteria(fields, t);
    case 'self':
      return readSelf(fields, t, view);
    case 'appraised':
      return readAppraised(fields, t, view);
    case 'outcomes':
      return readOutcomes(fields, t, view);
    case 'text':
      return readText(fields, view);
  }
};

const nameIn = (
  one: Exclude<Commendations['collectives' | 'individuals'], number>[number],
  facts: OfficeFacts,
): string => {
  if ('unitId' in one) return facts.units.find(({ id }) => id === one.unitId)?.name ?? one.unitId;
  if (!('personId' in one)) return one.name;
  return facts.people.find(({ id }) => id === one.personId)?.fullName ?? one.personId;
};

const commendedLines = (
  all: Commendations['collectives' | 'individuals'],
  facts: OfficeFacts,
): string =>
  typeof all === 'number'
    ? formatVietnameseNumber(all)
    : all.map((one) => `${nameIn(one, facts)} | ${one.form}`).join('\n');

const textFields = (text: SummaryText | null, facts: OfficeFacts): TypedFields =>
  text === null
    ? {}
    : {
        ...Object.fromEntries(LISTS.map((name) => [name, text[name].join('\n')])),
        collectives: commendedLines(text.commendations.collectives, facts),
        individuals: commendedLines(text.commendations.individuals, facts),
      };

const fieldPairs = (pairs: readonly (readonly [string, string])[]): TypedFields =>
  Object.fromEntries(pairs);

/** What a form shows at first: what is kept, or what the year before had. */
export const summaryFieldsOf = (form: SummaryForm, view: SummaryView): TypedFields => {
  const { contents, criteriaBefore, cycle, state } = view;
  switch (form) {
    case 'criteria': {
      const rows = contents.criteria.length > 0 ? contents.criteria : criteriaBefore;
      const lines = rows.map(({ code, domain, name, maxScore }) =>
        [code, domain, name, formatVietnameseNumber(maxScore)].join(' | '),
      );
      return { criteria: lines.join('\n') };
    }
    case 'self':
      return fieldPairs(
        contents.self.map(({ code, self }) => [`self-${code}`, formatVietnameseNumber(self)]),
      );
    case 'appraised':
      return fieldPairs(
        contents.appraised.flatMap(({ code, appraised, differenceReason }) => [
          [`appraised-${code}`, formatVietnameseNumber(appraised)],
          [`reason-${code}`, differenceReason ?? ''],
        ]),
      );
    case 'outcomes':
      return fieldPairs([
        ...contents.outcomes.carriedOver.flatMap(({ taskId, reason }) => [
          [`carried-${taskId}`, 'yes'] as const,
          [`reason-${taskId}`, reason] as const,
        ]),
        ...contents.outcomes.said.map(
          ({ taskId, outcome }) => [`said-${taskId}`, outcome] as const,
        ),
      ]);
    case 'text':
      return {
        ...textFields(contents.text, cycle.facts),
        basedOn: String(state.parts.text?.version ?? ''),
      };
  }
};
