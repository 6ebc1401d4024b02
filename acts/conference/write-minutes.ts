import * as z from 'zod';
import {
  conferenceContentId,
  type ConclusionWork,
  type MinutesText,
} from '../../domain/conference/conference-content.ts';
import type { AwaitedStrand, GivenWork } from '../../domain/conference/conference.ts';
import { DomainError } from '../../domain/errors.ts';
import { findStrand, ownerOfStrand, type OpenedStrand } from '../../domain/year-strand.ts';
import { defineAct, type ActDependencies, type CheckedCall } from '../act.ts';
import { checkTexts, once } from '../check-plan.ts';
import { keptDueDay, noticeOfMove } from '../due-day.ts';
import { commanded, readCycle, yearOf } from '../on-strand.ts';
import { saveContent } from '../save-content.ts';
import { checkWork } from '../work/give-work.ts';
import { key, wholeNumber } from '../year-file/fields.ts';
import { placedTexts } from '../year-file/texts-of-year-file.ts';
import { minutesSchema } from './conference-schema.ts';
import { judgeConference, readConference, sendToConference } from './on-conference.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const AT = '/minutes/conclusionWork';

const placedAt = (error: unknown, at: string): unknown =>
  error instanceof DomainError
    ? new DomainError(error.code, error.message, error.details, `${at}${error.place ?? ''}`)
    : error;

const checkOneWork = async (
  deps: ActDependencies,
  call: Call,
  { unitId, dueOn, task }: ConclusionWork,
  at: string,
): Promise<void> => {
  try {
    await checkWork(deps, call, { unitId, dueOn, content: { task } });
  } catch (error) {
    throw placedAt(error, at);
  }
};

const checkConclusionWork = async (
  deps: ActDependencies,
  call: Call,
  { conclusionWork }: MinutesText,
  opened: readonly OpenedStrand[],
): Promise<void> => {
  once(
    conclusionWork.map(({ assignmentId }) => assignmentId),
    (index) => `${AT}/${String(index)}/assignmentId`,
  );
  for (const [index, work] of conclusionWork.entries()) {
    const at = `${AT}/${String(index)}`;
    await checkOneWork(deps, call, work, at);
    if (findStrand(opened, 'assignment', work.assignmentId)) {
      const details = { id: work.assignmentId };
      const place = `${at}/assignmentId`;
      throw new DomainError('duplicate-id', 'the year has that work already', details, place);
    }
  }
};

// Each is a content of its own, and an act saves one content of a kind: they are told apart by their order.
const keepConclusionWork = async (
  deps: ActDependencies,
  call: Call,
  { conclusionWork }: MinutesText,
): Promise<readonly GivenWork[]> => {
  const kept: GivenWork[] = [];
  for (const [index, { assignmentId, unitId, dueOn, task }] of conclusionWork.entries()) {
    const last = await deps.stores.versions.latest(call.officeId, 'assignment', assignmentId);
    const saved = await saveContent(
      deps,
      { ...call, actId: `${call.actId}.${String(index + 1)}` },
      'assignment',
      assignmentId,
      last?.version ?? null,
      { task },
    );
    kept.push({ assignmentId, unitId, dueOn, contentVersion: saved.version });
  }
  return kept;
};

// The minutes say the day that is kept, and so does the paper that is written from them.
const withKeptDays = async (
  deps: ActDependencies,
  call: Call,
  minutes: MinutesText,
): Promise<MinutesText> => ({
  ...minutes,
  conclusionWork: await Promise.all(
    minutes.conclusionWork.map(async (work) => ({
      ...work,
      dueOn: await keptDueDay(deps, call, work.dueOn),
    })),
  ),
});

/** What was opened for the conference and must have ended before it: the pledge that is signed there. */
const awaitedOf = (opened: readonly OpenedStrand[], workflowId: string): readonly AwaitedStrand[] =>
  opened
    .filter(({ strand, ended }) => ended === null && ownerOfStrand(strand) === workflowId)
    .map(({ strand: { kind, id } }) => ({ kind, id }));

/** The minutes in a new version; work that the conclusion gives starts when they are issued. */
export const writeMinutes = defineAct({
  name: 'write-minutes',
  schema: z.strictObject({
    conferenceId: key,
    basedOn: wholeNumber(1).nullable(),
    minutes: minutesSchema,
  }),
  power: 'keepConference',
  async perform(deps, call) {
    const { conferenceId, basedOn, minutes: given } = call.data;
    const found = await readConference(deps, call, conferenceId);
    const { strands } = await readCycle(deps, call);
    const commandFor = (version: number, work: readonly GivenWork[]) => ({
      ...commanded(call),
      type: 'writeMinutes' as const,
      version,
      work,
      awaited: awaitedOf(strands, found.workflowId),
    });
    judgeConference(call, found, commandFor((basedOn ?? 0) + 1, []));
    checkTexts(deps, placedTexts({ minutes: given }));
    await checkConclusionWork(deps, call, given, strands);
    const minutes = await withKeptDays(deps, call, given);
    const id = conferenceContentId(yearOf(call), conferenceId);
    const saved = await saveContent(deps, call, 'conference-minutes', id, basedOn, minutes);
    const work = await keepConclusionWork(deps, call, minutes);
    const command = judgeConference(call, found, commandFor(saved.version, work));
    const done = await sendToConference(deps, call, found, command);
    const moves = minutes.conclusionWork.flatMap(({ dueOn }, index) =>
      noticeOfMove(given.conclusionWork[index]?.dueOn ?? dueOn, dueOn),
    );
    return {
      ...done,
      result: { ...done.result, version: saved.version },
      notices: moves.slice(0, 1),
    };
  },
});
