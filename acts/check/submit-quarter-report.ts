import * as z from 'zod';
import { heldCheckOf } from '../../domain/check/quarterly-check.ts';
import { reportedCheckOf } from '../../domain/check/reported-check.ts';
import { textsOfQuarterReport } from '../../domain/check/quarter-report-texts.ts';
import { aboutOnceMore, draftIdOf, findDraft } from '../../domain/draft.ts';
import { localDateOf } from '../../domain/local-date.ts';
import type { Quarter } from '../../domain/plan.ts';
import type { ReformCycleState } from '../../domain/reform-cycle.ts';
import { withOverrides } from '../../domain/report-texts.ts';
import { defineAct } from '../act.ts';
import { overridesSchema } from '../drafts/overrides-schema.ts';
import { readReplaced, replacesSchema } from '../drafts/replaced-paper.ts';
import { submitDraft } from '../drafts/submit-draft.ts';
import { readCycle, yearOf } from '../on-strand.ts';
import { nfc, signerSchema } from '../plan-content-schema.ts';
import { quarter } from '../year-file/fields.ts';
import { readCheck } from './on-check.ts';
import { quarterReportContent } from './quarter-report-content.ts';

const overviewSchema = z.strictObject({
  strengths: z.array(nfc),
  weaknesses: z.array(nfc),
  causes: z.array(nfc),
  directions: z.array(nfc),
  proposals: z.array(nfc),
});

// A draft that was dropped stays so: what is written after it is another.
const aboutOf = (
  cycle: Pick<ReformCycleState, 'drafts' | 'year'>,
  of: Quarter,
  attempt = 1,
): string => {
  const about = attempt === 1 ? of : `${of}-${String(attempt)}`;
  const draft = findDraft(cycle.drafts, draftIdOf('quarter-report', cycle.year, about));
  return draft?.phase === 'dropped' ? aboutOf(cycle, of, attempt + 1) : about;
};

/**
 * The report of a quarter to the superior. Its figures are those of the confirmed results; people write
 * what they think of them. One that went out with an error of content is replaced by another of that check:
 * its figures are the same, for the results of a check stand.
 */
export const submitQuarterReport = defineAct({
  name: 'submit-quarter-report',
  schema: z.strictObject({
    quarter,
    subject: nfc,
    signer: signerSchema,
    overview: overviewSchema,
    overrides: overridesSchema,
    replaces: replacesSchema,
  }),
  power: 'submitDraft',
  async perform(deps, call) {
    const { overrides, replaces, ...written } = call.data;
    const { workflowId, state } = await readCheck(deps, call, written.quarter);
    const cycle = await readCycle(deps, call);
    const of = {
      officeId: call.officeId,
      year: yearOf(call),
      quarter: written.quarter,
      today: localDateOf(call.at),
    };
    const check = replaces ? reportedCheckOf(state) : heldCheckOf(state);
    const { subject, signer, overview } = written;
    const drawn = await quarterReportContent(
      deps,
      of,
      { cycle, check },
      {
        subject,
        signer,
        overview,
      },
    );
    const replaced =
      replaces &&
      (await readReplaced(
        deps,
        call,
        'quarter-report',
        replaces,
        (source) => source.kind === 'quarter-report' && source.content.quarter === of.quarter,
      ));
    return submitDraft(deps, call, {
      source: {
        kind: 'quarter-report',
        content: { ...withOverrides(drawn, overrides, textsOfQuarterReport), replaced },
      },
      ...(replaces
        ? {
            about: aboutOnceMore(cycle.drafts, 'quarter-report', of.year, written.quarter),
            // The check has ended with the report that is replaced.
            ownerId: null,
          }
        : { about: aboutOf(cycle, written.quarter), ownerId: workflowId }),
    });
  },
});
