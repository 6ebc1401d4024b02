import { describe, expect, it } from 'vitest';
import {
  readValue,
  referenceYear,
  refusalAfter,
  refusalOf,
  summaryYear,
} from './reference-year.ts';
import { REFUSALS_BY_GROUP } from './refusal-cases.ts';
import { SUMMARY_REFUSALS_BY_GROUP } from './summary-refusal-cases.ts';

const casesOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

const tokensOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Puts a JSON value into a year, or takes one out where none is given. */
const edited = (pointer: string, value: string, year = referenceYear()) => {
  const tokens = tokensOf(pointer);
  const holder = tokens.slice(0, -1).reduce((node, token) => node[token], year);
  if (value === '') delete holder[tokens.at(-1) ?? ''];
  else holder[tokens.at(-1) ?? ''] = JSON.parse(value);
  return year;
};

describe.each(Object.entries(REFUSALS_BY_GROUP))(
  'a file is refused with its place and what is expected there: %s',
  (_group, table) => {
    it.each(casesOf(table))('%s as %s is refused: %s', (pointer, value, code, expected, place) => {
      const refusal = refusalOf(() => readValue(edited(pointer ?? '', value ?? '')));
      expect([refusal.code, refusal.place]).toEqual([code, place ?? pointer]);
      expect(refusal.details['expected']).toContain(expected);
    });
  },
);

describe.each(Object.entries(SUMMARY_REFUSALS_BY_GROUP))(
  'a year that a summary conference opens is refused likewise: %s',
  (_group, table) => {
    it.each(casesOf(table))('%s as %s is refused: %s', (pointer, value, code, expected, place) => {
      const year = edited(pointer ?? '', value ?? '', summaryYear());
      const refusal = refusalOf(() => readValue(year));
      expect([refusal.code, refusal.place]).toEqual([code, place ?? pointer]);
      expect(refusal.details['expected']).toContain(expected);
    });
  },
);

describe('a file with more than one thing at odds', () => {
  it('of another schema is told so, and not which keys are unknown', () => {
    const refusal = refusalAfter((year) => {
      year.schemaVersion = 'cchc-sample/2';
      year.unit.extra = 1;
    });
    expect(refusal).toMatchObject({ code: 'not-schema', place: '/schemaVersion' });
  });

  it('may not have one key in two ways of writing', () => {
    const refusal = refusalAfter((year) => {
      year['Kế'] = 1;
      year['Kế'.normalize('NFD')] = 2;
    });
    expect(refusal.code).toBe('duplicate-id');
  });

  it.each(['15/KH-ANNĐ', '015/KH-ANNĐ'])('may not give the number %s a second time', (shown) => {
    const refusal = refusalAfter((year) => {
      Object.assign(year.documents[13], { number: 15, numberDisplay: shown });
    });
    expect(refusal).toMatchObject({
      code: 'number-taken',
      place: '/documents/13/numberDisplay',
      details: { number: shown, takenBy: 'DOC-KH', expected: 'a number not yet given' },
    });
  });

  it('that shows a number as a million noughts is read in no time', () => {
    const refusal = refusalAfter((year) => {
      year.documents[13].numberDisplay = '0'.repeat(1_000_000);
      year.documents[13].cosignerId = 'P-12';
      year.people[11].validFrom = '2024-12-01';
    });
    expect(refusal).toMatchObject({ code: 'no-power', place: '/documents/13/cosignerId' });
  });

  it('may not give the number of a cancelled paper again', () => {
    const refusal = refusalAfter((year) => {
      Object.assign(year.documents[4], { number: 63, numberDisplay: '63/GM-ANNĐ' });
    });
    expect(refusal).toMatchObject({ code: 'number-taken', place: '/documents/5/numberDisplay' });
  });

  it('may not have an approval by someone not yet in post', () => {
    const refusal = refusalAfter((year) => {
      year.people[0].validFrom = '2024-01-15';
      year.approvals[0].at = '2024-01-14T10:00:00+07:00';
    });
    expect(refusal).toMatchObject({ code: 'no-power', place: '/approvals/0/byId' });
  });

  it('may not raise a target that is to fall above its baseline in an adjustment', () => {
    const refusal = refusalAfter((year) => {
      const change = { taskId: 'NV2', indicatorId: 'CT2.1', field: 'target', from: 2, to: 4 };
      year.plan.adjustments[0].changes.push(change);
    });
    expect(refusal).toMatchObject({
      code: 'unreachable-target',
      place: '/plan/adjustments/0/changes/3/to',
    });
  });

  it('may not have units that took over each other', () => {
    const refusal = refusalAfter((year) => {
      Object.assign(year.orgUnits[2], { validTo: '2024-08-31', successorId: 'T-3' });
    });
    expect(refusal).toMatchObject({
      code: 'unknown-reference',
      place: '/orgUnits/3/successorId',
      details: { id: 'T-2' },
    });
  });

  it('may not have papers by the ten thousand that lead in a circle, nor take long to say so', () => {
    const refusal = refusalAfter((year) => {
      const papers = Array.from({ length: 10_000 }, (_, index) => ({
        ...year.documents[6],
        id: `X-${String(index)}`,
        attachedTo: `X-${String((index + 1) % 10_000)}`,
      }));
      year.documents.push(...papers);
    });
    expect(refusal).toMatchObject({
      code: 'unknown-reference',
      place: '/documents/10015/attachedTo',
    });
  });

  it('may not have a paper signed by order of the head by whoever headed a unit that is gone', () => {
    const refusal = refusalAfter((year) => {
      Object.assign(year.documents[14], { signerId: 'P-07', signingCapacity: 'TL.' });
    });
    expect(refusal).toMatchObject({ code: 'no-power', place: '/documents/14/signerId' });
  });
});

describe('a refusal', () => {
  it.each([
    ['/people/0/roles/0', '"king"', { role: 'king' }],
    ['/plan/documentId', '"X"', { id: 'X' }],
    ['/unit/id', '"ô"', { id: 'ô' }],
    ['/budget', '1', { key: 'budget' }],
    ['/conference/date', '"2024-02-30"', { date: '2024-02-30' }],
  ])('quotes what it refuses at %s', (pointer, value, quoted) => {
    expect(refusalOf(() => readValue(edited(pointer, value))).details).toMatchObject(quoted);
  });

  it('stays short, however long what it refuses is', () => {
    const long = 'X'.repeat(100_000);
    const refusals = [
      refusalOf(() => readValue(edited('/plan/documentId', JSON.stringify(long)))),
      refusalOf(() => readValue(edited(`/plan/${long}`, '1'))),
      refusalOf(() => readValue(edited('/conference/date', JSON.stringify(long)))),
    ];
    expect(refusals.map(({ code, place }) => [code, place])).toEqual([
      ['unknown-reference', '/plan/documentId'],
      ['unknown-key', '/plan'],
      ['impossible-date', '/conference/date'],
    ]);
    for (const { message, details } of refusals) {
      expect(JSON.stringify([message, details]).length).toBeLessThan(400);
    }
  });

  it('does not quote what people wrote elsewhere', () => {
    const refusal = refusalOf(() => readValue(edited('/unit/email', '"Nguyễn Văn Mẫu"')));
    expect(Object.keys(refusal.details)).toEqual(['expected']);
    expect(refusal.message).not.toContain('Mẫu');
  });
});
