import { checkNotTooEarly } from '../../domain/check-day.ts';
import { DomainError } from '../../domain/errors.ts';
import { isBefore, type LocalDate } from '../../domain/local-date.ts';
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

/** No span ends before it starts, and no check comes too early. */
export const checkDates = (file: YearFile): void => {
  [...organisationSpans(file), ...yearSpans(file)].forEach(checkSpan);
  const { conference } = file;
  if (conference && isBefore(conference.endAt, conference.startAt)) {
    refuseEnd(conference.endAt, conference.startAt, '/conference/endAt');
  }
  file.quarterChecks?.forEach(({ checkedOn, dataPeriod }, index) => {
    checkNotTooEarly(checkedOn, dataPeriod, `/quarterChecks/${String(index)}/checkedOn`);
  });
};
