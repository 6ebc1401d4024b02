import * as z from 'zod';
import { DomainError } from '../domain/errors.ts';
import { localDateOf } from '../domain/local-date.ts';
import { decideReformCycle } from '../domain/reform-cycle.ts';
import {
  listEntriesOf,
  sharedTasksOf,
  type RegistrationPeriod,
} from '../domain/registration-period.ts';
import { listContentId, type RegistrationListContent } from '../domain/registration.ts';
import type { SubmittedPaper } from '../domain/submitted-paper.ts';
import { registrationId } from '../workflows/contract.ts';
import { defineAct, type ActDependencies, type CheckedCall } from './act.ts';
import { canonicalText } from './canonical-text.ts';
import { checkSigner, checkTexts } from './check-plan.ts';
import { commanded, readCycle, readPeriod, sendToCycle, yearOf } from './on-strand.ts';
import { readIssuedPlan } from './open-registration.ts';
import { bindPaper, unboundPaper } from './pin-words.ts';
import { nfc, signerSchema } from './plan-content-schema.ts';
import { saveContent } from './save-content.ts';
import { placedTexts } from './year-file/texts-of-year-file.ts';
import { checkPrintable } from './template/check-printable.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const refuseUnjudged = async (
  deps: ActDependencies,
  call: Call,
  { units }: RegistrationPeriod,
): Promise<void> => {
  const open = units.filter(({ standing }) => standing === 'open');
  const strands = await Promise.all(
    open.map(({ unitId, round }) => {
      const id = registrationId(call.officeId, yearOf(call), unitId, round);
      return deps.stores.strands.find(call.officeId, id, 'unitRegistration');
    }),
  );
  // Accepted or declined, and not in the cycle's list yet: that is on its way.
  const unjudged = strands.flatMap((strand) =>
    strand && !['open', 'returned'].includes(strand.state.phase) ? [strand.state.unitId] : [],
  );
  if (unjudged.length === 0) return;
  throw new DomainError('not-ready', 'units have registered and nobody has judged it', {
    units: unjudged,
  });
};

// An act saves once. Pressed again after it was refused, it must not put before the leader what it had
// saved then as what stands now.
const checkSameList = (saved: { sha256: string }, content: RegistrationListContent): void => {
  if (saved.sha256 === canonicalText(content).sha256) return;
  throw new DomainError('not-ready', 'the units have moved on since this was first pressed', {});
};

/** The coordinator closes the list and puts it before the leader; units that did not register stand in it. */
export const closeList = defineAct({
  name: 'close-list',
  schema: z.strictObject({ subject: nfc, signer: signerSchema }),
  power: 'openRegistration',
  async perform(deps, call) {
    const { officeId, data } = call;
    const state = await readCycle(deps, call);
    const period = await readPeriod(deps, call);
    const facts = await deps.stores.factsOn(officeId, localDateOf(call.at));
    checkTexts(deps, placedTexts(data));
    checkSigner(data, facts, { kind: 'registration-result', clock: call.clock });
    const content: RegistrationListContent = {
      year: yearOf(call),
      subject: data.subject,
      signer: data.signer,
      planVersion: period.planVersion,
      issuedPlan: await readIssuedPlan(deps, call, state),
      entries: listEntriesOf(period),
      sharedTasks: sharedTasksOf(period),
    };
    const commandFor = (submitted: SubmittedPaper) => ({
      ...commanded(call),
      type: 'closeList' as const,
      submitted,
      entries: content.entries,
      sharedTasks: content.sharedTasks,
    });
    const of = { officeId, year: content.year };
    const bind = (version: number, saved: { text: string; author_id: string }) =>
      bindPaper(deps, of, 'registration-result', { ...saved, version }, data.signer);
    const id = listContentId(content.year);
    const last = await deps.stores.versions.latest(officeId, 'registration-list', id);
    const next = (last?.version ?? 0) + 1;
    const unbound = unboundPaper(call, next, data.signer);
    decideReformCycle(state, commandFor(unbound), call.enteredAt);
    await refuseUnjudged(deps, call, period);
    const source = await deps.stores.paperSources.ofList(officeId, content);
    await checkPrintable(deps, of, source, facts);

    const basedOn = last?.version ?? null;
    const saved = await saveContent(deps, call, 'registration-list', id, basedOn, content);
    checkSameList(saved, content);
    return sendToCycle(deps, call, commandFor(await bind(saved.version, saved)));
  },
});
