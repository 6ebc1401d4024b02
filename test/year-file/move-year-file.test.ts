import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planReplay } from '../../acts/replay/plan-replay.ts';
import { moveYearFile } from '../../acts/year-file/move-year-file.ts';
import { readYearFile } from '../../acts/year-file/read-year-file.ts';
import { isWorkingDay } from '../../domain/working-days.ts';
import { SHIPPED_DAYS } from '../../locale/shipped-calendar.ts';

const bytesOf = (year: 2022 | 2024): Uint8Array =>
  readFileSync(new URL(`../../examples/${String(year)}.json`, import.meta.url));

describe.each([2022, 2024] as const)('the year %i', (from) => {
  const original = readYearFile(bytesOf(from));

  it('is a good file in every year of the next two decades, with the same steps in the same order', () => {
    const idsOf = (file: typeof original) =>
      planReplay(file)
        .steps.map(({ id }) => id)
        .toSorted();
    for (let year = from; year <= from + 20; year += 1) {
      const { file } = moveYearFile(bytesOf(from), year, SHIPPED_DAYS);
      expect(file.cycleYear).toBe(year);
      expect(idsOf(file)).toEqual(idsOf(original));
      const papers = (file.documents ?? []).map(({ id, number, numberDisplay }) => ({
        id,
        number,
        numberDisplay,
      }));
      expect(papers).toEqual(
        (original.documents ?? []).map(({ id, number, numberDisplay }) => ({
          id,
          number,
          numberDisplay,
        })),
      );
    }
  });

  it('has papers on working days alone, none before its approval', () => {
    const { file } = moveYearFile(bytesOf(from), 2030, SHIPPED_DAYS);
    const days = (file.documents ?? []).map(({ issuedOn }) => issuedOn);
    expect(days.filter((day) => !isWorkingDay(SHIPPED_DAYS, day))).toEqual([]);
    for (const { documentId, at } of file.approvals ?? []) {
      const paper = file.documents?.find(({ id }) => id === documentId);
      if (paper) expect(paper.issuedOn >= at.slice(0, 10)).toBe(true);
    }
  });

  it('keeps every word, and says where the old year stands in one', () => {
    const { file, namesOldYear } = moveYearFile(bytesOf(from), 2030, SHIPPED_DAYS);
    expect(file.documents?.map(({ subject }) => subject)).toEqual(
      original.documents?.map(({ subject }) => subject),
    );
    expect(file.people.map(({ fullName }) => fullName)).toEqual(
      original.people.map(({ fullName }) => fullName),
    );
    expect(namesOldYear).toContain('/plan/id');
    expect(namesOldYear.length).toBeGreaterThan(5);
  });
});

describe('what hangs on the year 2024', () => {
  const { file } = moveYearFile(bytesOf(2024), 2030, SHIPPED_DAYS);

  it('moves with it: deadlines behind Tết, spans of validity to the very day', () => {
    expect(file.plan.registrationDeadline).toBe('2030-02-07');
    expect(file.orgUnits.find(({ id }) => id === 'T-3')?.validTo).toBe('2030-07-31');
    expect(file.people.find(({ id }) => id === 'P-05')?.validFrom).toBe('2030-06-01');
    expect(file.registrations?.find(({ late }) => late)?.submittedAt).toBe(
      '2030-02-19T08:00:00+07:00',
    );
  });

  it('stays as it is where the article that it was made from tells of itself', () => {
    expect(file.seed).toBeUndefined();
  });

  it('moves the year that a conference closes and the one that it opens', () => {
    const { conference, previousYearSummary } = moveYearFile(
      bytesOf(2022),
      2030,
      SHIPPED_DAYS,
    ).file;
    expect(conference).toMatchObject({ closesCycleYear: 2029, opensCycleYear: 2030 });
    expect(previousYearSummary?.year).toBe(2029);
  });

  it('is refused in a year before its own', () => {
    expect(() => moveYearFile(bytesOf(2024), 2023, SHIPPED_DAYS)).toThrow(
      expect.objectContaining({ code: 'impossible-date', place: '/cycleYear' }),
    );
  });
});
