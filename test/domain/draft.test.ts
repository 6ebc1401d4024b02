import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aboutOnceMore,
  draftIdOf,
  draftIdOfPaper,
  draftPaperId,
  evolveDrafts,
  newsOfDraft,
  untoldDrafts,
  type Draft,
  type DraftEvent,
  type DraftReport,
} from '../../domain/draft.ts';
import { isNews } from '../../domain/reform-cycle-evolve.ts';
import type { ReformCycleEvent } from '../../domain/reform-cycle.ts';
import { waitingInCycle } from '../../domain/waiting.ts';
import { COORDINATOR, HEAD } from '../support/actors.ts';
import { FIRST_MOMENT, givenCycle, hoursAfter, type Past } from '../support/given.ts';
import { paperOf } from '../support/registration-life.ts';

const OWNER = 'cycle/office/2024/conference/launch';
const DRAFT_ID = 'correction-2024-minutes';
const started = { type: 'CycleStarted', schedule: [], by: COORDINATOR } as const;

const wanted = (version = 1, ownerId: string | null = OWNER) =>
  ({ draftId: DRAFT_ID, kind: 'correction', ownerId, submitted: paperOf(version) }) as const;
const submit = (version = 1) => ({ type: 'submitDraft', ...wanted(version) }) as const;
const submitted = (version = 1, ownerId: string | null = OWNER) =>
  ({ type: 'DraftSubmitted', draft: wanted(version, ownerId), by: COORDINATOR }) as const;
const approved = (version = 1) =>
  ({ type: 'DraftApproved', draftId: DRAFT_ID, version, by: HEAD }) as const;
const returned = (version = 1) =>
  ({ type: 'DraftReturned', draftId: DRAFT_ID, version, reasonId: 'reason', by: HEAD }) as const;
const withdrawn = (version = 1) =>
  ({ type: 'DraftWithdrawn', draftId: DRAFT_ID, version, by: COORDINATOR }) as const;
const issued = (version = 1) =>
  ({
    type: 'DraftIssued',
    paperId: draftPaperId(DRAFT_ID, version),
    issuedOn: '2024-05-20',
    number: 71,
  }) as const;
const drop = { type: 'dropDraft', draftId: DRAFT_ID, reasonId: 'reason' } as const;
const dropped = {
  type: 'DraftDropped',
  draftId: DRAFT_ID,
  reasonId: 'reason',
  by: COORDINATOR,
} as const;
const told = (phase: Draft['phase'], version = 1) =>
  ({ type: 'DraftOwnerTold', draftId: DRAFT_ID, version, phase }) as const;

const draftAfter = (...events: readonly Past<ReformCycleEvent>[]): Draft => {
  const [draft] = givenCycle([started, ...events]).state.drafts;
  if (!draft) throw new Error('a draft was submitted');
  return draft;
};
const isNewsAfter = (report: DraftReport, ...events: readonly ReformCycleEvent[]): boolean =>
  isNews(givenCycle([started, ...events]).state, report);

test('a draft goes before the leader, and its paper opens once it is approved', () => {
  givenCycle([started]).when(submit()).then([submitted()]);
  expect(draftAfter(submitted())).toMatchObject({ phase: 'awaiting-approval', approvedAt: null });
  expect(draftAfter(submitted(), approved())).toMatchObject({
    phase: 'approved',
    approvedAt: hoursAfter(FIRST_MOMENT, 2),
  });
});

test('a draft that was given back goes before the leader anew, in a later version', () => {
  const story = givenCycle([started, submitted(), returned()]);
  expect(story.state.drafts).toMatchObject([
    { phase: 'drafting', returned: { reasonId: 'reason', at: hoursAfter(FIRST_MOMENT, 2) } },
  ]);
  story.when(submit(1)).thenRefuses('stale-version', { given: 1, current: 1 });
  const [draft] = story.when(submit(2)).then([submitted(2)]).drafts;
  // Why the first version came back stays with the draft.
  expect(draft).toMatchObject({ phase: 'awaiting-approval', returned: { reasonId: 'reason' } });
});

test('a draft that was taken back goes before the leader anew', () => {
  givenCycle([started, submitted(), withdrawn()])
    .when(submit(2))
    .then([submitted(2)]);
});

test.each([
  ['awaiting-approval', [submitted()]],
  ['approved', [submitted(), approved()]],
  ['issued', [submitted(), approved(), issued()]],
  ['dropped', [submitted(), dropped]],
] as const)('a draft that is %s is not submitted a second time', (phase, events) => {
  givenCycle([started, ...events])
    .when(submit(2))
    .thenRefuses('out-of-time', { phase });
});

test('a draft is dropped until it is issued, and once', () => {
  for (const events of [
    [submitted()],
    [submitted(), returned()],
    [submitted(), approved()],
  ] as const) {
    givenCycle([started, ...events])
      .when(drop)
      .then([dropped]);
  }
  givenCycle([started, submitted(), approved(), issued()])
    .when(drop)
    .thenRefuses('out-of-time', { phase: 'issued' });
  givenCycle([started, submitted(), dropped])
    .when(drop)
    .thenRefuses('out-of-time', { phase: 'dropped' });
  givenCycle([started]).when(drop).thenRefuses('unknown-reference', {}, '/draftId');
});

test('a decision on a version that is not before the leader any more is no news', () => {
  expect(isNewsAfter(approved(1), submitted())).toBe(true);
  expect(isNewsAfter(approved(1), submitted(), returned(), submitted(2))).toBe(false);
  expect(isNewsAfter(returned(1), submitted(), approved())).toBe(false);
  expect(isNewsAfter(approved(1), submitted(), dropped)).toBe(false);
});

test('a paper that went out a moment before it was dropped is issued', () => {
  expect(isNewsAfter(issued(), submitted(), approved(), dropped)).toBe(true);
  expect(draftAfter(submitted(), approved(), dropped, issued())).toMatchObject({
    phase: 'issued',
    issued: { on: '2024-05-20', number: 71 },
  });
  expect(isNewsAfter(issued(), submitted(), approved(), issued())).toBe(false);
});

test('the strand that wants the paper is told of each phase once', () => {
  const whom = (...events: readonly ReformCycleEvent[]) =>
    untoldDrafts(givenCycle([started, ...events]).state.drafts).map(newsOfDraft);
  expect(whom(submitted())).toMatchObject([{ draftId: DRAFT_ID, phase: 'awaiting-approval' }]);
  expect(whom(submitted(), told('awaiting-approval'))).toEqual([]);
  expect(whom(submitted(), told('awaiting-approval'), approved())).toHaveLength(1);
  expect(whom(submitted(), approved(), told('approved'), issued(), told('issued'))).toEqual([]);
});

test('a version that came while the owner was told of the one before is told as well', () => {
  const drafts = givenCycle([
    started,
    submitted(1),
    returned(1),
    submitted(2),
    told('awaiting-approval', 1),
  ]).state.drafts;
  expect(untoldDrafts(drafts).map(newsOfDraft)).toMatchObject([{ version: 2 }]);
});

test('a draft that no strand wants is told to nobody, but its strands are stopped when it is dropped', () => {
  const untold = (...events: readonly ReformCycleEvent[]) =>
    untoldDrafts(givenCycle([started, ...events]).state.drafts);
  expect(untold(submitted(1, null), approved())).toEqual([]);
  expect(untold(submitted(1, null), dropped)).toHaveLength(1);
  expect(untold(submitted(1, null), dropped, told('dropped'))).toEqual([]);
});

test('a draft that was given back waits for the coordinator, since then', () => {
  expect(waitingInCycle(givenCycle([started, submitted(), returned()]).state)).toContainEqual({
    what: 'correct-draft',
    role: 'cycleCoordinator',
    personId: null,
    unitId: null,
    since: hoursAfter(FIRST_MOMENT, 2),
    until: null,
  });
  const corrected = givenCycle([started, submitted(), returned(), submitted(2)]).state;
  expect(waitingInCycle(corrected).map(({ what }) => what)).not.toContain('correct-draft');
});

test('in a cancelled cycle no draft is submitted, and none is waited for', () => {
  const cancelled = { type: 'CycleCancelled', reasonId: 'reason', by: HEAD } as const;
  const story = givenCycle([started, submitted(), returned(), cancelled]);
  story.when(submit(2)).thenRefuses('out-of-time', { phase: 'cancelled' });
  expect(waitingInCycle(story.state)).toEqual([]);
});

test('a draft, its paper and its contents find one another by their ids', () => {
  const draftId = draftIdOf('correction', 2024, 'plan-2024-v3');
  expect(draftId).toBe('correction-2024-plan-2024-v3');
  expect(draftIdOfPaper(draftPaperId(draftId, 12))).toBe(draftId);
});

test('what was corrected once is corrected once more under an id of its own', () => {
  const about = (...events: readonly ReformCycleEvent[]) =>
    aboutOnceMore(givenCycle([started, ...events]).state.drafts, 'correction', 2024, 'minutes');
  expect(about()).toBe('minutes');
  expect(about(submitted(), returned())).toBe('minutes');
  expect(about(submitted(), approved(), issued())).toBe('minutes-2');
  expect(about(submitted(), dropped)).toBe('minutes-2');
});

const version = fc.integer({ min: 1, max: 3 });
const anyDraftEvent: fc.Arbitrary<DraftEvent> = fc.oneof(
  version.map((given) => submitted(given)),
  version.map((given) => approved(given)),
  version.map((given) => returned(given)),
  version.map((given) => withdrawn(given)),
  version.map((given) => issued(given)),
  fc.constant(dropped),
  fc.constantFrom(told('approved'), told('dropped'), told('issued', 2)),
);

// What the cycle itself would let pass: reports that are news, and what decide allows.
const mayPass = (drafts: readonly Draft[], event: DraftEvent): boolean => {
  const phase = drafts[0]?.phase;
  switch (event.type) {
    case 'DraftSubmitted':
      return phase === undefined || phase === 'drafting';
    case 'DraftDropped':
      return phase !== 'issued';
    case 'DraftOwnerTold':
      return true;
    default:
      return isNews({ ...givenCycle([started]).state, drafts }, event);
  }
};

test('in any order of reports a draft is one, and once issued it stays so', () => {
  fc.assert(
    fc.property(fc.array(anyDraftEvent, { maxLength: 20 }), (events) => {
      let drafts: readonly Draft[] = [];
      events.forEach((event, index) => {
        if (!mayPass(drafts, event)) return;
        const before = drafts[0];
        drafts = evolveDrafts(drafts, event, hoursAfter(FIRST_MOMENT, index));
        expect(drafts.length).toBeLessThanOrEqual(1);
        if (before?.phase === 'issued') expect(drafts[0]).toMatchObject({ issued: before.issued });
      });
      // Telling ends: each owner is told of the phase that stands, and then of nothing more.
      for (const { draftId, submitted: paper, phase } of untoldDrafts(drafts)) {
        const event = { type: 'DraftOwnerTold', draftId, version: paper.version, phase } as const;
        drafts = evolveDrafts(drafts, event, FIRST_MOMENT);
      }
      expect(untoldDrafts(drafts)).toEqual([]);
    }),
    { seed: 20_240_520, numRuns: 500 },
  );
});
