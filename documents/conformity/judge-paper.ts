import {
  FORM_RULES,
  type Conformity,
  type FormResult,
  type FormRule,
  type LegalSource,
} from '../../domain/conformity.ts';
import { LEGAL_FORMAT, type LegalFormat } from '../legal-format.ts';
import { readDocxPaper } from './docx-reader.ts';
import { findComponents } from './find-components.ts';
import * as head from './judge-head.ts';
import * as headings from './judge-headings.ts';
import * as pages from './judge-pages.ts';
import * as text from './judge-text.ts';
import { isNumbered, type Judge } from './judge.ts';
import { readPdfPaper } from './pdf-reader.ts';
import { UnreadablePaper, type ReadPaper } from './read-paper.ts';

interface Rule {
  readonly source: (format: LegalFormat) => LegalSource;
  readonly judge: Judge;
}

const RULES: Readonly<Record<FormRule, Rule>> = {
  'page-size': { source: ({ page }) => page.source, judge: pages.pageSize },
  'page-margins': { source: ({ margins }) => margins.source, judge: pages.pageMargins },
  font: { source: ({ font }) => font.source, judge: pages.fontOf },
  'national-name': {
    source: ({ components }) => components.nation.source,
    judge: head.judgeBox('nation', head.always),
  },
  motto: {
    source: ({ components }) => components.motto.source,
    judge: head.judgeBox('motto', head.always),
  },
  'motto-rule': { source: ({ rules }) => rules.motto.source, judge: head.judgeRule('motto') },
  'parent-name': {
    source: ({ components }) => components.parent.source,
    judge: head.judgeBox('parent', head.never),
  },
  'office-name': {
    source: ({ components }) => components.office.source,
    judge: head.judgeBox('office', head.always),
  },
  'office-rule': { source: ({ rules }) => rules.office.source, judge: head.judgeRule('office') },
  'number-style': {
    source: ({ components }) => components.number.source,
    judge: head.judgeBox('number', head.never),
  },
  'number-form': { source: ({ sources }) => sources.number, judge: head.numberForm },
  'place-date-style': {
    source: ({ components }) => components.placeDate.source,
    judge: head.judgeBox('placeDate', head.placeDateIsAsked),
  },
  'date-form': { source: ({ sources }) => sources.date, judge: head.dateForm },
  'letter-subject': {
    source: ({ components }) => components.letterSubject.source,
    judge: head.letterSubject,
  },
  kind: {
    source: ({ components }) => components.kind.source,
    judge: head.judgeBox('kind', ({ main }) => main.letterSubject.length === 0),
  },
  subject: {
    source: ({ components }) => components.subject.source,
    judge: head.judgeBox('subject', (judged) => isNumbered(judged) && head.subjectIsAsked(judged)),
  },
  'subject-rule': { source: ({ rules }) => rules.subject.source, judge: head.judgeRule('subject') },
  'addressees-style': {
    source: ({ components }) => components.addressees.source,
    judge: text.addresseesStyle,
  },
  'addressees-form': {
    source: ({ components }) => components.addressees.source,
    judge: text.addresseesForm,
  },
  'bases-style': { source: ({ components }) => components.basis.source, judge: text.basesStyle },
  'bases-form': { source: ({ components }) => components.basis.source, judge: text.basesForm },
  'body-style': { source: ({ components }) => components.body.source, judge: text.bodyStyle },
  'part-heading': {
    source: ({ components }) => components.partHeading.source,
    judge: headings.partHeading,
  },
  'section-heading': {
    source: ({ components }) => components.sectionHeading.source,
    judge: headings.sectionHeading,
  },
  'article-heading': {
    source: ({ components }) => components.articleHeading.source,
    judge: headings.articleHeading,
  },
  'first-line-indent': {
    source: ({ paragraph }) => paragraph.source,
    judge: text.firstLineIndent,
  },
  'paragraph-gap': { source: ({ paragraph }) => paragraph.source, judge: text.paragraphGap },
  'line-spacing': { source: ({ paragraph }) => paragraph.source, judge: text.lineSpacing },
  'end-mark': { source: ({ sources }) => sources.endMark, judge: text.endMark },
  'signing-power': { source: ({ sources }) => sources.signingPower, judge: text.signingPowers },
  'signing-post': { source: ({ components }) => components.post.source, judge: text.signingPost },
  'signer-name': { source: ({ components }) => components.signer.source, judge: text.signerName },
  'recipients-head': {
    source: ({ components }) => components.recipientsHead.source,
    judge: text.recipientsHead,
  },
  'recipients-style': {
    source: ({ components }) => components.recipients.source,
    judge: text.recipientsStyle,
  },
  'recipients-form': { source: ({ sources }) => sources.recipients, judge: text.recipientsForm },
  'page-number-first': {
    source: ({ pageNumber }) => pageNumber.source,
    judge: pages.pageNumberFirst,
  },
  'page-number-later': {
    source: ({ pageNumber }) => pageNumber.source,
    judge: pages.pageNumberLater,
  },
  'annex-mark': { source: ({ components }) => components.annexMark.source, judge: pages.annexMark },
  'annex-title': {
    source: ({ components }) => components.annexTitle.source,
    judge: pages.annexTitle,
  },
  'annex-reference': { source: ({ sources }) => sources.annex, judge: pages.annexReference },
  'annex-numbering': { source: ({ sources }) => sources.annex, judge: pages.annexNumbering },
};

const startsWith = (bytes: Uint8Array, mark: string): boolean =>
  Buffer.from(bytes.slice(0, 1024)).toString('latin1').includes(mark);

const readPaper = async (bytes: Uint8Array): Promise<ReadPaper> => {
  if (startsWith(bytes.slice(0, 4), 'PK')) return readDocxPaper(bytes);
  if (startsWith(bytes, '%PDF-')) return readPdfPaper(bytes);
  throw new UnreadablePaper('neither a DOCX nor a PDF');
};

/**
 * Judges the form of a finished paper by Decree 30/2020, from the bytes of its DOCX or PDF alone.
 * @throws UnreadablePaper
 */
export const judgePaper = async (
  bytes: Uint8Array,
  format: LegalFormat = LEGAL_FORMAT,
): Promise<Conformity> => {
  const paper = await readPaper(bytes);
  const [first] = paper.parts;
  if (!first) throw new UnreadablePaper('no page in it');
  const judged = { paper, main: findComponents(first), format };
  const results = FORM_RULES.map((rule): FormResult => {
    const { source: sourceOf, judge } = RULES[rule];
    const source = sourceOf(format);
    const issues = judge(judged);
    if (issues === null) return { rule, verdict: 'not-applicable', source, findings: [] };
    const findings = issues.map((issue) => ({ ...issue, rule, source }));
    return { rule, verdict: findings.length === 0 ? 'pass' : 'fail', source, findings };
  });
  return {
    file: paper.file,
    conforms: results.every(({ verdict }) => verdict !== 'fail'),
    results,
  };
};
