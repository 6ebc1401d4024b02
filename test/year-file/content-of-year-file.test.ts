import { describe, expect, it } from 'vitest';
import { officeOfYearFile } from '../../acts/year-file/office-content.ts';
import { legalBasisIdOf } from '../../acts/year-file/legal-basis-id.ts';
import { planOfYearFile } from '../../acts/year-file/plan-of-year-file.ts';
import { textsOfYearFile } from '../../acts/year-file/texts-of-year-file.ts';
import { readValue, referenceYear, refusalOf } from './reference-year.ts';

const withoutPapers = () => {
  const year = referenceYear();
  delete year.documents;
  return year;
};

const idsOf = (year: { legalBases: { citation: string }[] }, places: readonly number[]) =>
  places.map((place) => legalBasisIdOf(year.legalBases[place]?.citation ?? ''));

describe('the plan of a year file', () => {
  it('stands as first written, before the adjustments of the year', () => {
    const plan = planOfYearFile(readValue(referenceYear()));
    expect(plan).toMatchObject({
      year: 2024,
      subject: 'Thực hiện công tác cải cách hành chính năm 2024 của Phòng An ninh nội địa',
      signer: { personId: 'P-01', capacity: null },
      focalTaskCount: 5,
      schedule: {
        registrationOpensOn: '2024-01-16',
        registrationDeadline: '2024-02-05',
        checks: { Q1: '2024-03-14', Q2: '2024-06-14', Q3: '2024-09-13', Q4: '2024-12-05' },
      },
    });
    expect(plan.tasks.map(({ leadUnitId }) => leadUnitId)).toEqual([
      'T-TH',
      'T-1',
      'T-2',
      'T-3',
      'T-4',
    ]);
    expect(plan.tasks[4]?.indicators[1]).toMatchObject({ target: 50, quarterTargets: { Q4: 50 } });
  });

  it('rests on the legal bases in force on the day of its paper', () => {
    const year = referenceYear();
    year.legalBases[0].inForceTo = '2024-01-14';
    year.legalBases[1].inForceFrom = '2024-01-16';
    year.legalBases[2].inForceTo = '2024-01-15';
    expect(planOfYearFile(readValue(year)).legalBasisIds).toEqual(idsOf(year, [2, 3]));
  });

  it('without a paper rests on those in force when registration opens', () => {
    const year = withoutPapers();
    year.legalBases[1].inForceFrom = '2024-01-16';
    year.legalBases[2].inForceTo = '2024-01-15';
    expect(planOfYearFile(readValue(year)).legalBasisIds).toEqual(idsOf(year, [0, 1, 3]));
  });

  it('is signed by whom its paper names, with his capacity', () => {
    const year = referenceYear();
    Object.assign(year.documents[0], { signerId: 'P-02', signingCapacity: 'KT.' });
    expect(planOfYearFile(readValue(year)).signer).toEqual({ personId: 'P-02', capacity: 'KT.' });
  });

  it('without a paper is signed by who heads the office when registration opens', () => {
    const year = withoutPapers();
    for (const part of ['approvals', 'conference', 'commitments']) delete year[part];
    year.people[0].validTo = '2024-01-15';
    Object.assign(year.people[1], { roles: ['leader'], validFrom: '2024-01-16' });
    expect(planOfYearFile(readValue(year))).toMatchObject({
      signer: { personId: 'P-02', capacity: null },
      subject: 'Thực hiện công tác cải cách hành chính năm 2024 của Phòng An ninh nội địa',
    });
  });

  it('of an office without a head is refused', () => {
    const year = withoutPapers();
    year.people[0].roles = ['approver'];
    expect(refusalOf(() => planOfYearFile(readValue(year)))).toMatchObject({
      code: 'missing-field',
      place: '/people',
    });
  });
});

describe('the office of a year file', () => {
  it('has its units with every name that they bore', () => {
    const { units } = officeOfYearFile(readValue(referenceYear()));
    expect(units.find(({ id }) => id === 'T-3')).toMatchObject({
      validTo: '2024-07-31',
      successorId: 'T-2',
    });
    expect(units.find(({ id }) => id === 'T-4')?.names).toEqual([
      { name: 'Đội công tác số 4', from: null, until: '2024-09-30' },
      { name: 'Đội Ứng dụng công nghệ', from: '2024-10-01', until: null },
    ]);
    expect(units[0]?.names).toEqual([{ name: 'Đội Tham mưu - Tổng hợp', from: null, until: null }]);
  });

  it('has its people in their units, or in none where they belong to the office itself', () => {
    const { people } = officeOfYearFile(readValue(referenceYear()));
    expect(people[0]).toMatchObject({ id: 'P-01', unitId: null, validFrom: null, validTo: null });
    expect(people[4]).toMatchObject({ id: 'P-05', unitId: 'T-1', validFrom: '2024-06-01' });
  });

  it('hands papers over to whom it must or should not mail', () => {
    const year = referenceYear();
    year.people[8].deliveryMode = 'paper';
    year.people[10].email = null;
    const { people } = officeOfYearFile(readValue(year));
    expect(
      people.filter(({ deliveryMode }) => deliveryMode === 'paper').map(({ id }) => id),
    ).toEqual(['P-09', 'P-10', 'P-11']);
  });

  it('has its head, bases, domains and superiors', () => {
    const content = officeOfYearFile(readValue(referenceYear()));
    expect(content.office).toMatchObject({ id: 'U-ANND', symbol: 'ANNĐ', parent: { id: 'U-CAT' } });
    expect(content.legalBases.map(({ id }) => id)).toEqual(
      content.legalBases.map(({ citation }) => legalBasisIdOf(citation)),
    );
    expect(content.domains).toHaveLength(6);
    expect(content.superiors.map(({ email }) => email)).toContain(null);
  });
});

describe('the texts of a year file', () => {
  it('come each with its place, in NFC, and without those of the article', () => {
    const year = referenceYear();
    year.plan.tasks[0].title = 'Rà soát'.normalize('NFD');
    const texts = [...textsOfYearFile(readValue(year))];
    expect(texts).toContainEqual({ pointer: '/plan/tasks/0/title', text: 'Rà soát' });
    expect(texts).toContainEqual({ pointer: '/documents/0/numberDisplay', text: '15/KH-ANNĐ' });
    expect(texts.filter(({ pointer }) => pointer.startsWith('/seed'))).toEqual([]);
  });
});
