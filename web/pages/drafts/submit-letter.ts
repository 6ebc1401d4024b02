import type { WebContext } from '../../environment.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { readRunningCycle } from '../cycle/cycle-reading.ts';
import { pressOnPeriod } from '../registration/period-press.ts';
import { pathOfDrafts } from './draft-reading.ts';
import { LETTER_KINDS, letterPage } from './letter-page.tsx';

// One place a line: where it is | what is printed | what is right.
const placesIn = (fields: TypedFields) =>
  typedText(fields, 'places')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [where = '', printed = '', right = ''] = line.split('|').map((part) => part.trim());
      return { where, printed, right };
    });

const FIELDS = ['paperId', 'subject', 'places', 'reason', 'signer'] as const;
const fieldOf = (id: string): string | null => FIELDS.find((name) => id.startsWith(name)) ?? null;

/** Puts the letter before the leader. */
export const submitLetter = async (c: WebContext): Promise<Response> => {
  const { year } = await readRunningCycle(c);
  const fields: TypedFields = await c.req.parseBody();
  const kind = LETTER_KINDS.find((one) => one === typedText(fields, 'kind'));
  if (!kind) {
    const text = c.get('t')('drafts.kind-missing');
    return letterPage(c, { fields, errors: [{ field: 'kind', text }], status: 422 });
  }
  const capacity = typedText(fields, 'capacity') || null;
  const letter = {
    paperId: typedText(fields, 'paperId'),
    subject: typedText(fields, 'subject'),
    signer: { personId: typedText(fields, 'signer'), capacity },
  };
  return pressOnPeriod(c, {
    fields,
    act: kind === 'correction' ? 'submit-correction' : 'submit-recall',
    data:
      kind === 'correction'
        ? { ...letter, places: placesIn(fields) }
        : { ...letter, reason: typedText(fields, 'reason') },
    to: pathOfDrafts(year),
    fieldOf,
    again: (refused) => letterPage(c, refused),
  });
};
