import type { UpwardContent, UpwardQuestion } from '../domain/dialogue/upward-content.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { OfficeFacts } from '../domain/office.ts';
import { askerOf } from '../locale/dialogue-papers.ts';
import { draftPaperOf, type DraftPaper } from './draft-paper.ts';
import { viewDraft } from './draft-view.ts';
import type { PaperDating } from './paper.ts';
import { nameOf, refuseUnknown, unitName } from './paper-parts.ts';

type UpwardKind = 'submission' | 'transfer-slip';

/** What the head can't decide, before the bodies that can. */
export interface UpwardPaper extends DraftPaper {
  readonly kind: UpwardKind;
  readonly dueOn: LocalDate;
  readonly questions: readonly {
    readonly domainName: string;
    readonly text: string;
    /** null: asked without a name. */
    readonly asker: string | null;
    readonly askedOn: LocalDate;
    readonly isFromConference: boolean;
    readonly reason: string;
  }[];
}

/** Rank, name and unit; of whoever has left since the unit alone. null: asked without a name. */
export const askerName = (
  { askedById, askedByUnitId }: Pick<UpwardQuestion, 'askedById' | 'askedByUnitId'>,
  facts: OfficeFacts,
  place: string,
  where: 'sentence' | 'table' = 'sentence',
): string | null => {
  const person = facts.people.find(({ id }) => id === askedById);
  return askerOf(
    person ? nameOf(person).name : null,
    askedByUnitId === null ? null : unitName(facts, askedByUnitId, place),
    where,
  );
};

export const domainName = (facts: OfficeFacts, code: string, place: string): string =>
  facts.domains.find((domain) => domain.code === code)?.name ??
  refuseUnknown('domain', code, place);

/** @throws DomainError unknown-reference with the pointer into the content */
export const upwardPaperOf = (
  { kind, content }: { readonly kind: UpwardKind; readonly content: UpwardContent },
  facts: OfficeFacts,
  dating: PaperDating,
): UpwardPaper => ({
  ...draftPaperOf(kind, content, facts, dating),
  kind,
  dueOn: content.dueOn,
  questions: content.questions.map((question, index) => {
    const place = `/questions/${String(index)}`;
    return {
      domainName: domainName(facts, question.domain, `${place}/domain`),
      text: question.text,
      asker: askerName(question, facts, `${place}/askedByUnitId`),
      askedOn: question.askedOn,
      isFromConference: question.isFromConference,
      reason: question.reason,
    };
  }),
});

/** The fields that transfer-slip.hbs and submission.hbs in templates/documents/ may name. */
export const viewUpward = (paper: UpwardPaper) => ({
  ...viewDraft(paper),
  dueOn: paper.dueOn,
  questionCount: paper.questions.length,
  questions: paper.questions.map((question, index) => ({
    ...question,
    ordinal: String(index + 1),
    officeName: paper.head.officeName,
    leaderPosition: paper.leaderPosition,
  })),
});
