import type { FormPaper } from './form-paper.ts';
import { viewFormHead } from './head-view.ts';
import { viewTaskLine } from './registered-task-view.ts';

/** The fields that registration-form.hbs and commitment.hbs in templates/documents/ may name. */
export const viewForm = (paper: FormPaper) => ({
  year: String(paper.year),
  lastDay: `${String(paper.year)}-12-31`,
  head: viewFormHead(paper.head, paper.stage),
  unitHead: paper.unitHead,
  leader: paper.leader,
  collectorName: paper.collectorName,
  taskCount: paper.tasks.length,
  tasks: paper.tasks.map((task, index) => ({ ...viewTaskLine(task), ordinal: String(index + 1) })),
});
