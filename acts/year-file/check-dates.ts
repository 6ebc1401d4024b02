import { checkNotTooEarly } from '../../domain/check-day.ts';
import { DomainError } from '../../domain/errors.ts';
import { isBefore, type LocalDate } from '../../domain/local-date.ts';
import { datesOfYear, type PlacedDate } from './dates-of-year.ts';
import type { YearFile } from './year-file.ts';

interface Span {
  readonly from: LocalDate | undefined;
  readonly to: LocalDate | null | undefined;
  readonly place: string;
}

const organisationSpans = (file: YearFile): Span[] => [
  ...file.orgUnits.map((unit, index) => ({
    from: unit.validFrom,
    to: unit.validTo,
    place: `/orgUnits/${String(index)}/validTo`,
  })),
  ...file.orgUnits.flatMap((unit, index) =>
    (unit.nameHistory ?? []).map(({ from, until }, position) => ({
      from,
      to: until,
      place: `/orgUnits/${String(index)}/nameHistory/${String(position)}/until`,
    })),
  ),
  ...file.people.map((person, index) => ({
    from: person.validFrom,
    to: person.validTo,
    place: `/people/${String(index)}/validTo`,
  })),
  ...file.legalBases.map((basis, index) => ({
    from: basis.inForceFrom,
    to: basis.inForceTo,
    place: `/legalBases/${String(index)}/inForceTo`,
  })),
];

const escalationSpans = ({ dialogue }: YearFile): Span[] =>
  (dialogue?.questions ?? []).flatMap(({ escalation }, index) => {
    if (!escalation) return [];
    const { sentOn: from, dueOn, repliedOn } = escalation;
    const at = `/dialogue/questions/${String(index)}/escalation`;
    return [
      { from, to: dueOn, place: `${at}/dueOn` },
      { from, to: repliedOn, place: `${at}/repliedOn` },
    ];
  });

const yearSpans = ({ plan, quarterChecks = [] }: YearFile): Span[] => [
  {
    from: plan.registrationOpensOn,
    to: plan.registrationDeadline,
    place: '/plan/registrationDeadline',
  },
  ...quarterChecks.map(({ dataPeriod }, index) => ({
    ...dataPeriod,
    place: `/quarterChecks/${String(index)}/dataPeriod/to`,
  })),
];

const refuseEnd = (date: string, from: string, place: string): never => {
  const expected = `>= ${from}`;
  throw new DomainError('impossible-date', 'an end before its start', { date, expected }, place);
};

const checkSpan = ({ from, to, place }: Span): void => {
  if (from && to && to < from) refuseEnd(to, from, place);
};

// A year begins in the autumn before it and is wound up in the winter after it: farther is a slip.
const YEARS_AROUND = 2;

const checkNearYear = ({ date, place }: PlacedDate, cycleYear: number): void => {
  const first = `${String(cycleYear - YEARS_AROUND)}-01-01`;
  const last = `${String(cycleYear + YEARS_AROUND)}-12-31`;
  if (first <= date && date <= last) return;
  const details = { date, expected: `${first} to ${last}` };
  throw new DomainError('impossible-date', 'a date of quite another time', details, place);
};

/** No span ends before it starts, no check comes too early, and no date is of quite another time. */
export const checkDates = (file: YearFile): void => {
  [...organisationSpans(file), ...yearSpans(file), ...escalationSpans(file)].forEach(checkSpan);
  const { conference } = file;
  if (conference && isBefore(conference.endAt, conference.startAt)) {
    refuseEnd(conference.endAt, conference.startAt, '/conference/endAt');
  }
  file.quarterChecks?.forEach(({ checkedOn, dataPeriod }, index) => {
    checkNotTooEarly(checkedOn, dataPeriod, `/quarterChecks/${String(index)}/checkedOn`);
  });
  datesOfYear(file).forEach((dated) => {
    checkNearYear(dated, file.cycleYear);
  });
};
