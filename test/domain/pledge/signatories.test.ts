import { describe, expect, test } from 'vitest';
import { checkSignatory, signatoriesOf } from '../../../domain/pledge/signatories.ts';
import { FACTS, person } from '../office-facts.ts';

const idsBy = (rule: Parameters<typeof signatoriesOf>[0], unitIds: readonly string[] = []) =>
  signatoriesOf(rule, unitIds, FACTS).map(({ unitId, head }) => `${unitId} ${head.id}`);

describe('who must sign is the office’s choice', () => {
  test('team commands alone, as in the first seed', () => {
    expect(idsBy('teams')).toEqual(['team-1 head-1', 'team-2 head-2']);
  });

  test('teams and mass organisations, as in the second', () => {
    expect(idsBy('teams-and-mass-organisations')).toEqual([
      'team-1 head-1',
      'team-2 head-2',
      'union union-head',
    ]);
  });

  test('the units that were named', () => {
    expect(idsBy('named', ['union', 'team-2'])).toEqual(['union union-head', 'team-2 head-2']);
  });

  test('named units are units of the office, each once, and at least one', () => {
    expect(() => idsBy('named', ['team-9'])).toThrow(
      expect.objectContaining({ code: 'unknown-reference', place: '/unitIds/0' }),
    );
    expect(() => idsBy('named', ['team-1', 'team-1'])).toThrow(
      expect.objectContaining({ code: 'duplicate-id', place: '/unitIds/1' }),
    );
    expect(() => idsBy('named')).toThrow(expect.objectContaining({ code: 'missing-field' }));
  });

  test('a unit without a head on that day cannot be asked to sign', () => {
    const headless = { ...FACTS, people: FACTS.people.filter(({ id }) => id !== 'head-1') };
    expect(() => signatoriesOf('teams', [], headless)).toThrow(
      expect.objectContaining({
        code: 'unknown-reference',
        details: expect.objectContaining({ given: 'team-1', day: FACTS.date }),
      }),
    );
  });
});

describe('who signs for a unit', () => {
  const check = (personId: string, isSubstitute = false, facts = FACTS) => {
    checkSignatory(facts, { unitId: 'team-1', personId, isSubstitute }, '/signed/0');
  };

  test('is its head on that day', () => {
    expect(() => {
      check('head-1');
    }).not.toThrow();
  });

  test('is the new head where the old one was replaced meanwhile, and the old one no more', () => {
    const replaced = {
      ...FACTS,
      people: [
        ...FACTS.people.filter(({ id }) => id !== 'head-1'),
        person('head-1', { unitId: 'team-1' }),
        person('new-head', { unitId: 'team-1', roles: ['teamLead'] }),
      ],
    };
    expect(() => {
      check('new-head', false, replaced);
    }).not.toThrow();
    expect(() => {
      check('head-1', false, replaced);
    }).toThrow(expect.objectContaining({ code: 'no-power', place: '/signed/0/substitute' }));
  });

  test('is somebody else of the office with a delegation, and never without', () => {
    expect(() => {
      check('member-1', true);
    }).not.toThrow();
    expect(() => {
      check('member-1');
    }).toThrow(expect.objectContaining({ code: 'no-power', place: '/signed/0/substitute' }));
  });

  test('is nobody once the unit has ended, though its head is still in post', () => {
    const ended = { ...FACTS, units: FACTS.units.filter(({ id }) => id !== 'team-1') };
    expect(() => {
      check('head-1', false, ended);
    }).toThrow(expect.objectContaining({ code: 'unknown-reference', place: '/signed/0/unitId' }));
  });

  test('is nobody from outside', () => {
    expect(() => {
      check('stranger', true);
    }).toThrow(expect.objectContaining({ code: 'unknown-reference', place: '/signed/0/personId' }));
  });

  test('is not the head with a delegation of their own', () => {
    expect(() => {
      check('head-1', true);
    }).toThrow(expect.objectContaining({ code: 'not-schema', place: '/signed/0/substitute' }));
  });
});
