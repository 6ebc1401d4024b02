import { hasNothingOpen } from '../../domain/cycle-closing.ts';
import { isReplyOverdue } from '../../domain/dialogue/question.ts';
import { addDays, localDateOf, type Instant, type LocalDate } from '../../domain/local-date.ts';
import type { ReformCycleState } from '../../domain/reform-cycle.ts';
import { REPLAY_WORDS } from '../../locale/replay.ts';
import { cycleId, paperWorkflowId, yearStrandId } from '../../workflows/contract.ts';
import { questionsOf, type FileQuestion } from './dialogue-content.ts';
import {
  NO_STEPS,
  type PlannedRoom,
  type ReadyActs,
  type ReplayStep,
  type YearReader,
} from './replay-step.ts';
import { laterOf, morningOf, type YearToEnter } from './year-to-enter.ts';

// The cycle hears a moment later that a strand has ended. What is open after that stays so.
const WAIT_FOR_ENDS_MS = 30_000;

type OpenStrand = ReformCycleState['strands'][number]['strand'];

/** The year's strands that are open, and of which it holds. */
const openOf = async (
  reader: YearReader,
  isIt: (strand: OpenStrand) => Promise<boolean>,
): Promise<readonly string[]> => {
  const cycle = await reader.strand(cycleId(reader.officeId, reader.year), 'reformCycle');
  const open = (cycle?.strands ?? []).filter(({ ended }) => ended === null);
  const found = await Promise.all(
    open.map(async ({ strand }) => ((await isIt(strand)) ? [strand.id] : [])),
  );
  return found.flat();
};

const dropsWork: ReadyActs = async (reader) => {
  const open = await openOf(reader, ({ kind }) => Promise.resolve(kind === 'assignment'));
  return open.map((assignmentId) => ({ key: assignmentId, data: { assignmentId } }));
};

const givesUp =
  (day: LocalDate): ReadyActs =>
  async (reader) => {
    const { officeId, year } = reader;
    const open = await openOf(reader, async (strand) => {
      if (strand.kind !== 'question') return false;
      const state = await reader.strand(yearStrandId(officeId, year, strand), 'question');
      return state !== null && isReplyOverdue(state, day);
    });
    return open.map((questionId) => ({ key: questionId, data: { questionId } }));
  };

const isOut = async (reader: YearReader, paperIds: readonly string[]): Promise<boolean> => {
  const papers = await Promise.all(
    paperIds.map((id) =>
      reader.strand(paperWorkflowId(reader.officeId, reader.year, id), 'documentIssue'),
    ),
  );
  return papers.every((paper) => paper?.deliveries?.every(({ status }) => status !== 'due'));
};

// A year with something open would go on, and remind people of it; so it stays an entered one.
const closes =
  (paperIds: readonly string[]): ReadyActs =>
  async (reader, waitedMs) => {
    const cycle = await reader.strand(cycleId(reader.officeId, reader.year), 'reformCycle');
    if (cycle && hasNothingOpen(cycle) && (await isOut(reader, paperIds))) {
      return [{ key: '', data: {} }];
    }
    return waitedMs < WAIT_FOR_ENDS_MS ? null : [];
  };

/** When all of the file has happened, and the year is over. */
const endOf = (year: YearToEnter, { steps }: PlannedRoom, overdue: readonly LocalDate[]): Instant =>
  [...steps.map(({ at }) => at), ...overdue.map((dueOn) => morningOf(addDays(dueOn, 1)))].reduce(
    laterOf,
    morningOf(`${String(year.year)}-12-31`),
  );

/**
 * The end of a year whose report went out: work and questions of which the file has no end are given up,
 * and the cycle goes live, by which it closes. `rooms`: all that was entered before.
 */
export const closingRoom = (year: YearToEnter, rooms: PlannedRoom): PlannedRoom => {
  const report = year.paperOf('year-report');
  if (!report || rooms.papers[report.document.id] === undefined) return NO_STEPS;
  const questions = questionsOf(year);
  const atWork = questions.filter(({ question }) => question.actionOwnerOrgUnitId !== undefined);
  const overdue = questions.filter(({ question }) => question.escalation?.status === 'OVERDUE');
  const dueDays = overdue.flatMap(({ question }) => question.escalation?.dueOn ?? []);
  const at = endOf(year, rooms, dueDays);
  const day = localDateOf(at);
  const personId = year.coordinatorOn(day);
  const step = (
    act: string,
    place: string,
    reason: string | null,
    ready: ReadyActs,
  ): ReplayStep => ({
    id: `closing-${act}`,
    at,
    personId,
    act,
    data: reason === null ? {} : { reason },
    place,
    ready,
  });
  const endsOf = (act: string, ended: readonly FileQuestion[], reason: string, ready: ReadyActs) =>
    ended.length > 0 ? [step(act, '/dialogue/questions', reason, ready)] : [];
  const paperIds = [...new Set(Object.values(rooms.papers))];
  return {
    steps: [
      ...endsOf('drop-work', atWork, REPLAY_WORDS.workLeftOff, dropsWork),
      ...endsOf('close-question', overdue, REPLAY_WORDS.noReply, givesUp(day)),
      step('go-live', '/yearSummary', null, closes(paperIds)),
    ],
    assumed: [
      ...atWork.map(({ place }) => ({
        path: `${place}/actionOwnerOrgUnitId`,
        assumed: `its work, where still open, was dropped by ${personId} on ${day}`,
        because: 'the year closes, and the file does not say how the work ended',
      })),
      ...overdue.map(({ place }) => ({
        path: `${place}/escalation`,
        assumed: `given up by ${personId} on ${day}`,
        because: 'the year closes, and the file has no reply',
      })),
      {
        path: '/yearSummary',
        assumed: `closed by ${personId} once all of it was entered`,
        because: 'its report went out, and the year is over',
      },
    ],
    papers: {},
  };
};
