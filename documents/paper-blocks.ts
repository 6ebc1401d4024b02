import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { paperWords } from '../locale/papers.ts';

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
  readonly version: string;
}

const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const loadTemplate = (name: string): LoadedTemplate => {
  const file = new URL(`../templates/documents/${name}.hbs`, import.meta.url);
  const source = readFileSync(file, 'utf8');
  return { template: readTemplate(`${name}.hbs`, source), version: hash(source) };
};

const templates: Readonly<Record<PaperKind, LoadedTemplate>> = { plan: loadTemplate('plan') };

/** sha256 of the template's text: what an approval binds beside the content. */
export const templateVersion = (kind: PaperKind): string => templates[kind].version;

/** sha256 of the words that the renderer adds to every paper. */
export const localeVersion = (): string => hash(JSON.stringify(paperWords));

const marksOf = (stage: PaperStage): PageMarks => ({
  watermark: stage === 'draft' ? paperWords.draft : null,
  note: stage === 'working-copy' ? paperWords.workingCopy : null,
});

/** The paper as typed blocks, from which DOCX, PDF and preview are all made. */
export const buildPaper = (paper: PlanPaper): PaperBlocks => ({
  sections: readSections(fillTemplate(templates[paper.kind].template, viewPlan(paper))),
  marks: marksOf(paper.stage),
  title: paper.subject.normalize('NFC'),
  author: paper.head.officeName.normalize('NFC'),
  madeOn: paper.head.date ?? `${String(paper.year)}-01-01`,
});
