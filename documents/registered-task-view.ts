import { formatNumber, formatTarget } from '../locale/papers.ts';
import { formatTargetInUnits } from '../locale/registration-papers.ts';
import { viewIndicator } from './indicator-view.ts';
import type { PaperIndicator } from './paper.ts';
import type { RegisteredTaskLine } from './registered-task.ts';

const viewTarget = (indicator: PaperIndicator) => ({
  ...viewIndicator(indicator),
  /** Where the baseline has a column of its own. */
  aim: formatTarget({ ...indicator, baseline: null }),
  targetInUnits: formatTargetInUnits(indicator),
  baseline: indicator.baseline === null ? null : formatNumber(indicator.baseline),
});

export const viewTaskLine = (task: RegisteredTaskLine) => {
  const { role } = task;
  return {
    domainName: task.domainName,
    title: task.title,
    product: task.product,
    performer: task.performer,
    note: task.note,
    others: role?.kind === 'lead' ? role.others : [],
    lead: role?.kind === 'part' ? role.lead : null,
    isAlone: role === null,
    hasNoRemark: role === null && task.note === null,
    indicators: task.indicators.map(viewTarget),
    rows: String(Math.max(1, task.indicators.length)),
  };
};
