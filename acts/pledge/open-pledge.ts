import * as z from 'zod';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import type { OfficeFacts } from '../../domain/office.ts';
import { pledgeContentId, type PledgeText } from '../../domain/pledge/pledge-content.ts';
import { SIGNATORY_RULES, signatoriesOf } from '../../domain/pledge/signatories.ts';
import { decideReformCycle, type ReformCycleState } from '../../domain/reform-cycle.ts';
import { yearStrandId } from '../../workflows/contract.ts';
import { defineAct, type ActDependencies, type CheckedCall } from '../act.ts';
import { checkTexts, refer } from '../check-plan.ts';
import { commanded, readCycle, sendToCycle, yearOf } from '../on-strand.ts';
import { nfc, optionalNfc } from '../plan-content-schema.ts';
import { saveContent } from '../save-content.ts';
import { key } from '../year-file/fields.ts';
import { placedTexts } from '../year-file/texts-of-year-file.ts';
import { sheetOf } from './pledge-body.ts';
import { defaultPoints } from './pledge-points.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const schema = z.strictObject({
  pledgeId: key,
  form: z.enum(['joint', 'per-unit']),
  title: nfc,
  signatoryRule: z.enum(SIGNATORY_RULES),
  /** Of the rule `named` alone. */
  unitIds: z.array(key).nullable().default(null),
  witnessId: key.nullable().default(null),
  /** Id of the conference that waits until all have signed. */
  ownerId: key.nullable().default(null),
  inResponseTo: optionalNfc.default(null),
  place: optionalNfc.default(null),
  /** null: one line for each task with its target. */
  points: z.array(nfc).min(1).nullable().default(null),
});
type Opening = z.output<typeof schema>;

const OWNERS: readonly string[] = ['conference'];

const ownerOf = (call: Call, { strands }: ReformCycleState, id: string | null): string | null => {
  if (id === null) return null;
  const open = strands.filter(
    ({ strand, ended }) => ended === null && OWNERS.includes(strand.kind),
  );
  const owner = open.find(({ strand }) => strand.id === id);
  if (owner) return yearStrandId(call.officeId, yearOf(call), owner.strand);
  throw new DomainError(
    'unknown-reference',
    'the year has no such conference that is still open',
    { given: id, expected: open.map(({ strand }) => strand.id) },
    '/ownerId',
  );
};

const textOf = async (
  deps: ActDependencies,
  call: Call,
  state: ReformCycleState,
  { title, signatoryRule, inResponseTo, place, points }: Opening,
): Promise<PledgeText> => {
  const text = {
    title,
    signatoryRule,
    inResponseTo,
    place,
    points: points ?? (await defaultPoints(deps, call, state)),
  };
  checkTexts(deps, placedTexts(text));
  return text;
};

const checkWitness = (facts: OfficeFacts, witnessId: string | null): void => {
  if (witnessId === null) return;
  refer(
    facts.people.map(({ id }) => id),
    witnessId,
    '/witnessId',
  );
};

/** Who is to sign what, before anybody has; the sheet can be printed from then on. */
export const openPledge = defineAct({
  name: 'open-pledge',
  schema,
  power: 'openPledge',
  async perform(deps, call) {
    const { pledgeId: id, form, signatoryRule, unitIds, witnessId } = call.data;
    const year = yearOf(call);
    const state = await readCycle(deps, call);
    const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    const required = signatoriesOf(signatoryRule, unitIds ?? [], facts);
    checkWitness(facts, witnessId);
    const requiredUnitIds = required.map(({ unitId }) => unitId);
    const strandOf = (contentVersion: number) => ({
      kind: 'pledge' as const,
      id,
      ownerId: ownerOf(call, state, call.data.ownerId),
      form,
      requiredUnitIds,
      witnessId,
      contentVersion,
    });
    const command = { ...commanded(call), type: 'openStrand' as const };
    decideReformCycle(state, { ...command, strand: strandOf(1) }, call.enteredAt);
    const text = await textOf(deps, call, state, call.data);
    const content = sheetOf({ year, requiredUnitIds, witnessId }, text, facts);
    await deps.paperCheck.render({ kind: 'pledge-sheet', content }, facts);
    const contentId = pledgeContentId(year, id);
    const saved = await saveContent(deps, call, 'pledge', contentId, null, text);
    return sendToCycle(deps, call, { ...command, strand: strandOf(saved.version) });
  },
});
