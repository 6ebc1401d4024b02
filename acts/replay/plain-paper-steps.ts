import { PLAIN_PAPER_KINDS, type PlainPaperKind } from '../../domain/plain-paper.ts';
import type { Signer } from '../../domain/plan.ts';
import { REPLAY_WORDS } from '../../locale/replay.ts';
import { paperTypeOf } from '../../locale/year-file.ts';
import { cycleId } from '../../workflows/contract.ts';
import { isKey } from '../year-file/fields.ts';
import type { PaperRole } from '../year-file/paper-uses.ts';
import { withoutAbbreviation } from './correction-steps.ts';
import { draftSteps } from './draft-steps.ts';
import { joinRooms, onceStrand, type PlannedRoom } from './replay-step.ts';
import { signerOf, type FilePaper, type YearToEnter } from './year-to-enter.ts';

interface PlainPaperData {
  readonly kind: PlainPaperKind;
  readonly about: string;
  readonly subject: string;
  readonly signer: Signer;
  readonly paragraphs: readonly string[];
  readonly unitIds: readonly string[];
  readonly superiorIds: readonly string[];
}

/** The data of the act that submits it. */
export const plainPaperData = (data: PlainPaperData) => ({
  ...data,
  subject: data.kind === 'letter' ? withoutAbbreviation(data.subject) : data.subject,
});

// Reports of checks and of the year are made from figures, and have rooms of their own.
const IN_ROOMS: readonly PaperRole[] = ['void', 'plan', 'quarter-report', 'year-report'];

const kindOf = ({ document, role }: FilePaper): PlainPaperKind | null =>
  IN_ROOMS.includes(role)
    ? null
    : (PLAIN_PAPER_KINDS.find((kind) => kind === paperTypeOf(document.type)) ?? null);

// A report goes up; a letter or notice of the year's work goes to those who do it.
const addresseesOf = ({ file }: YearToEnter, kind: PlainPaperKind, on: string) =>
  kind === 'report'
    ? {
        unitIds: [],
        superiorIds: file.superiors.filter((body) => body.kind === 'superior').map(({ id }) => id),
      }
    : {
        unitIds: file.orgUnits
          .filter(({ validFrom, validTo }) => validFrom <= on && (validTo ?? on) >= on)
          .map(({ id }) => id),
        superiorIds: [],
      };

const plainPaper = (year: YearToEnter, paper: FilePaper, kind: PlainPaperKind): PlannedRoom => {
  const { id, issuedOn, subject } = paper.document;
  const { signer, assumed } = signerOf(year, paper, issuedOn);
  const about = isKey(id) ? id : `paper-${paper.place.replaceAll(/\D/g, '')}`;
  const drafted = draftSteps(year, {
    paper,
    kind,
    about,
    subjects: [],
    act: 'submit-plain-paper',
    data: plainPaperData({
      kind,
      about,
      subject,
      signer,
      paragraphs: [REPLAY_WORDS.plainText],
      ...addresseesOf(year, kind, issuedOn),
    }),
    from: null,
    ready: onceStrand(cycleId(year.officeId, year.year), 'reformCycle', () => ({})),
  });
  const to = kind === 'report' ? 'the leaders above' : 'all units of its day';
  return {
    ...drafted,
    assumed: [
      ...assumed,
      {
        path: paper.place,
        assumed: `went to ${to}; its text stands in the original`,
        because: 'the file says of it what stands in the register, and neither text nor recipients',
      },
      ...drafted.assumed,
    ],
  };
};

/** Letters, notices and reports of the file that no other room enters. */
export const plainPaperRoom = (
  year: YearToEnter,
  entered: Readonly<Record<string, string>>,
): PlannedRoom =>
  joinRooms(
    year.papers.flatMap((paper) => {
      const kind = entered[paper.document.id] === undefined ? kindOf(paper) : null;
      return kind === null ? [] : [plainPaper(year, paper, kind)];
    }),
  );
