import { condition, continueAsNew, setCurrentDetails, setHandler } from '@temporalio/workflow';
import {
  dayOfConference,
  evolveConference,
  isConferenceOver,
  isNewsOfConference,
  nextStepOfConference,
  plannedConference,
} from '../domain/conference/conference-evolve.ts';
import type { ConferenceCommand, ConferenceState } from '../domain/conference/conference.ts';
import { applyConference, decideConference } from '../domain/conference/decide-conference.ts';
import { epochMsOf, isBefore } from '../domain/local-date.ts';
import {
  actOnConference,
  clockWentLive,
  conferenceState,
  cycleCancelled,
  draftMoved,
  strandEnded,
  type ConferenceInput,
} from './contract.ts';
import { reportEnd, reportToCycle } from './strand-starter.ts';
import { now, openStrand } from './strand.ts';

/**
 * One conference: announced, held, told of in its minutes. It ends once the minutes are out and what was
 * signed there is signed by all, or once everybody invited knows that it is called off.
 */
export async function conference(input: ConferenceInput): Promise<void> {
  const strand = openConference(input);
  strand.answer(actOnConference);
  setHandler(conferenceState, strand.state);
  setHandler(draftMoved, ({ news, at }) => {
    if (!isNewsOfConference(strand.state(), news)) return;
    strand.recordReport({ type: 'ConferencePaperMoved', news }, at);
  });
  setHandler(strandEnded, ({ kind, id, how, at }) => {
    strand.recordReport({ type: 'ConferenceStrandEnded', kind, id, how }, at);
  });
  setHandler(cycleCancelled, () => {
    if (!isConferenceOver(strand.state())) strand.record({ type: 'ConferenceStopped' }, now());
  });
  setHandler(clockWentLive, () => {
    strand.record({ type: 'ClockWentLive' }, now());
  });
  if (input.carried === null) {
    strand.record({ type: 'ConferencePlanned', by: input.openedBy }, input.openedAt);
  }

  for (;;) {
    strand.passTime();
    await strand.project();
    const { phase, date } = strand.state();
    setCurrentDetails(`conference of ${date}: ${phase}`);

    switch (nextStepOfConference(strand.state())) {
      case 'drop-drafts':
        await dropDrafts(strand, input);
        break;
      case 'give-work':
        await giveWork(strand, input);
        break;
      case 'end':
        strand.record({ type: 'ConferenceEnded' }, strand.moment());
        break;
      case 'over':
        await reportEnd(input, {
          how: phase === 'ended' ? 'done' : 'cancelled',
          at: strand.moment(),
          ownerId: null,
        });
        return;
      case 'wait':
        if (strand.shouldContinueAsNew()) {
          await continueAsNew<typeof conference>({ ...input, carried: await strand.carry() });
        }
        await untilSomethingHappens(strand);
    }
  }
}

const openConference = (input: ConferenceInput) =>
  openStrand<'conference', ConferenceState, ConferenceCommand>(
    {
      ...input,
      kind: 'conference',
      fresh: plannedConference(input.year, input.strand, input),
    },
    {
      decide: decideConference,
      apply: applyConference,
      evolve: evolveConference,
      passedBy: (state, at) => {
        const day = dayOfConference(state);
        if (day === null || isBefore(at, day)) return [];
        return [{ event: { type: 'ConferenceDayCame' }, at: day }];
      },
    },
  );

type Conference = ReturnType<typeof openConference>;

/** Invitations and summonses to a day that holds no more, before they go out. */
const dropDrafts = async (strand: Conference, { officeId, year }: ConferenceInput) => {
  const { toDrop } = strand.state();
  for (const { draftId, reasonId, by } of toDrop) {
    const report = { type: 'DraftDropped', draftId, reasonId, by } as const;
    await reportToCycle(officeId, year, report, strand.moment());
  }
  strand.record({ type: 'ConferenceDraftsDropped' }, strand.moment());
};

/** What the chair concluded becomes work of the units, from the day on which the minutes are out. */
const giveWork = async (strand: Conference, { officeId, year }: ConferenceInput) => {
  const { minutes } = strand.state();
  if (!minutes) return;
  for (const { assignmentId, unitId, dueOn, contentVersion } of minutes.work) {
    const source = { kind: 'conclusion', ownerId: null } as const;
    const work = { kind: 'assignment', id: assignmentId, source, unitId, dueOn } as const;
    await reportToCycle(
      officeId,
      year,
      { type: 'StrandOpened', strand: { ...work, contentVersion }, by: minutes.by },
      strand.moment(),
    );
  }
  strand.record({ type: 'ConclusionWorkGiven' }, strand.moment());
};

const untilSomethingHappens = async (strand: Conference): Promise<void> => {
  const day = dayOfConference(strand.state());
  // A year that is being entered has no timers: its clock moves with what people enter.
  if (day === null || strand.state().clock.mode === 'entered') {
    await condition(strand.hasUnprojected);
  } else {
    await condition(strand.hasUnprojected, Math.max(epochMsOf(day) - Date.now(), 1_000));
  }
};
