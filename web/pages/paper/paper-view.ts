import { mayNumberForDigital, readToBeSigned, type ToSign } from '../../../acts/to-be-signed.ts';
import { rolesWith } from '../../../domain/waiters.ts';
import type { DeliveryRow, MessageRow } from '../../../adapters/database/deliveries.ts';
import type { OfficeRow, PersonRow } from '../../../adapters/database/offices.ts';
import type { PaperRow } from '../../../adapters/database/papers.ts';
import { MAY_GIVE_OCCURRED_AT } from '../../../domain/authority.ts';
import type { DocumentIssueState } from '../../../domain/document-issue.ts';
import {
  instantOf,
  localDateOf,
  type Instant,
  type LocalDate,
} from '../../../domain/local-date.ts';
import type { OfficeFacts } from '../../../domain/office.ts';
import { RECIPIENTS, recipientsOf } from '../../../domain/recipients.ts';
import type { Stores } from '../../../adapters/database/stores.ts';
import { numberAndSymbol } from '../../../locale/paper-names.ts';
import type { WebContext } from '../../environment.ts';
import { userOn } from '../../signed-in.ts';
import { nameOfPaper } from './paper-names.ts';

export type PaperFileRow = Awaited<ReturnType<Stores['papers']['listFiles']>>[number];
export type TrailRow = Awaited<ReturnType<Stores['cycles']['listTrail']>>[number];

/** One paper with all that its page says, and what this reader may do with it. */
export interface PaperView {
  readonly paper: PaperRow;
  readonly state: DocumentIssueState;
  readonly office: OfficeRow;
  readonly title: string;
  readonly numberAndSymbol: string | null;
  readonly subject: string;
  /** The day on which an act of now counts: today, or where the clock of an entered year stands. */
  readonly day: LocalDate;
  readonly facts: OfficeFacts;
  readonly people: readonly PersonRow[];
  readonly files: readonly PaperFileRow[];
  readonly deliveries: readonly DeliveryRow[];
  readonly messages: readonly MessageRow[];
  readonly trail: readonly TrailRow[];
  /** What this reader is to sign digitally; null where there is nothing. */
  readonly toSign: ToSign | null;
  readonly origin: 'live' | 'example' | 'entered';
  readonly may: {
    readonly handle: boolean;
    readonly sign: boolean;
    /** In a year that is being entered: what was signed then is entered from its original. */
    readonly enterOriginal: boolean;
    readonly numberForDigital: boolean;
    readonly date: boolean;
  };
}

export const readSubject = (
  { paperSources }: Pick<Stores, 'paperSources'>,
  { office_id, year, paper_id, kind, content_version }: PaperRow,
): Promise<string> =>
  paperSources.readSubject({
    officeId: office_id,
    year,
    paperId: paper_id,
    kind,
    contentVersion: content_version,
  });

const powersOf = (c: WebContext, state: DocumentIssueState, facts: OfficeFacts) => {
  const personId = userOn(c).person.person_id;
  const held = facts.people.find(({ id }) => id === personId)?.roles ?? [];
  const handle = rolesWith('handlePaper', facts).some((role) => held.includes(role));
  return {
    handle,
    numberForDigital: handle && mayNumberForDigital(c.get('deps').acts, state),
    enterOriginal: handle && state.clock.mode === 'entered',
    sign: state.maySignInSystem && state.signer.personId === personId,
    date: MAY_GIVE_OCCURRED_AT.some((role) => held.includes(role)),
  };
};

// As the paper lists them; a unit that is no longer there, and a guest, come last within their group.
const inOrderOfPaper = (
  { kind }: PaperRow,
  facts: OfficeFacts,
  rows: readonly DeliveryRow[],
): readonly DeliveryRow[] => {
  const groups = RECIPIENTS[kind].map(({ group }) => group);
  const addressees = {
    superiorIds: facts.superiors.map(({ id }) => id),
    unitIds: facts.units.map(({ id }) => id),
    guests: [],
  };
  const ids = recipientsOf(kind, facts, addressees).map(({ id }) => id);
  const place = (id: string): number => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  return rows.toSorted(
    (left, right) =>
      groups.indexOf(left.recipient_group) - groups.indexOf(right.recipient_group) ||
      place(left.recipient_id) - place(right.recipient_id),
  );
};

const nowOf = (c: WebContext): Instant => instantOf(c.get('deps').acts.wallClock().getTime());

/** null: this office has no such paper. */
export const readPaperView = async (c: WebContext, paperId: string): Promise<PaperView | null> => {
  const { stores } = c.get('deps').acts;
  const { officeId } = userOn(c);
  const paper = await stores.papers.find(officeId, paperId);
  if (!paper) return null;
  const [strand, office, cycle] = await Promise.all([
    stores.strands.find(officeId, paper.workflow_id, 'documentIssue'),
    stores.offices.find(officeId),
    stores.cycles.find(officeId, paper.year),
  ]);
  if (!strand || !office || !cycle) throw new Error(`the strand of ${paperId} is missing`);
  const { state } = strand;
  const day = state.clock.mode === 'entered' ? localDateOf(state.clock.at) : c.get('today');
  const personId = userOn(c).person.person_id;
  const [facts, people, files, deliveries, messages, trail, subject, toSign] = await Promise.all([
    stores.factsOn(officeId, day),
    stores.offices.listPeople(officeId),
    stores.papers.listFiles(officeId, paperId),
    stores.deliveries.list(officeId, paperId),
    stores.deliveries.listMessages(officeId, paperId),
    stores.cycles.listTrail(officeId, paper.year),
    readSubject(stores, paper),
    readToBeSigned(c.get('deps').acts, { officeId, personId }, state, nowOf(c)),
  ]);
  return {
    paper,
    state,
    office,
    title: nameOfPaper(c.get('t'), paper),
    numberAndSymbol: numberAndSymbol(paper),
    subject,
    day,
    facts,
    people,
    files,
    deliveries: inOrderOfPaper(paper, facts, deliveries),
    messages,
    toSign,
    trail: trail.filter(({ workflow_id }) => workflow_id === paper.workflow_id),
    origin: cycle.origin,
    may: powersOf(c, state, facts),
  };
};

/** Rank and name, as people are called here; the id where nobody of that id is known any more. */
export const personName = (people: readonly PersonRow[], personId: string): string => {
  const person = people.find(({ person_id }) => person_id === personId);
  return person ? `${person.rank} ${person.full_name}`.trim() : personId;
};
