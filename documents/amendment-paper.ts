import type { PlanAmendmentContent, StatedChange } from '../domain/amendment/plan-amendment.ts';
import type { AmendedValue } from '../domain/amended-fields.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { OfficeFacts } from '../domain/office.ts';
import { amendedFieldName, amendmentWords } from '../locale/amendment-papers.ts';
import { formatNumber } from '../locale/papers.ts';
import { draftPaperOf, type DraftPaper } from './draft-paper.ts';
import { viewDraft } from './draft-view.ts';
import type { PaperDating } from './paper.ts';
import { unitName } from './paper-parts.ts';

interface ChangeLine {
  readonly task: StatedChange['task'];
  readonly indicator: StatedChange['indicator'];
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly effectiveOn: LocalDate;
}

/** The paper that amends the issued plan. */
export interface AmendmentPaper extends DraftPaper {
  readonly kind: 'plan-amendment';
  readonly amended: PlanAmendmentContent['amended'];
  readonly reason: string;
  readonly effectiveOn: LocalDate;
  readonly lines: readonly ChangeLine[];
}

const valueInWords = (
  field: string,
  value: AmendedValue,
  facts: OfficeFacts,
  place: string,
): string => {
  if (value === null) return amendmentWords.unknown;
  if (typeof value === 'number') return formatNumber(value);
  if (!/UnitIds?$/.test(field)) return value;
  const ids = value.split(',').filter((id) => id.trim() !== '');
  if (ids.length === 0) return amendmentWords.none;
  return ids.map((id) => unitName(facts, id.trim(), place)).join('; ');
};

/** @throws DomainError unknown-reference with the pointer into the content */
export const amendmentPaperOf = (
  content: PlanAmendmentContent,
  facts: OfficeFacts,
  dating: PaperDating,
): AmendmentPaper => ({
  ...draftPaperOf('plan-amendment', content, facts, dating),
  kind: 'plan-amendment',
  amended: content.amended,
  reason: content.reason,
  effectiveOn: content.effectiveOn,
  lines: content.changes.map(({ task, indicator, field, from, to, effectiveOn }, index) => {
    const place = `/changes/${String(index)}`;
    return {
      task,
      indicator,
      what: amendedFieldName(field) ?? field,
      from: valueInWords(field, from, facts, `${place}/from`),
      to: valueInWords(field, to, facts, `${place}/to`),
      effectiveOn: effectiveOn ?? content.effectiveOn,
    };
  }),
});

/** The fields that templates/documents/plan-amendment.hbs may name. */
export const viewAmendment = (paper: AmendmentPaper) => ({
  ...viewDraft(paper),
  amended: paper.amended,
  reason: paper.reason,
  effectiveOn: paper.effectiveOn,
  changeCount: paper.lines.length,
  lines: paper.lines.map((line, index) => ({
    ...line,
    order: String(index + 1),
    task: { ordinal: String(line.task.ordinal), title: line.task.title },
  })),
});
