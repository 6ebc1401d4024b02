// What a year file says of its questions, as the steps take it.
import { isBefore, type Instant } from '../../domain/local-date.ts';
import { paperTypeOf } from '../../locale/year-file.ts';
import { yearStrandId } from '../../workflows/contract.ts';
import { isKey } from '../year-file/fields.ts';
import type { YearFile } from '../year-file/year-file.ts';
import { laterOf, morningOf, type FilePaper, type YearToEnter } from './year-to-enter.ts';

export type Question = NonNullable<YearFile['dialogue']>['questions'][number];
export type Escalation = NonNullable<Question['escalation']>;

/** A question with its place in the file, and the id by which the system knows it. */
export interface FileQuestion {
  readonly question: Question;
  readonly place: string;
  readonly id: string;
}

export const questionsOf = ({ file }: YearToEnter): readonly FileQuestion[] =>
  (file.dialogue?.questions ?? []).map((question, index) => ({
    question,
    place: `/dialogue/questions/${String(index)}`,
    id: isKey(question.id) ? question.id : `question-${String(index + 1)}`,
  }));

export const questionStrandOf = ({ officeId, year }: YearToEnter, id: string): string =>
  yearStrandId(officeId, year, { kind: 'question', id });

const earliest = (moments: readonly Instant[]): Instant =>
  moments.reduce((first, one) => (isBefore(one, first) ? one : first));

// It was there by the day on which it went up, and by the day on which its work was due.
const boundsOf = ({ escalation, dueOn }: Question): readonly Instant[] =>
  [escalation?.sentOn, dueOn].flatMap((day) => (day === undefined ? [] : [morningOf(day)]));

/** When it was asked and answered: at the conference, or before it where a day of the file is earlier. */
export const momentsOf = (
  { file: { conference, plan } }: YearToEnter,
  { question }: FileQuestion,
): {
  readonly askedAt: Instant;
  readonly answeredAt: Instant;
  readonly isAtConference: boolean;
} => {
  const bounds = boundsOf(question);
  if (!conference) {
    const at = earliest(bounds.length > 0 ? bounds : [morningOf(plan.checkSchedule.Q2)]);
    return { askedAt: at, answeredAt: at, isAtConference: false };
  }
  const askedAt = earliest([conference.startAt, ...bounds]);
  return {
    askedAt,
    answeredAt: earliest([conference.endAt, ...bounds]),
    isAtConference: askedAt === conference.startAt,
  };
};

export type UpwardKind = 'transfer-slip' | 'submission' | 'letter' | 'notice' | 'report';

/** Papers that are made for questions alone; others say of what they are by their own words. */
export const isSlip = (kind: UpwardKind): kind is 'transfer-slip' | 'submission' =>
  kind === 'transfer-slip' || kind === 'submission';

/** As what the paper goes up in which a question stands: its type says so. */
const kindOfUpward = ({ document, role }: FilePaper): UpwardKind => {
  const type = paperTypeOf(document.type);
  switch (type) {
    case 'transfer-slip':
    case 'submission':
    case 'letter':
    case 'notice':
    case 'report':
      return type;
    default:
      return role === 'submission' ? 'submission' : 'transfer-slip';
  }
};

/** Questions that go up in one paper, with all the bodies to which it goes. */
export interface UpwardPaper {
  readonly paper: FilePaper;
  readonly kind: UpwardKind;
  readonly about: string;
  readonly questions: readonly (FileQuestion & { readonly escalation: Escalation })[];
  readonly superiorIds: readonly string[];
  /** The first day by which one of them is to be answered. */
  readonly dueOn: string;
  /** Once all of them had been passed up. */
  readonly from: Instant;
}

export const upwardPapersOf = (year: YearToEnter): readonly UpwardPaper[] =>
  year.papers.flatMap((paper) => {
    const questions = questionsOf(year).flatMap((one) => {
      const { escalation, status } = one.question;
      return status === 'ESCALATED' && escalation?.documentId === paper.document.id
        ? [{ ...one, escalation }]
        : [];
    });
    const [first] = questions;
    if (!first) return [];
    const days = questions.map(({ escalation }) => escalation.dueOn).toSorted();
    return [
      {
        paper,
        kind: kindOfUpward(paper),
        about: first.id,
        questions,
        superiorIds: [...new Set(questions.flatMap(({ escalation }) => escalation.toSuperiorIds))],
        dueOn: days[0] ?? first.escalation.dueOn,
        from: questions.map((one) => momentsOf(year, one).answeredAt).reduce(laterOf),
      },
    ];
  });
