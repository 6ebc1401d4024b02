import { DomainError } from '../../domain/errors.ts';
import { quote } from './quote.ts';
import type { YearFile } from './year-file.ts';

interface Listed {
  readonly place: string;
  readonly id: string;
}

const idsIn = (list: string, entries: readonly { readonly id: string }[] = []): Listed[] =>
  entries.map(({ id }, index) => ({ place: `${list}/${String(index)}/id`, id }));

const planLists = ({ plan }: YearFile): Listed[][] => [
  idsIn('/plan/tasks', plan.tasks),
  ...plan.tasks.map((task, index) =>
    idsIn(`/plan/tasks/${String(index)}/indicators`, task.indicators),
  ),
  idsIn('/plan/adjustments', plan.adjustments),
];

// The office stands first among the units: people belong to either by one kind of id.
const organisationLists = (file: YearFile): Listed[][] => [
  idsIn('/superiors', file.superiors),
  [{ place: '/unit/id', id: file.unit.id }, ...idsIn('/orgUnits', file.orgUnits)],
  idsIn('/people', file.people),
  file.domains.map(({ code }, index) => ({ place: `/domains/${String(index)}/code`, id: code })),
];

type Registration = NonNullable<YearFile['registrations']>[number];
type Check = NonNullable<YearFile['quarterChecks']>[number];

const itemsOf = ({ items }: Registration, at: string): Listed[] =>
  items.map(({ taskId }, index) => ({ place: `${at}/items/${String(index)}/taskId`, id: taskId }));

const resultsOf = ({ results }: Check, at: string): Listed[] =>
  results.map(({ taskId, indicatorId }, index) => ({
    place: `${at}/results/${String(index)}/indicatorId`,
    id: JSON.stringify([taskId, indicatorId]),
  }));

// What a year says of a unit, a task or an indicator it says once; two sayings could differ.
const sayings = (file: YearFile): Listed[][] => [
  file.legalBases.map(({ citation }, index) => ({
    place: `/legalBases/${String(index)}/citation`,
    id: citation,
  })),
  ...(file.registrations ?? []).map((registration, index) =>
    itemsOf(registration, `/registrations/${String(index)}`),
  ),
  (file.commitments?.signatories ?? []).map(({ orgUnitId }, index) => ({
    place: `/commitments/signatories/${String(index)}/orgUnitId`,
    id: orgUnitId,
  })),
  ...(file.quarterChecks ?? []).map((check, index) =>
    resultsOf(check, `/quarterChecks/${String(index)}`),
  ),
  (file.yearSummary?.taskOutcomes ?? []).map(({ taskId }, index) => ({
    place: `/yearSummary/taskOutcomes/${String(index)}/taskId`,
    id: taskId,
  })),
];

const yearLists = (file: YearFile): Listed[][] => [
  idsIn('/previousYearSummary/results', file.previousYearSummary?.results),
  idsIn('/registrations', file.registrations),
  idsIn('/approvals', file.approvals),
  idsIn('/dialogue/questions', file.dialogue?.questions),
  (file.quarterChecks ?? []).map(({ quarter }, index) => ({
    place: `/quarterChecks/${String(index)}/quarter`,
    id: quarter,
  })),
  idsIn('/documents', file.documents),
];

const refuseRepeats = (list: readonly Listed[]): void => {
  const seen = new Set<string>();
  for (const { place, id } of list) {
    if (seen.has(id)) {
      const expected = 'an id that its list does not have yet';
      const details = { id: quote(id), expected };
      throw new DomainError('duplicate-id', 'an id stands twice in its list', details, place);
    }
    seen.add(id);
  }
};

/** Every id stands once in its list, and what is said of one thing is said once. */
export const checkIds = (file: YearFile): void => {
  [...organisationLists(file), ...planLists(file), ...yearLists(file), ...sayings(file)].forEach(
    refuseRepeats,
  );
};
