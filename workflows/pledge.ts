import { condition, continueAsNew, setCurrentDetails, setHandler } from '@temporalio/workflow';
import { applyPledge, decidePledge } from '../domain/pledge/decide-pledge.ts';
import { evolvePledge } from '../domain/pledge/pledge-evolve.ts';
import {
  isNewsOfPaper,
  isPledgeOver,
  missingUnits,
  type PledgeCommand,
  type PledgeState,
} from '../domain/pledge/pledge.ts';
import {
  actOnPledge,
  clockWentLive,
  cycleCancelled,
  draftMoved,
  pledgeState,
  type PledgeInput,
} from './contract.ts';
import { reportEnd } from './strand-starter.ts';
import { now, openStrand } from './strand.ts';

/** Who signs what: from the empty sheet to the last signature, of a joint pledge to its paper. */
export async function pledge(input: PledgeInput): Promise<void> {
  const strand = openStrand<'pledge', PledgeState, PledgeCommand>(
    { ...input, kind: 'pledge', fresh: openedPledge(input) },
    { decide: decidePledge, apply: applyPledge, evolve: evolvePledge },
  );
  strand.answer(actOnPledge);
  setHandler(pledgeState, strand.state);
  setHandler(draftMoved, ({ news, at }) => {
    if (isNewsOfPaper(strand.state(), news)) strand.record({ type: 'PledgePaperMoved', news }, at);
  });
  setHandler(cycleCancelled, () => {
    if (!isPledgeOver(strand.state())) strand.record({ type: 'PledgeCancelled' }, now());
  });
  setHandler(clockWentLive, () => {
    strand.record({ type: 'ClockWentLive' }, now());
  });
  if (input.carried === null) {
    strand.record({ type: 'PledgeOpened', by: input.openedBy }, input.openedAt);
  }

  for (;;) {
    await strand.project();
    const { form, phase, requiredUnitIds } = strand.state();
    const missing = missingUnits(strand.state()).length;
    setCurrentDetails(`${form} pledge: ${phase}, ${missing} of ${requiredUnitIds.length} missing`);
    if (isPledgeOver(strand.state())) break;
    if (strand.shouldContinueAsNew()) {
      await continueAsNew<typeof pledge>({ ...input, carried: await strand.carry() });
    }
    await condition(strand.hasUnprojected);
  }
  const how = strand.state().phase === 'done' ? 'done' : 'cancelled';
  await reportEnd(input, { how, at: strand.moment(), ownerId: input.strand.ownerId });
}

const openedPledge = ({ year, strand, clock }: PledgeInput): PledgeState => ({
  year,
  pledgeId: strand.id,
  ownerId: strand.ownerId,
  form: strand.form,
  contentVersion: strand.contentVersion,
  witnessId: strand.witnessId,
  requiredUnitIds: strand.requiredUnitIds,
  clock,
  phase: 'open',
  openedAt: null,
  signatures: [],
  paper: null,
  last: null,
});
