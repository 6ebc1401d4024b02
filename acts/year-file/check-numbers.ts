import { DomainError } from '../../domain/errors.ts';
import { quote } from './quote.ts';
import type { YearFile } from './year-file.ts';

type Paper = NonNullable<YearFile['documents']>[number];

const NUMBER_DISPLAY = /^(\d{1,12})\s?[/-]\s?(.+)$/u;

const checkNumberDisplay = ({ number, numberDisplay }: Paper, place: string): void => {
  const shown = numberDisplay === null ? null : NUMBER_DISPLAY.exec(numberDisplay)?.[1];
  const agrees = shown === undefined || number === (shown === null ? null : Number(shown));
  if (agrees) return;
  const expected = number === null ? 'null' : `${String(number)}/…`;
  throw new DomainError('not-schema', 'a paper shows another number', { expected }, place);
};

// Decree 30/2020, art. 7: what is not of the numbered types is a form, signed by its parties.
const checkNumberless = ({ typeAbbreviation, number, signerId }: Paper, at: string): void => {
  if (typeAbbreviation !== null) return;
  const given = [
    { value: number, place: `${at}/number` },
    { value: signerId, place: `${at}/signerId` },
  ].find(({ value }) => value !== null);
  if (!given) return;
  const expected = 'null, for the type has no abbreviation';
  const message = 'a paper without a number type has no number and no single signer';
  throw new DomainError('not-schema', message, { expected }, given.place);
};

/** Papers clash by number, symbol and calendar year; a void number is taken as well. */
const clashKey = ({ numberDisplay, issuedOn }: Paper): string | null => {
  if (numberDisplay === null) return null;
  const year = issuedOn.slice(0, 4);
  const [, number, symbol] = NUMBER_DISPLAY.exec(numberDisplay) ?? [];
  const name = symbol === undefined ? numberDisplay : `${String(Number(number))}/${symbol}`;
  return `${year} ${name}`;
};

/** Each number fits its paper, and is given once in a calendar year. */
export const checkNumbers = ({ documents = [] }: YearFile): void => {
  const taken = new Map<string, string>();
  documents.forEach((paper, index) => {
    const at = `/documents/${String(index)}`;
    checkNumberless(paper, at);
    checkNumberDisplay(paper, `${at}/numberDisplay`);
    const key = clashKey(paper);
    if (key === null) return;
    const holder = taken.get(key);
    if (holder !== undefined) {
      throw new DomainError(
        'number-taken',
        'another paper has this number in this year already',
        {
          number: quote(paper.numberDisplay ?? ''),
          takenBy: quote(holder),
          expected: 'a number not yet given',
        },
        `${at}/numberDisplay`,
      );
    }
    taken.set(key, paper.id);
  });
};
