import * as z from 'zod';
import { decideAssignment, type AssignmentCommand } from '../../domain/assignment.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import { headOfUnit } from '../../domain/office.ts';
import { actOnAssignment, yearStrandId } from '../../workflows/contract.ts';
import { defineAct, type ActDependencies, type ActOutcome, type CheckedCall } from '../act.ts';
import { checkTexts, refer } from '../check-plan.ts';
import { keptDueDay, noticeOfMove } from '../due-day.ts';
import { commanded, datedFor, readCycle, sendOrExplain, yearOf } from '../on-strand.ts';
import { saveContent } from '../save-content.ts';
import { saveReason } from '../save-reason.ts';
import { workReportSchema } from './work-content.ts';
import { key, text, wholeNumber } from '../year-file/fields.ts';
import { placedTexts } from '../year-file/texts-of-year-file.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const readWork = async (deps: ActDependencies, call: Call, assignmentId: string) => {
  const strand = { kind: 'assignment', id: assignmentId } as const;
  const workflowId = yearStrandId(call.officeId, yearOf(call), strand);
  const found = await deps.stores.strands.find(call.officeId, workflowId, 'assignment');
  if (found) return { workflowId, state: found.state };
  await readCycle(deps, call);
  throw new DomainError(
    'unknown-reference',
    'there is no such work',
    { given: assignmentId },
    '/assignmentId',
  );
};

/** Judged by the read model first, so that a refusal writes nothing; `keep` saves what it refers to. */
const press = async (
  deps: ActDependencies,
  call: Call,
  assignmentId: string,
  command: AssignmentCommand,
  keep: () => Promise<unknown> = () => Promise.resolve(),
): Promise<ActOutcome> => {
  const { workflowId, state } = await readWork(deps, call, assignmentId);
  const dated = { ...command, ...datedFor(call, state.clock) };
  decideAssignment(state, dated, call.enteredAt);
  await keep();
  return sendOrExplain(
    () => deps.temporal.sendAct(workflowId, actOnAssignment, dated),
    workflowId,
    async () => {
      decideAssignment((await readWork(deps, call, assignmentId)).state, dated, call.enteredAt);
    },
  );
};

// The unit's own head reports, or whoever helps the coordinator enters it.
const checkReporter = async (deps: ActDependencies, call: Call, unitId: string): Promise<void> => {
  const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
  const { roleId, personId } = call.authority;
  const isHead = headOfUnit(facts, unitId)?.id === personId;
  if (isHead || roleId === 'cycleCoordinator' || roleId === 'clerk') return;
  throw new DomainError('no-power', 'the work is of another unit', { unitId }, '/assignmentId');
};

/** The unit says that the work is done, and what proves it. */
export const reportWork = defineAct({
  name: 'report-work',
  schema: z.strictObject({ assignmentId: key, report: workReportSchema }),
  power: 'reportWork',
  async perform(deps, call) {
    const { assignmentId, report } = call.data;
    const { state } = await readWork(deps, call, assignmentId);
    await checkReporter(deps, call, state.unitId);
    checkTexts(deps, placedTexts(report));
    const last = await deps.stores.versions.latest(call.officeId, 'work-report', assignmentId);
    const commandFor = (version: number) => ({
      ...commanded(call),
      type: 'reportWork' as const,
      version,
    });
    decideAssignment(
      state,
      { ...commandFor((last?.version ?? 0) + 1), ...datedFor(call, state.clock) },
      call.enteredAt,
    );
    const saved = await saveContent(
      deps,
      call,
      'work-report',
      assignmentId,
      last?.version ?? null,
      report,
    );
    return press(deps, call, assignmentId, commandFor(saved.version));
  },
});

export const confirmWork = defineAct({
  name: 'confirm-work',
  schema: z.strictObject({ assignmentId: key, version: wholeNumber(1) }),
  power: 'confirmWork',
  perform(deps, call) {
    const { assignmentId, version } = call.data;
    const command = { ...commanded(call), type: 'confirmWork' as const, version };
    return press(deps, call, assignmentId, command);
  },
});

/** Not done yet, for the reason given; the unit reports anew. */
export const returnWork = defineAct({
  name: 'return-work',
  schema: z.strictObject({ assignmentId: key, version: wholeNumber(1), reason: text }),
  power: 'confirmWork',
  perform(deps, call) {
    const { assignmentId, version, reason } = call.data;
    const command = {
      ...commanded(call),
      type: 'returnWork' as const,
      version,
      reasonId: call.actId,
    };
    return press(deps, call, assignmentId, command, () => saveReason(deps, call, reason));
  },
});

/**
 * To another unit: the first one was merged, or the other is better placed. Its day stays, unless the
 * office's calendar has made it a day off since.
 */
export const moveWork = defineAct({
  name: 'move-work',
  schema: z.strictObject({ assignmentId: key, unitId: key, reason: text }),
  power: 'giveWork',
  async perform(deps, call) {
    const { assignmentId, unitId, reason } = call.data;
    const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    refer(
      facts.units.map(({ id }) => id),
      unitId,
      '/unitId',
    );
    const { state } = await readWork(deps, call, assignmentId);
    const dueOn = await keptDueDay(deps, call, state.dueOn);
    const command = {
      ...commanded(call),
      type: 'moveWork' as const,
      unitId,
      reasonId: call.actId,
      dueOn,
    };
    const done = await press(deps, call, assignmentId, command, () =>
      saveReason(deps, call, reason),
    );
    return { ...done, result: { dueOn }, notices: noticeOfMove(state.dueOn, dueOn) };
  },
});

export const dropWork = defineAct({
  name: 'drop-work',
  schema: z.strictObject({ assignmentId: key, reason: text }),
  power: 'giveWork',
  perform(deps, call) {
    const { assignmentId, reason } = call.data;
    const command = { ...commanded(call), type: 'dropWork' as const, reasonId: call.actId };
    return press(deps, call, assignmentId, command, () => saveReason(deps, call, reason));
  },
});
