import { condition, continueAsNew, setCurrentDetails, setHandler } from '@temporalio/workflow';
import {
  applyAssignment,
  decideAssignment,
  evolveAssignment,
  isAssignmentOver,
  type AssignmentCommand,
  type AssignmentState,
} from '../domain/assignment.ts';
import {
  actOnAssignment,
  assignmentState,
  clockWentLive,
  cycleCancelled,
  type AssignmentInput,
} from './contract.ts';
import { reportEnd } from './strand-starter.ts';
import { now, openStrand } from './strand.ts';

/** Work that was given to a unit: reported with its evidence, returned or confirmed, until it is done. */
export async function assignment(input: AssignmentInput): Promise<void> {
  const strand = openStrand<'assignment', AssignmentState, AssignmentCommand>(
    { ...input, kind: 'assignment', fresh: givenWork(input) },
    { decide: decideAssignment, apply: applyAssignment, evolve: evolveAssignment },
  );
  strand.answer(actOnAssignment);
  setHandler(assignmentState, strand.state);
  setHandler(cycleCancelled, (at = now()) => {
    if (!isAssignmentOver(strand.state())) strand.record({ type: 'WorkCancelled' }, at);
  });
  setHandler(clockWentLive, () => {
    strand.record({ type: 'ClockWentLive' }, now());
  });
  if (input.carried === null) {
    strand.record({ type: 'WorkGiven', by: input.openedBy }, input.openedAt);
  }

  for (;;) {
    await strand.project();
    const { phase, unitId } = strand.state();
    setCurrentDetails(`work of ${unitId}: ${phase}`);
    if (isAssignmentOver(strand.state())) break;
    if (strand.shouldContinueAsNew()) {
      await continueAsNew<typeof assignment>({ ...input, carried: await strand.carry() });
    }
    await condition(strand.hasUnprojected);
  }
  const how = strand.state().phase === 'done' ? 'done' : 'cancelled';
  await reportEnd(input, { how, at: strand.moment(), ownerId: input.strand.source.ownerId });
}

const givenWork = ({ year, strand, clock }: AssignmentInput): AssignmentState => ({
  year,
  assignmentId: strand.id,
  source: strand.source,
  unitId: strand.unitId,
  dueOn: strand.dueOn,
  contentVersion: strand.contentVersion,
  clock,
  phase: 'given',
  report: null,
  returned: null,
  last: null,
});
