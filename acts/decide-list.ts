import * as z from 'zod';
import type { ApprovalSubject } from '../domain/approval.ts';
import { localDateOf } from '../domain/local-date.ts';
import { noticePaperId } from '../workflows/contract.ts';
import { defineAct, type CheckedCall } from './act.ts';
import { approve, giveBack, versionRead, withdraw } from './decide-approval.ts';
import { yearOf } from './on-strand.ts';
import { key, text, wholeNumber } from './year-file/fields.ts';
import { checkPrintable } from './template/check-printable.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const listOf = (call: Call): ApprovalSubject => ({
  kind: 'registration-list',
  year: yearOf(call),
});

/** What the leader approves goes out as a notice: that it can be made is asked once more. */
export const approveList = defineAct({
  name: 'approve-list',
  schema: z.strictObject(versionRead),
  power: 'decideRegistration',
  perform: (deps, call) =>
    approve(deps, call, listOf(call), call.data, async () => {
      const { officeId } = call;
      const source = await deps.stores.paperSources.read({
        officeId,
        year: yearOf(call),
        paperId: noticePaperId('registration-result', yearOf(call), call.data.version),
        kind: 'registration-result',
        contentVersion: call.data.version,
      });
      const facts = await deps.stores.factsOn(officeId, localDateOf(call.at));
      await checkPrintable(deps, { officeId, year: yearOf(call) }, source, facts);
    }),
});

export const returnList = defineAct({
  name: 'return-list',
  schema: z.strictObject({ ...versionRead, reason: text }),
  power: 'decideRegistration',
  perform: (deps, call) => giveBack(deps, call, listOf(call), call.data),
});

export const withdrawList = defineAct({
  name: 'withdraw-list',
  schema: z.strictObject({ version: wholeNumber(1) }),
  power: 'openRegistration',
  perform: (deps, call) => withdraw(deps, call, listOf(call), call.data.version),
});

const supplement = { unitId: key, round: wholeNumber(1), ...versionRead };

const supplementOf = (call: Call, unitId: string, round: number): ApprovalSubject => ({
  kind: 'supplement',
  year: yearOf(call),
  unitId,
  round,
});

export const approveSupplement = defineAct({
  name: 'approve-supplement',
  schema: z.strictObject(supplement),
  power: 'decideRegistration',
  perform(deps, call) {
    const { unitId, round, ...read } = call.data;
    return approve(deps, call, supplementOf(call, unitId, round), read);
  },
});

export const returnSupplement = defineAct({
  name: 'return-supplement',
  schema: z.strictObject({ ...supplement, reason: text }),
  power: 'decideRegistration',
  perform(deps, call) {
    const { unitId, round, ...read } = call.data;
    return giveBack(deps, call, supplementOf(call, unitId, round), read);
  },
});
