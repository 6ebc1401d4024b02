import type { DraftContentBase } from '../draft-content.ts';
import type { Instant, LocalDate } from '../local-date.ts';
import type { Person } from '../office.ts';
import type { SignatoryRule } from './signatories.ts';

/** Id under which what is pledged is kept. */
export const pledgeContentId = (year: number, pledgeId: string): string =>
  `pledge-${String(year)}-${pledgeId}`;

/** What is pledged; kept as kind `pledge` under `pledgeContentId`. */
export interface PledgeText {
  readonly title: string;
  readonly signatoryRule: SignatoryRule;
  /** The movements of those above that the pledge answers; null: the yearly one. */
  readonly inResponseTo: string | null;
  /** null: the office's own place. */
  readonly place: string | null;
  readonly points: readonly string[];
}

/** By what right others than the heads signed; kept as kind `pledge-marks` under the act's id. */
export interface PledgeMarks {
  readonly bases: Readonly<Record<string, string>>;
}

/** A person as the pledge names them: of the day on which they signed, whoever holds the post later. */
export interface PledgePerson {
  readonly personId: string;
  /** With the rank. */
  readonly name: string;
  readonly position: string;
}

export interface PledgeParty extends PledgePerson {
  readonly unitId: string;
  readonly unitName: string;
  /** null on a sheet that is still to be signed. */
  readonly signed: {
    readonly how: 'ink' | 'confirmed';
    readonly on: LocalDate;
    readonly at: Instant;
    /** Of a substitute; null: the head. */
    readonly basis: string | null;
  } | null;
}

/** What sheet and paper of a pledge show beside the office. */
export interface PledgeBody extends Omit<PledgeText, 'signatoryRule'> {
  readonly parties: readonly PledgeParty[];
  readonly witness: PledgePerson | null;
  /** Of the ceremony; null on a sheet that is still to be signed. */
  readonly signedOn: LocalDate | null;
  /** One for each party and one for the archive. */
  readonly copies: number;
}

/** The joint pledge as it goes out: one copy to each party. */
export interface PledgeContent extends DraftContentBase, PledgeBody {}

/** The sheet that lies on the table at the ceremony. */
export interface PledgeSheetContent extends PledgeBody {
  readonly year: number;
}

export const pledgePersonOf = ({
  id,
  rank,
  fullName,
  position,
}: Pick<Person, 'id' | 'rank' | 'fullName' | 'position'>): PledgePerson => ({
  personId: id,
  name: `${rank} ${fullName}`.trim(),
  position,
});

export const copiesFor = (parties: readonly unknown[]): number => parties.length + 1;
