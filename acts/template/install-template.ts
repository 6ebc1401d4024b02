import * as z from 'zod';
import { requireTemplateKind } from '../../domain/template-kind.ts';
import { defineAct, outcome } from '../act.ts';
import { sha256Of } from '../canonical-text.ts';
import { wholeNumber } from '../year-file/fields.ts';

/**
 * The office's own template of one kind of paper or form, in place of the shipped one, for cycles that are started
 * from now on. `basedOn`: the office's version that it was made from; null: the first one. With the shipped
 * text the kind is printed as shipped again.
 */
export const installTemplate = defineAct({
  name: 'install-template',
  schema: z.strictObject({
    kind: z.string(),
    basedOn: wholeNumber(1).nullable(),
    text: z.string(),
  }),
  power: 'keepOffice',
  async perform(deps, call) {
    const kind = requireTemplateKind(call.data.kind);
    const text = call.data.text.normalize('NFC');
    deps.paperCheck.checkTemplate(kind, text);
    const saved = await deps.stores.versions.save({
      office_id: call.officeId,
      kind: 'template',
      id: kind,
      basedOn: call.data.basedOn,
      text,
      sha256: sha256Of(text),
      author_id: call.personId,
      act_id: call.actId,
      occurred_at: call.at,
      entered_at: call.enteredAt,
    });
    return outcome({ workflowId: null, seq: null, result: { kind, version: saved.version } });
  },
});
