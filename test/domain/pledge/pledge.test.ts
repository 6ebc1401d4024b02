import { describe, expect, test } from 'vitest';
import { daysWithoutScan, missingUnits } from '../../../domain/pledge/pledge.ts';
import { COORDINATOR, TEAM_HEAD } from '../../support/actors.ts';
import {
  ALL,
  CEREMONY,
  confirmedBy,
  givenPledge,
  mark,
  paperMoved,
  pledgeOpened,
  signedBy,
} from './given-pledge.ts';

const marking = (unitIds: readonly string[], signedOn = CEREMONY) =>
  ({
    type: 'markSigned',
    signed: unitIds.map((unitId) => mark(unitId)),
    signedOn,
    scanSha256: null,
  }) as const;

describe('signing', () => {
  test('a pledge is signed when the last of those who must has signed, and not before', () => {
    expect(givenPledge([pledgeOpened, signedBy(['team-1', 'team-2'])]).state.phase).toBe('open');
    expect(givenPledge([pledgeOpened, signedBy(ALL)]).state.phase).toBe('signed');
  });

  test('marks of the ceremony become one fact with the day, the signers and the one scan', () => {
    givenPledge([pledgeOpened])
      .when({ ...marking(['team-1', 'union']), scanSha256: 'sha-sheet' })
      .then([signedBy(['team-1', 'union'], { scanSha256: 'sha-sheet' })]);
  });

  test('who signs late has a day and a scan of their own', () => {
    const late = signedBy(['union'], { signedOn: '2024-01-22', scanSha256: 'sha-late' });
    const { state } = givenPledge([
      pledgeOpened,
      signedBy(['team-1', 'team-2'], { scanSha256: 'sha-sheet' }),
      [late, '2024-01-22T09:00:00+07:00'],
    ]);
    expect(state.phase).toBe('signed');
    expect(state.signatures.map((row) => [row.unitId, row.signedOn, row.scanSha256])).toEqual([
      ['team-1', CEREMONY, 'sha-sheet'],
      ['team-2', CEREMONY, 'sha-sheet'],
      ['union', '2024-01-22', 'sha-late'],
    ]);
  });

  test('a unit that has signed signs no second time, nor twice in one go', () => {
    givenPledge([pledgeOpened, signedBy(['team-1'])])
      .when(marking(['team-2', 'team-1']))
      .thenRefuses('duplicate-id', { id: 'team-1' }, '/signed/1/unitId');
    givenPledge([pledgeOpened])
      .when(marking(['team-1', 'team-1']))
      .thenRefuses('duplicate-id', { id: 'team-1' }, '/signed/1/unitId');
  });

  test('a unit that is no party signs nothing', () => {
    givenPledge([pledgeOpened])
      .when(marking(['team-9']))
      .thenRefuses('unknown-reference', { given: 'team-9' }, '/signed/0/unitId');
    givenPledge([pledgeOpened])
      .when({ type: 'confirmCommitment', unitId: 'team-9' }, { by: TEAM_HEAD })
      .thenRefuses('unknown-reference', { given: 'team-9' }, '/unitId');
  });

  test('nobody is marked on a day to come, or long before the year', () => {
    for (const day of ['2024-01-16', '2022-12-31']) {
      givenPledge([pledgeOpened])
        .when(marking(['team-1'], day))
        .thenRefuses('impossible-date', { given: day }, '/signedOn');
    }
  });

  test('the pledge of a year may be signed in the year before, where its conference sits', () => {
    const { phase } = givenPledge([pledgeOpened])
      .when(marking(ALL, '2023-11-04'))
      .then([signedBy(ALL, { signedOn: '2023-11-04' })]);
    expect(phase).toBe('signed');
  });

  test('marks without anybody say nothing', () => {
    givenPledge([pledgeOpened]).when(marking([])).thenRefuses('missing-field', {}, '/signed');
  });

  test('a head who confirms in the system signs without sheet and scan', () => {
    const state = givenPledge([pledgeOpened, signedBy(['team-2', 'union'])])
      .when({ type: 'confirmCommitment', unitId: 'team-1' }, { by: TEAM_HEAD })
      .then([confirmedBy('team-1')]);
    expect(state.signatures.at(-1)).toMatchObject({
      how: 'confirmed',
      personId: TEAM_HEAD.personId,
    });
    expect(daysWithoutScan(state)).toEqual([CEREMONY]);
  });
});

describe('the scan of the sheet', () => {
  test('goes to all who signed with the pen on its day', () => {
    const state = givenPledge([pledgeOpened, signedBy(ALL)])
      .when({ type: 'attachPledgeScan', signedOn: CEREMONY, scanSha256: 'sha-sheet' })
      .then([
        {
          type: 'PledgeScanAttached',
          signedOn: CEREMONY,
          scanSha256: 'sha-sheet',
          by: COORDINATOR,
        },
      ]);
    expect(state.signatures.map(({ scanSha256 }) => scanSha256)).toEqual(
      ALL.map(() => 'sha-sheet'),
    );
    expect(daysWithoutScan(state)).toEqual([]);
  });

  test('is of a day on which somebody signed with the pen', () => {
    givenPledge([pledgeOpened, confirmedBy('team-1')])
      .when({ type: 'attachPledgeScan', signedOn: CEREMONY, scanSha256: 'sha-sheet' })
      .thenRefuses('unknown-reference', { given: CEREMONY }, '/signedOn');
  });

  test("the units' own commitments are done when all have signed and the sheets are scanned", () => {
    const perUnit = { form: 'per-unit' } as const;
    const scanned = { scanSha256: 'sha-sheet' };
    expect(givenPledge([pledgeOpened, signedBy(ALL, scanned)], perUnit).state.phase).toBe('done');
    expect(givenPledge([pledgeOpened, signedBy(ALL)], perUnit).state.phase).toBe('signed');
    const past = { form: 'per-unit', clock: { mode: 'entered', at: '2024-01-01T00:00:00+07:00' } };
    expect(givenPledge([pledgeOpened, signedBy(ALL)], past as never).state.phase).toBe('done');
  });
});

describe('what was marked wrongly', () => {
  const takingBack = { type: 'takeBackMark', unitId: 'team-1', reasonId: 'act-00000001' } as const;
  const taken = {
    type: 'PledgeMarkTakenBack',
    unitId: 'team-1',
    reasonId: 'act-00000001',
    by: COORDINATOR,
  } as const;

  test('is taken back, and the unit is missing again', () => {
    const state = givenPledge([pledgeOpened, signedBy(ALL)])
      .when(takingBack)
      .then([taken]);
    expect(state.phase).toBe('open');
    expect(missingUnits(state)).toEqual(['team-1']);
  });

  test('stands once the paper is on its way, until that is dropped', () => {
    givenPledge([pledgeOpened, signedBy(ALL), paperMoved('approved')])
      .when(takingBack)
      .thenRefuses('out-of-time', { phase: 'signed' });
    givenPledge([pledgeOpened, signedBy(ALL), paperMoved('approved'), paperMoved('dropped')])
      .when(takingBack)
      .then([taken]);
  });

  test('cannot be what nobody marked', () => {
    givenPledge([pledgeOpened]).when(takingBack).thenRefuses('out-of-time');
  });
});

describe('who must sign', () => {
  const changing = (unitIds: readonly string[]) =>
    ({
      type: 'changeSignatories',
      unitIds,
      witnessId: 'deputy',
      reasonId: 'act-00000001',
    }) as const;
  const changed = (unitIds: readonly string[]) =>
    ({
      type: 'SignatoriesChanged',
      unitIds,
      witnessId: 'deputy',
      reasonId: 'act-00000001',
      by: COORDINATOR,
    }) as const;

  test('no longer is a unit that was merged: the others make the pledge whole', () => {
    const state = givenPledge([pledgeOpened, signedBy(['team-1', 'team-2'])])
      .when(changing(['team-1', 'team-2']))
      .then([changed(['team-1', 'team-2'])]);
    expect([state.phase, state.witnessId]).toEqual(['signed', 'deputy']);
  });

  test('remains a unit that has signed', () => {
    givenPledge([pledgeOpened, signedBy(['union'])])
      .when(changing(['team-1', 'team-2']))
      .thenRefuses('not-ready', { units: ['union'] }, '/unitIds');
  });

  test('is somebody', () => {
    givenPledge([pledgeOpened]).when(changing([])).thenRefuses('missing-field', {}, '/unitIds');
  });
});

describe('the end', () => {
  test('a joint pledge is done when its paper is issued', () => {
    const past = [pledgeOpened, signedBy(ALL), paperMoved('approved'), paperMoved('issued')];
    const story = givenPledge(past);
    expect(story.state.phase).toBe('done');
    story
      .when({ type: 'confirmCommitment', unitId: 'team-1' }, { by: TEAM_HEAD })
      .thenRefuses('out-of-time', { phase: 'done' });
  });

  test('a dropped pledge, and one whose cycle was cancelled, takes nothing more', () => {
    const dropped = { type: 'PledgeDropped', reasonId: 'act-1', by: COORDINATOR } as const;
    for (const end of [dropped, { type: 'PledgeCancelled' } as const]) {
      givenPledge([pledgeOpened, end])
        .when(marking(['team-1']))
        .thenRefuses('out-of-time', { phase: 'cancelled' });
    }
  });
});
