import { paperOf } from '../../../documents/paper-of.ts';
import type { PaperStage } from '../../../documents/paper.ts';
import type { ConferenceFormSource } from '../../../domain/conference/conference-draft.ts';
import type { WebContext } from '../../environment.ts';
import { drawnFile } from '../paper/drawn-file.ts';
import { readConference, type ConferenceView } from './conference-reading.ts';

const contentOf = ({ cycle, content }: ConferenceView) => ({
  year: cycle.year,
  conference: content,
});

const printPdf = async (
  c: WebContext,
  sourceOf: (view: ConferenceView) => ConferenceFormSource,
  stage: PaperStage,
): Promise<Response> => {
  const view = await readConference(c);
  if (!view) return c.notFound();
  const dating = { stage, number: null, date: view.content.date, confirmedAt: null };
  const facts = await c
    .get('deps')
    .acts.stores.factsOn(view.cycle.facts.officeId, view.content.date);
  const paper = paperOf(sourceOf(view), facts, dating);
  return drawnFile(c, paper, { year: view.cycle.year });
};

/** The programme before it is enclosed with an invitation: a draft, and says so. */
export const programmePdf = (c: WebContext): Promise<Response> =>
  printPdf(
    c,
    (view) => ({ kind: 'programme', content: contentOf(view), parentKind: 'invitation' }),
    'draft',
  );

/** What lies at the door, for the pen. */
export const attendanceSheetPdf = (c: WebContext): Promise<Response> =>
  printPdf(c, (view) => ({ kind: 'attendance-sheet', content: contentOf(view) }), 'for-signature');
