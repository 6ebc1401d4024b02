import type { PledgeCommand, PledgeEvent, PledgeState } from '../../../domain/pledge/pledge.ts';
import { applyPledge, decidePledge } from '../../../domain/pledge/decide-pledge.ts';
import { evolvePledge } from '../../../domain/pledge/pledge-evolve.ts';
import type { DraftNews } from '../../../domain/draft.ts';
import { COORDINATOR, TEAM_HEAD } from '../../support/actors.ts';
import { createStory } from '../../support/given.ts';

const FRESH_PLEDGE: PledgeState = {
  year: 2024,
  pledgeId: 'GU-2024',
  ownerId: null,
  form: 'joint',
  contentVersion: 1,
  witnessId: 'head',
  requiredUnitIds: ['team-1', 'team-2', 'union'],
  clock: { mode: 'live' },
  phase: 'open',
  openedAt: null,
  signatures: [],
  paper: null,
  last: null,
};

export const givenPledge = createStory<PledgeState, PledgeCommand, PledgeEvent>({
  fresh: FRESH_PLEDGE,
  decide: decidePledge,
  apply: applyPledge,
  evolve: evolvePledge,
});

export const CEREMONY = '2024-01-15';
export const pledgeOpened = { type: 'PledgeOpened', by: COORDINATOR } as const;

export const mark = (unitId: string, change: { personId?: string; basisId?: string } = {}) => ({
  unitId,
  personId: `head-of-${unitId}`,
  basisId: null,
  ...change,
});

export const signedBy = (
  unitIds: readonly string[],
  {
    signedOn = CEREMONY,
    scanSha256 = null,
  }: { signedOn?: string; scanSha256?: string | null } = {},
) =>
  ({
    type: 'PledgeSigned',
    signed: unitIds.map((unitId) => mark(unitId)),
    signedOn,
    scanSha256,
    by: COORDINATOR,
  }) as const;

export const confirmedBy = (unitId: string) =>
  ({ type: 'CommitmentConfirmed', unitId, by: TEAM_HEAD }) as const;

export const paperMoved = (phase: DraftNews['phase']) =>
  ({
    type: 'PledgePaperMoved',
    news: {
      draftId: 'pledge-2024-GU-2024',
      kind: 'pledge',
      phase,
      version: 1,
      paperId: 'pledge-2024-GU-2024-v1',
      issuedOn: phase === 'issued' ? '2024-01-16' : null,
      number: null,
    },
  }) as const;

export const ALL = ['team-1', 'team-2', 'union'] as const;
