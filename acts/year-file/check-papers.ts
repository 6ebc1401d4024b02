import { DomainError } from '../../domain/errors.ts';
import { type LocalDate, localDateOf } from '../../domain/local-date.ts';
import { isInPost } from './posts.ts';
import { quote } from './quote.ts';
import type { YearFile } from './year-file.ts';

type Person = YearFile['people'][number];
type Paper = NonNullable<YearFile['documents']>[number];

const NUMBER_DISPLAY = /^(\d{1,12})\s?[/-]\s?(.+)$/u;

const checkNumberDisplay = ({ number, numberDisplay }: Paper, place: string): void => {
  const shown = numberDisplay === null ? null : NUMBER_DISPLAY.exec(numberDisplay)?.[1];
  const agrees = shown === undefined || number === (shown === null ? null : Number(shown));
  if (agrees) return;
  const expected = number === null ? 'null' : `${String(number)}/…`;
  throw new DomainError('not-schema', 'a paper shows another number', { expected }, place);
};

/** Papers clash by number, symbol and calendar year; a void number is taken as well. */
const clashKey = ({ numberDisplay, issuedOn }: Paper): string | null => {
  if (numberDisplay === null) return null;
  const year = issuedOn.slice(0, 4);
  const [, number, symbol] = NUMBER_DISPLAY.exec(numberDisplay) ?? [];
  const name = symbol === undefined ? numberDisplay : `${String(Number(number))}/${symbol}`;
  return `${year} ${name}`;
};

const checkNumbers = (papers: readonly Paper[]): void => {
  const taken = new Map<string, string>();
  papers.forEach((paper, index) => {
    const place = `/documents/${String(index)}/numberDisplay`;
    checkNumberDisplay(paper, place);
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
        place,
      );
    }
    taken.set(key, paper.id);
  });
};

const hasRole = ({ roles }: Person, ...wanted: readonly Person['roles'][number][]): boolean =>
  wanted.some((role) => roles.includes(role));

// Who signs, by Decree 30/2020, art. 13: the head; a deputy with KT.; a unit's head with TL. or TUQ.
const mayStand = (person: Person, capacity: Paper['signingCapacity']): boolean => {
  if (hasRole(person, 'leader')) return true;
  if (capacity === 'KT.') return hasRole(person, 'deputyLeader', 'delegatedSigner');
  const byOrder = capacity === 'TL.' || capacity === 'TUQ.';
  return byOrder && hasRole(person, 'teamLead', 'massOrgHead');
};

const refuseAct = (person: Person, on: LocalDate, expected: string, place: string): never => {
  const details = { id: person.id, date: on, expected };
  throw new DomainError('no-power', `${person.id} has no power on ${on}`, details, place);
};

// Minutes are signed by whoever took the chair, a deputy included, without KT.
const chairsOwnMinutes = (file: YearFile, paper: Paper): boolean =>
  paper.id === file.conference?.minutesDocumentId && paper.signerId === file.conference.chairId;

const needsPower = (file: YearFile, paper: Paper): boolean =>
  paper.numberDisplay !== null && !chairsOwnMinutes(file, paper);

const peopleById = ({ people }: YearFile): ReadonlyMap<string, Person> =>
  new Map(people.map((person) => [person.id, person]));

const checkInPost = (person: Person | undefined, on: LocalDate, place: string): void => {
  if (person && !isInPost(person, on)) refuseAct(person, on, `someone in post on ${on}`, place);
};

const checkSigner = (file: YearFile, paper: Paper, signer: Person, place: string): void => {
  checkInPost(signer, paper.issuedOn, place);
  if (!needsPower(file, paper) || mayStand(signer, paper.signingCapacity)) return;
  const expected = 'leader, or deputyLeader with KT., or the head of a unit with TL. or TUQ.';
  refuseAct(signer, paper.issuedOn, expected, place);
};

const checkSigners = (file: YearFile): void => {
  const people = peopleById(file);
  file.documents?.forEach((paper, index) => {
    if (paper.status === 'VOID') return;
    const signer = people.get(paper.signerId ?? '');
    if (signer) checkSigner(file, paper, signer, `/documents/${String(index)}/signerId`);
    const cosigner = people.get(paper.cosignerId ?? '');
    checkInPost(cosigner, paper.issuedOn, `/documents/${String(index)}/cosignerId`);
  });
};

const checkApprovers = (file: YearFile): void => {
  const people = peopleById(file);
  file.approvals?.forEach(({ byId, at }, index) => {
    checkInPost(people.get(byId), localDateOf(at), `/approvals/${String(index)}/byId`);
  });
};

/** Numbers given once, and signatures by those who had the power on the day. */
export const checkPapers = (file: YearFile): void => {
  checkNumbers(file.documents ?? []);
  checkSigners(file);
  checkApprovers(file);
};
