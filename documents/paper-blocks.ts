import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { paperWords } from '../locale/papers.ts';
import { purposeWords, recipientWords } from '../locale/recipients.ts';

import type { PageMarks, PaperBlocks } from './blocks.ts';
import type { PaperStage } from './paper.ts';
import type { PlanPaper } from './plan-paper.ts';
import { viewPlan } from './plan-view.ts';
import { readSections } from './read-blocks.ts';
import { fillTemplate } from './template-fill.ts';
import { readTemplate } from './template-nodes.ts';
import type { Template } from './template-nodes.ts';

export type PaperKind = PlanPaper['kind'];

interface LoadedTemplate {
  readonly template: Template;
  readonly source: string;
  readonly version: string;
}

export interface VersionedText {
  readonly sha256: string;
  readonly text: string;
}

const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const loadTemplate = (name: string): LoadedTemplate => {
  const file = new URL(`../templates/documents/${name}.hbs`, import.meta.url);
  const source = readFileSync(file, 'utf8');
  return { template: readTemplate(`${name}.hbs`, source), source, version: hash(source) };
};

const templates: Readonly<Record<PaperKind, LoadedTemplate>> = { plan: loadTemplate('plan') };

/** sha256 of the template's text: what an approval binds beside the content. */
export const templateVersion = (kind: PaperKind): string => templates[kind].version;

/** The template with its version, to be kept with an approval. */
export const templateText = (kind: PaperKind): VersionedText => ({
  sha256: templates[kind].version,
  text: templates[kind].source,
});

/** The words that a paper has beside its template's, with the sha256 that an approval binds. */
export const localeText = (): VersionedText => {
  const text = JSON.stringify({ paperWords, purposeWords, recipientWords });
  return { sha256: hash(text), text };
};

/** sha256 of the words that a paper has beside its template's. */
export const localeVersion = (): string => localeText().sha256;

// A paper that was approved with an older template keeps it until it is issued.
const templateOf = (kind: PaperKind, pinned: string | null): Template =>
  pinned === null || pinned === templates[kind].source
    ? templates[kind].template
    : readTemplate(`${kind}.hbs`, pinned);

const marksOf = (stage: PaperStage): PageMarks => ({
  watermark: stage === 'draft' ? paperWords.draft : null,
  note: stage === 'working-copy' ? paperWords.workingCopy : null,
});

/**
 * The paper as typed blocks, from which DOCX, PDF and preview are all made; from today's template, or
 * from the text of the one that it was approved with.
 */
export const buildPaper = (paper: PlanPaper, pinned: string | null = null): PaperBlocks => ({
  sections: readSections(fillTemplate(templateOf(paper.kind, pinned), viewPlan(paper))),
  marks: marksOf(paper.stage),
  title: paper.subject.normalize('NFC'),
  author: paper.head.officeName.normalize('NFC'),
  madeOn: paper.head.date ?? `${String(paper.year)}-01-01`,
});
