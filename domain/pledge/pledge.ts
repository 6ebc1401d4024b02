import type { Authority } from '../authority.ts';
import type { Commanded } from '../commanded.ts';
import type { CycleClock, LastStep } from '../cycle-clock.ts';
import type { DraftNews } from '../draft.ts';
import type { Instant, LocalDate } from '../local-date.ts';

/** `joint`: one sheet of all parties before a witness. `per-unit`: a commitment of each unit. */
export type PledgeForm = 'joint' | 'per-unit';
/** `signed`: everybody has signed, the sheet or its paper is still to come. */
export type PledgePhase = 'open' | 'signed' | 'done' | 'cancelled';

/** `ink`: on the sheet at the ceremony or later. `confirmed`: by the unit's head in the system. */
export interface PledgeSignature {
  readonly unitId: string;
  readonly personId: string;
  readonly how: 'ink' | 'confirmed';
  readonly signedOn: LocalDate;
  /** Version of the kind `pledge-marks` that says by what right somebody else signs; null: the head. */
  readonly basisId: string | null;
  /** Of the sheet with that day's signatures; null: not there yet, or confirmed in the system. */
  readonly scanSha256: string | null;
  readonly at: Instant;
}

/** Who pledges, who has signed, and where the paper of a joint pledge stands. */
export interface PledgeState {
  readonly year: number;
  readonly pledgeId: string;
  readonly ownerId: string | null;
  readonly form: PledgeForm;
  /** Version of the kind `pledge` with title, place and points, under `pledgeContentId`. */
  readonly contentVersion: number;
  readonly witnessId: string | null;
  readonly requiredUnitIds: readonly string[];
  readonly clock: CycleClock;
  readonly phase: PledgePhase;
  readonly openedAt: Instant | null;
  readonly signatures: readonly PledgeSignature[];
  readonly paper: DraftNews | null;
  readonly last: LastStep | null;
}

export interface SignedMark {
  readonly unitId: string;
  readonly personId: string;
  readonly basisId: string | null;
}

export type PledgeCommand = Commanded &
  (
    | {
        readonly type: 'markSigned';
        readonly signed: readonly SignedMark[];
        readonly signedOn: LocalDate;
        readonly scanSha256: string | null;
      }
    | { readonly type: 'confirmCommitment'; readonly unitId: string }
    | {
        readonly type: 'attachPledgeScan';
        readonly signedOn: LocalDate;
        readonly scanSha256: string;
      }
    | { readonly type: 'takeBackMark'; readonly unitId: string; readonly reasonId: string }
    /** A unit was merged or comes in addition, or somebody else is the witness. */
    | {
        readonly type: 'changeSignatories';
        readonly unitIds: readonly string[];
        readonly witnessId: string | null;
        readonly reasonId: string;
      }
    | { readonly type: 'dropPledge'; readonly reasonId: string }
  );

export type PledgeEvent =
  | { readonly type: 'PledgeOpened'; readonly by: Authority }
  | {
      readonly type: 'PledgeSigned';
      readonly signed: readonly SignedMark[];
      readonly signedOn: LocalDate;
      readonly scanSha256: string | null;
      readonly by: Authority;
    }
  | { readonly type: 'CommitmentConfirmed'; readonly unitId: string; readonly by: Authority }
  | {
      readonly type: 'PledgeScanAttached';
      readonly signedOn: LocalDate;
      readonly scanSha256: string;
      readonly by: Authority;
    }
  | {
      readonly type: 'PledgeMarkTakenBack';
      readonly unitId: string;
      readonly reasonId: string;
      readonly by: Authority;
    }
  | {
      readonly type: 'SignatoriesChanged';
      readonly unitIds: readonly string[];
      readonly witnessId: string | null;
      readonly reasonId: string;
      readonly by: Authority;
    }
  | { readonly type: 'PledgePaperMoved'; readonly news: DraftNews }
  | { readonly type: 'PledgeDropped'; readonly reasonId: string; readonly by: Authority }
  | { readonly type: 'PledgeCancelled' }
  | { readonly type: 'ClockWentLive' };

export const isPledgeOver = ({ phase }: Pick<PledgeState, 'phase'>): boolean =>
  phase === 'done' || phase === 'cancelled';

export const signatureOfUnit = (
  { signatures }: Pick<PledgeState, 'signatures'>,
  unitId: string,
): PledgeSignature | null => signatures.find((row) => row.unitId === unitId) ?? null;

/** Units that have not signed yet, in the order of those who must. */
export const missingUnits = (
  state: Pick<PledgeState, 'requiredUnitIds' | 'signatures'>,
): readonly string[] =>
  state.requiredUnitIds.filter((unitId) => signatureOfUnit(state, unitId) === null);

/** Days whose sheet was signed with the pen and has no scan yet, the earliest first. */
export const daysWithoutScan = ({
  signatures,
}: Pick<PledgeState, 'signatures'>): readonly LocalDate[] => [
  ...new Set(
    signatures
      .filter(({ how, scanSha256 }) => how === 'ink' && scanSha256 === null)
      .map(({ signedOn }) => signedOn)
      .toSorted(),
  ),
];

/** The paper is with its signer, the clerk or the recipients: what it says stands. */
export const isPaperOnItsWay = ({ paper }: Pick<PledgeState, 'paper'>): boolean =>
  paper !== null && paper.phase !== 'dropped';

export const isNewsOfPaper = ({ paper }: Pick<PledgeState, 'paper'>, news: DraftNews): boolean =>
  paper?.draftId !== news.draftId || paper.phase !== news.phase || paper.version !== news.version;
