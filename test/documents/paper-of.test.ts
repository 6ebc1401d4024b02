import { describe, expect, test } from 'vitest';

import { DomainError } from '../../domain/errors.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import type { PaperSource } from '../../domain/paper-source.ts';
import { paperCheck } from '../../documents/check-paper.ts';
import { paperOf } from '../../documents/paper-of.ts';
import {
  commitment,
  dating,
  form,
  office,
  ofTeam1,
  ofWomensUnion,
  opening,
  openingContent,
  result,
} from './registration-fixture.ts';

const without = (id: string): OfficeFacts => ({
  ...office,
  people: office.people.filter((person) => person.id !== id),
  units: office.units.filter((unit) => unit.id !== id),
  domains: office.domains.filter(({ code }) => code !== id),
});

describe('a paper that names what the office has not is refused at its place', () => {
  const cases: readonly [string, PaperSource, OfficeFacts, string, string][] = [
    ["the form's head", form(ofTeam1), without('P-04'), '/headId', 'P-04'],
    ["the pledge's head", commitment(ofTeam1), without('P-04'), '/headId', 'P-04'],
    ['the leader of a form', form(ofTeam1), without('P-01'), '/leader', 'leader'],
    ['the leader of a pledge', commitment(ofTeam1), without('P-01'), '/leader', 'leader'],
    ['the leader of a notice', opening(), without('P-01'), '/leader', 'leader'],
    ['the unit of a form', form(ofTeam1), without('T-1'), '/unitId', 'T-1'],
    ['a domain of reform', form(ofTeam1), without('D2'), '/tasks/1/domain', 'D2'],
    ['who leads', form(ofTeam1), without('T-TH'), '/sharedTasks/1/leadUnitId', 'T-TH'],
    ['who takes part', form(ofTeam1), without('T-2'), '/sharedTasks/0/unitIds', 'T-2'],
    ['a unit that is to register', opening(), without('T-3'), '/unitIds/3', 'T-3'],
    ['a unit of the list', result(), without('T-3'), '/entries/3/unitId', 'T-3'],
    ['the signer', result(), without('P-02'), '/signer/personId', 'P-02'],
    [
      'a registration that was accepted',
      result({ sharedTasks: [] }, { registrations: [ofTeam1] }),
      office,
      '/entries/0/version',
      'T-TH',
    ],
    [
      'the reason of a unit that declined',
      result({}, { declineReasons: {} }),
      office,
      '/entries/4/declineReasonId',
      'reason-1',
    ],
    [
      'a task that units share',
      result({
        sharedTasks: [{ key: 'NV9', joinedKeys: [], leadUnitId: 'T-1', unitIds: ['T-1', 'T-2'] }],
      }),
      office,
      '/sharedTasks/0/key',
      'NV9',
    ],
  ];

  test.each(cases)('%s', (_, source, facts, place, given) => {
    const error = (() => {
      try {
        return paperOf(source, facts, dating('draft'));
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ code: 'unknown-reference', place, details: { given } });
  });
});

describe('what can not be printed is refused before it is approved', () => {
  const refusalOf = async (source: PaperSource): Promise<unknown> => {
    try {
      await paperCheck.render(source, office);
      return null;
    } catch (error) {
      return error;
    }
  };

  test('papers without a hole pass', async () => {
    for (const source of [opening(), result(), form(ofTeam1), commitment(ofWomensUnion)]) {
      expect(await refusalOf(source)).toBeNull();
    }
  });

  test('a registration without a task', async () => {
    expect(await refusalOf(form({ ...ofTeam1, tasks: [] }))).toMatchObject({
      code: 'missing-field',
      details: { expected: 'tasks' },
    });
  });

  test('a requirement with a letter that the font lacks', async () => {
    expect(await refusalOf(opening({ requirements: ['Hoàn thành ☑'] }))).toMatchObject({
      code: 'letter-without-glyph',
      details: { expected: 'sentence this' },
    });
  });

  test('a notice without a subject', async () => {
    const content = { ...openingContent, subject: ' ' };
    expect(await refusalOf({ kind: 'registration-opening', content })).toMatchObject({
      code: 'missing-field',
    });
  });

  test('each kind of paper is approved with its own template and words', () => {
    const plan = paperCheck.pins('plan');
    const notice = paperCheck.pins('registration-opening');
    expect(notice.template.sha256).not.toBe(plan.template.sha256);
    expect(notice.locale.sha256).not.toBe(plan.locale.sha256);
  });
});

describe('who has a task with whom', () => {
  const roles = (source: PaperSource) => {
    const paper = paperOf(source, office, dating('draft'));
    return 'tasks' in paper ? paper.tasks.map(({ role }) => role) : [];
  };

  test('a unit leads, takes part, or is alone', () => {
    expect(roles(form(ofTeam1))).toEqual([
      { kind: 'lead', others: ['Đội công tác số 2'] },
      { kind: 'part', lead: 'Đội Tham mưu - Tổng hợp' },
      null,
    ]);
  });

  test("a unit's own task is known by unit and task", () => {
    const sharedTasks = [
      { key: 'M-PN/n3', joinedKeys: [], leadUnitId: 'M-PN', unitIds: ['M-PN', 'T-1'] },
    ];
    expect(roles({ ...form(ofWomensUnion), sharedTasks })).toEqual([
      { kind: 'lead', others: ['Đội công tác số 1'] },
    ]);
    // The same id in another unit is another task.
    expect(roles({ ...form(ofTeam1), sharedTasks })).toEqual([null, null, null]);
  });

  test('a unit that leads nobody is alone', () => {
    const sharedTasks = [{ key: 'NV1', joinedKeys: [], leadUnitId: 'T-1', unitIds: ['T-1'] }];
    expect(roles({ ...form(ofTeam1), sharedTasks })).toEqual([null, null, null]);
  });
});
