import { type LocalDate, localDateOf } from '../../domain/local-date.ts';
import { QUARTERS } from '../../domain/plan.ts';
import type { YearFile } from './year-file.ts';

export interface PlacedDate {
  readonly date: LocalDate;
  readonly place: string;
}

const eachOf = <Entry>(
  list: string,
  entries: readonly Entry[] | undefined,
  field: string,
  dateOf: (entry: Entry) => LocalDate,
): PlacedDate[] =>
  (entries ?? []).map((entry, index) => ({
    date: dateOf(entry),
    place: `${list}/${String(index)}/${field}`,
  }));

const planDates = ({ plan }: YearFile): PlacedDate[] => [
  { date: plan.registrationOpensOn, place: '/plan/registrationOpensOn' },
  ...QUARTERS.map((quarter) => ({
    date: plan.checkSchedule[quarter],
    place: `/plan/checkSchedule/${quarter}`,
  })),
  ...eachOf('/plan/adjustments', plan.adjustments, 'effectiveOn', (one) => one.effectiveOn),
];

const conferenceDates = ({ conference, commitments }: YearFile): PlacedDate[] => [
  ...(conference ? [{ date: conference.date, place: '/conference/date' }] : []),
  ...(commitments ? [{ date: commitments.signedOn, place: '/commitments/signedOn' }] : []),
];

/** The days on which something of the year happened, each with its place. */
export const datesOfYear = (file: YearFile): readonly PlacedDate[] => [
  ...planDates(file),
  ...conferenceDates(file),
  ...eachOf('/registrations', file.registrations, 'submittedAt', (one) =>
    localDateOf(one.submittedAt),
  ),
  ...eachOf('/approvals', file.approvals, 'at', (one) => localDateOf(one.at)),
  ...eachOf('/quarterChecks', file.quarterChecks, 'checkedOn', (one) => one.checkedOn),
  ...eachOf('/documents', file.documents, 'issuedOn', (one) => one.issuedOn),
];
