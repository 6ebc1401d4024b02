import type { LocalDate } from '../../domain/local-date.ts';
import { checkInPost, peopleById, refuseAct } from './posts.ts';
import type { YearFile } from './year-file.ts';

type Person = YearFile['people'][number];
type Paper = NonNullable<YearFile['documents']>[number];

const hasRole = ({ roles }: Person, ...wanted: readonly Person['roles'][number][]): boolean =>
  wanted.some((role) => roles.includes(role));

// A head whose unit is gone heads nothing, whatever the file says of the post itself.
const headsUnit = ({ orgUnits }: YearFile, person: Person, on: LocalDate): boolean => {
  const unit = orgUnits.find(({ id }) => id === person.orgUnitId);
  return hasRole(person, 'teamLead', 'massOrgHead') && (unit?.validTo ?? on) >= on;
};

// Who signs, by Decree 30/2020, art. 13: the head; a deputy with KT.; a unit's head with TL. or TUQ.
const mayStand = (file: YearFile, person: Person, paper: Paper): boolean => {
  if (hasRole(person, 'leader')) return true;
  switch (paper.signingCapacity) {
    case 'KT.':
      return hasRole(person, 'deputyLeader', 'delegatedSigner');
    case 'TL.':
    case 'TUQ.':
      return headsUnit(file, person, paper.issuedOn);
    default:
      return false;
  }
};

// Minutes are signed by whoever took the chair, a deputy included, without KT.
const chairsOwnMinutes = (file: YearFile, paper: Paper): boolean =>
  paper.id === file.conference?.minutesDocumentId && paper.signerId === file.conference.chairId;

const needsPower = (file: YearFile, paper: Paper): boolean =>
  paper.numberDisplay !== null && !chairsOwnMinutes(file, paper);

const checkSigner = (file: YearFile, paper: Paper, signer: Person, place: string): void => {
  checkInPost(signer, paper.issuedOn, place);
  if (!needsPower(file, paper) || mayStand(file, signer, paper)) return;
  const expected = 'leader, or deputyLeader with KT., or the head of a unit with TL. or TUQ.';
  refuseAct(signer, paper.issuedOn, expected, place);
};

/** Papers signed by those who had the power on the day; a number made void needs nobody. */
export const checkSigners = (file: YearFile): void => {
  const people = peopleById(file);
  file.documents?.forEach((paper, index) => {
    if (paper.status === 'VOID') return;
    const signer = people.get(paper.signerId ?? '');
    if (signer) checkSigner(file, paper, signer, `/documents/${String(index)}/signerId`);
    const cosigner = people.get(paper.cosignerId ?? '');
    checkInPost(cosigner, paper.issuedOn, `/documents/${String(index)}/cosignerId`);
  });
};
