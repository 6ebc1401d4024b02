import * as z from 'zod';
import { localDateOf } from '../../domain/local-date.ts';
import { defineAct } from '../act.ts';
import { checkTexts, refer } from '../check-plan.ts';
import { checkScan } from '../keep-scan.ts';
import { commanded } from '../on-strand.ts';
import { nfc, optionalNfc } from '../plan-content-schema.ts';
import { saveReason } from '../save-reason.ts';
import { day, key, text } from '../year-file/fields.ts';
import { placedTexts } from '../year-file/texts-of-year-file.ts';
import { pressOnQuestion, readQuestion, saveText } from './on-question.ts';

const replySchema = z.strictObject({
  text: nfc,
  /** As it stands on their paper. */
  number: optionalNfc,
  date: day,
  issuerId: key,
  summary: optionalNfc,
});

/** A body above has answered what was passed up; `bytes`: the scan of its paper, where there is one. */
export const enterReply = defineAct({
  name: 'enter-reply',
  schema: z.strictObject({
    questionId: key,
    reply: replySchema,
    bytes: z.instanceof(Uint8Array).nullable(),
  }),
  power: 'enterReply',
  async perform(deps, call) {
    const { questionId, reply, bytes } = call.data;
    const { date, issuerId, ...words } = reply;
    await readQuestion(deps, call, questionId);
    const { superiors } = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    refer(
      superiors.map(({ id }) => id),
      issuerId,
      '/reply/issuerId',
    );
    checkTexts(deps, placedTexts({ reply: words }));
    if (bytes) checkScan(deps, bytes, '/bytes');
    const commandFor = (version: number) => ({
      ...commanded(call),
      type: 'enterReply' as const,
      version,
      date,
      issuerId,
    });
    return pressOnQuestion(deps, call, questionId, commandFor, async () => {
      const scanSha256 = bytes ? await deps.documents.put(bytes) : null;
      return saveText(deps, call, 'question-reply', questionId, { ...words, scanSha256 });
    });
  },
});

/** The bodies above never answered, and nobody waits for it any more; the asker hears why. */
export const closeQuestion = defineAct({
  name: 'close-question',
  schema: z.strictObject({ questionId: key, reason: text }),
  power: 'closeQuestion',
  perform(deps, call) {
    const { questionId, reason } = call.data;
    const command = {
      ...commanded(call),
      type: 'closeQuestion' as const,
      reasonId: call.actId,
    };
    return pressOnQuestion(
      deps,
      call,
      questionId,
      () => command,
      async () => {
        await saveReason(deps, call, reason);
        return 1;
      },
    );
  },
});
