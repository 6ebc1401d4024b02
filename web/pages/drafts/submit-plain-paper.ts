import { draftIdOf, findDraft } from '../../../domain/draft.ts';
import { PLAIN_PAPER_KINDS } from '../../../domain/plain-paper.ts';
import type { WebContext } from '../../environment.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { pressOnPeriod } from '../registration/period-press.ts';
import { pathOfDrafts } from './draft-reading.ts';
import { chosenIn, isPlain, plainPaperPage } from './plain-paper-page.tsx';

const FIELDS = [
  'kind',
  'subject',
  'paragraphs',
  'unitIds',
  'superiorIds',
  'signer',
  'replaces-paperId',
  'replaces-reason',
] as const;
const fieldOf = (id: string): string | null => FIELDS.find((name) => id.startsWith(name)) ?? null;

const kindNamed = (name: string | undefined) => PLAIN_PAPER_KINDS.find((kind) => kind === name);

// A paper that was returned keeps its kind and name; a new one is called by its turn in the year.
const paperIn = ({ state, year }: RunningCycle, fields: TypedFields) => {
  const again = findDraft(state.drafts, typedText(fields, 'draftId'));
  const kind = kindNamed(again?.kind ?? typedText(fields, 'kind'));
  if (!kind) return null;
  const prefix = draftIdOf(kind, year, '');
  const turn = String(state.drafts.filter(isPlain).length + 1);
  return { kind, about: again ? again.draftId.slice(prefix.length) : turn };
};

const replacesIn = (fields: TypedFields) => {
  const paperId = typedText(fields, 'replaces-paperId');
  return paperId === '' ? null : { paperId, reason: typedText(fields, 'replaces-reason') };
};

/** Puts the paper before the leader. */
export const submitPlainPaper = async (c: WebContext): Promise<Response> => {
  const cycle = await readRunningCycle(c);
  const fields: TypedFields = await c.req.parseBody({ all: true });
  const paper = paperIn(cycle, fields);
  if (!paper) {
    const text = c.get('t')('drafts.plain-kind-missing');
    return plainPaperPage(c, { fields, errors: [{ field: 'kind', text }], status: 422 });
  }
  return pressOnPeriod(c, {
    fields,
    act: 'submit-plain-paper',
    data: {
      ...paper,
      subject: typedText(fields, 'subject'),
      signer: {
        personId: typedText(fields, 'signer'),
        capacity: typedText(fields, 'capacity') || null,
      },
      paragraphs: typedText(fields, 'paragraphs')
        .split(/\r?\n/)
        .filter((line) => line.trim() !== ''),
      unitIds: chosenIn(fields, 'unitIds'),
      superiorIds: chosenIn(fields, 'superiorIds'),
      replaces: replacesIn(fields),
    },
    to: pathOfDrafts(cycle.year),
    fieldOf,
    again: (refused) => plainPaperPage(c, refused),
  });
};
