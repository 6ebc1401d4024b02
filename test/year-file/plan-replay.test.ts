import { describe, expect, it } from 'vitest';
import { ACTS } from '../../acts/all-acts.ts';
import { planReplay } from '../../acts/replay/plan-replay.ts';
import { readYearText } from '../../acts/year-file/read-year-file.ts';
import { readFileSync } from 'node:fs';

const textOf = (year: 2022 | 2024): string =>
  readFileSync(new URL(`../../examples/${String(year)}.json`, import.meta.url), 'utf8');

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test changes another place of the file
const changed = (year: 2022 | 2024, change: (file: any) => void) => {
  const file = JSON.parse(textOf(year));
  change(file);
  return planReplay(readYearText(JSON.stringify(file)));
};

const plain = ({ steps }: ReturnType<typeof planReplay>) =>
  steps.map(({ id, at, personId, act, data, place }) => ({ id, at, personId, act, data, place }));

describe.each([2022, 2024] as const)('the steps of the year %i', (year) => {
  const planned = planReplay(readYearText(textOf(year)));

  it('are in the order of their dates, each with an id of its own, by acts that there are', () => {
    const times = planned.steps.map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
    expect(new Set(planned.steps.map(({ id }) => id)).size).toBe(planned.steps.length);
    expect(planned.steps.filter(({ act }) => !ACTS.has(act))).toEqual([]);
  });

  it('are the same each time', () => {
    expect(plain(planReplay(readYearText(textOf(year))))).toEqual(plain(planned));
  });

  it('lose nothing of the file: each part is entered, or told as not entered', () => {
    const { file } = planned.year;
    const lists = ['registrations', 'approvals', 'documents'] as const;
    const parts = [
      'previousYearSummary',
      'conference',
      'commitments',
      'dialogue',
      'quarterChecks',
      'yearSummary',
    ] as const;
    const places = [
      ...lists.flatMap((list) => (file[list] ?? []).map((_, index) => `/${list}/${String(index)}`)),
      ...parts.filter((part) => file[part] !== undefined).map((part) => `/${part}`),
      ...file.plan.adjustments.map(({ documentId }) => {
        const index = file.documents?.findIndex(({ id }) => id === documentId) ?? -1;
        return `/documents/${String(index)}`;
      }),
    ];
    const told = [
      ...planned.steps.map(({ place }) => place),
      ...planned.notEntered,
      // The programme goes out within another paper.
      ...planned.assumed.map(({ path }) => path),
    ];
    const lost = places.filter(
      (place) => !told.some((one) => one === place || one.startsWith(`${place}/`)),
    );
    expect(lost).toEqual([]);
  });

  it('assume what the file does not say, and say where and why', () => {
    for (const { path, assumed, because } of planned.assumed) {
      expect(path).toMatch(/^\//);
      expect([assumed, because]).not.toContain('');
    }
    expect(planned.assumed.map(({ path }) => path)).toContain('/plan');
  });
});

describe('what the file is silent about', () => {
  it('a plan without an approval was approved by its signer on its day', () => {
    const { steps, assumed } = changed(2024, (file) => {
      file.approvals = file.approvals.filter(({ id }: { id: string }) => id !== 'AP-1');
    });
    expect(steps.find(({ act }) => act === 'approve-plan')).toMatchObject({
      personId: 'P-01',
      at: '2024-01-15T08:00:00+07:00',
    });
    expect(assumed).toContainEqual(
      expect.objectContaining({ path: '/documents/0', assumed: 'approved by P-01 on 2024-01-15' }),
    );
  });

  it('whoever is not the head decides by a delegation of that day', () => {
    const { steps } = changed(2024, (file) => {
      file.approvals[0].byId = 'P-02';
    });
    const at = steps.findIndex(({ act }) => act === 'approve-plan');
    expect(steps[at]?.personId).toBe('P-02');
    expect(steps[at - 1]).toMatchObject({
      act: 'delegate',
      personId: 'P-01',
      data: { toPersonId: 'P-02', validFrom: '2024-01-15', validTo: '2024-01-15' },
    });
  });

  it('what registers after the list was approved is a supplement', () => {
    const { steps } = changed(2024, (file) => {
      file.registrations[6].submittedAt = '2024-03-04T08:00:00+07:00';
      file.registrations[6].late = true;
      file.registrations[6].lateReason = 'Chờ ý kiến.';
    });
    const own = steps.filter(({ place }) => place === '/registrations/6');
    expect(own.map(({ act }) => act)).toEqual([
      'reopen-registration',
      'save-registration',
      'submit-registration',
      'accept-registration',
      'approve-supplement',
    ]);
  });
});

describe('what the rules refuse', () => {
  it('an amendment of what was never in force is refused before anything is entered', () => {
    expect(() =>
      changed(2024, (file) => {
        file.plan.adjustments[0].changes[1].from = 55;
      }),
    ).toThrow(expect.objectContaining({ place: '/plan/adjustments/0/changes/1/from' }));
  });
});
