import { readParty } from '../../../acts/pledge/pledge-body.ts';
import { readPledgeText } from '../../../acts/pledge/read-pledge.ts';
import { headOfUnit, type OfficeFacts } from '../../../domain/office.ts';
import type { PledgeParty, PledgeText } from '../../../domain/pledge/pledge-content.ts';
import { pledgePersonOf } from '../../../domain/pledge/pledge-content.ts';
import {
  signatureOfUnit,
  type PledgeSignature,
  type PledgeState,
} from '../../../domain/pledge/pledge.ts';
import { yearStrandId } from '../../../workflows/contract.ts';
import type { WebContext } from '../../environment.ts';
import { readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';

export const pathOfPledges = (year: number): string => `/cycles/${String(year)}/pledges`;
export const pathOfPledge = (year: number, pledgeId: string): string =>
  `${pathOfPledges(year)}/${pledgeId}`;

/** A unit of a pledge: who heads it now, and who has signed for it. */
export interface PledgeLine {
  readonly unitId: string;
  readonly unitName: string;
  /** With the rank; null: nobody heads it on the cycle's day. */
  readonly headName: string | null;
  readonly signature: PledgeSignature | null;
  readonly party: PledgeParty | null;
}

export interface PledgeView {
  readonly cycle: RunningCycle;
  readonly pledgeId: string;
  readonly state: PledgeState;
  readonly text: PledgeText;
  readonly lines: readonly PledgeLine[];
}

const nameOfUnit = ({ units, otherUnits = [] }: OfficeFacts, unitId: string): string =>
  [...units, ...otherUnits].find(({ id }) => id === unitId)?.name ?? unitId;

const readLine = async (
  c: WebContext,
  { facts }: RunningCycle,
  state: PledgeState,
  unitId: string,
): Promise<PledgeLine> => {
  const head = headOfUnit(facts, unitId);
  const party = await readParty(c.get('deps').acts, facts.officeId, state, unitId);
  return {
    unitId,
    unitName: party?.unitName ?? nameOfUnit(facts, unitId),
    headName: head ? pledgePersonOf(head).name : null,
    signature: signatureOfUnit(state, unitId),
    party,
  };
};

/** null: the year has no such pledge, or it is being opened this moment. */
const readPledgeView = async (
  c: WebContext,
  cycle: RunningCycle,
  pledgeId: string,
): Promise<PledgeView | null> => {
  const { acts } = c.get('deps');
  const { officeId } = cycle.facts;
  const workflowId = yearStrandId(officeId, cycle.year, { kind: 'pledge', id: pledgeId });
  const strand = await acts.stores.strands.find(officeId, workflowId, 'pledge');
  if (!strand) return null;
  const { state } = strand;
  const [text, lines] = await Promise.all([
    readPledgeText(acts, officeId, state),
    Promise.all(state.requiredUnitIds.map((unitId) => readLine(c, cycle, state, unitId))),
  ]);
  return { cycle, pledgeId, state, text, lines };
};

export const readPledges = async (
  c: WebContext,
  cycle: RunningCycle,
): Promise<readonly PledgeView[]> => {
  const ids = cycle.state.strands.flatMap(({ strand }) =>
    strand.kind === 'pledge' ? [strand.id] : [],
  );
  const views = await Promise.all(ids.map((id) => readPledgeView(c, cycle, id)));
  return views.filter((view) => view !== null);
};

/** The pledge that the address names; null: there is none. */
export const readNamedPledge = async (c: WebContext): Promise<PledgeView | null> =>
  readPledgeView(c, await readRunningCycle(c), c.req.param('pledgeId') ?? '');
