import { readFileSync } from 'node:fs';
import { DomainError } from '../../domain/errors.ts';
import { readYearText } from '../../acts/year-file/read-year-file.ts';
import type { YearFile } from '../../acts/year-file/year-file.ts';

export const referenceBytes = readFileSync(new URL('../../examples/2024.json', import.meta.url));

/** A fresh copy of the reference year, to be bent at will. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests break the file in ways no type allows
export const referenceYear = (): any => JSON.parse(referenceBytes.toString('utf8'));

export const readValue = (value: unknown): YearFile => readYearText(JSON.stringify(value));

export const refusalOf = (act: () => unknown): DomainError => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

/** The refusal of the reference year with one thing changed. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
export const refusalAfter = (change: (year: any) => void): DomainError => {
  const year = referenceYear();
  change(year);
  return refusalOf(() => readValue(year));
};

/** The year 2024 as if the conference of December 2023 had opened it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
export const yearOpenedBySummary = (): any => {
  const year = referenceYear();
  year.previousYearSummary = {
    year: 2023,
    results: [
      { id: 'KQ1', text: 'Nâng cấp 03 phần mềm', metric: { value: 3, unit: 'phần mềm' } },
      { id: 'KQ2', text: 'Giảm cụm thi đua', metric: { from: 10, to: 9, unit: 'cụm thi đua' } },
      { id: 'KQ3', text: 'Lồng ghép kiểm tra', metric: { inspections: 1, value: 3, unit: 'lần' } },
      { id: 'KQ4', text: 'Giảm họp', metric: null },
    ],
  };
  Object.assign(year.conference, {
    kind: 'SUMMARY_AND_REGISTRATION',
    closesCycleYear: 2023,
    opensCycleYear: 2024,
    date: '2023-11-03',
    session: 'Sáng',
    startAt: '2023-11-03T08:00:00+07:00',
    endAt: '2023-11-03T11:00:00+07:00',
  });
  year.conference.attendance.guests = 'Chuyên viên CCHC Phòng Tham mưu';
  year.plan.priorityStatement = 'nhiệm vụ chính trị trọng tâm';
  year.plan.registeredTaskCount = 5;
  return year;
};
