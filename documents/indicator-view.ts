import { formatNumber, formatTarget } from '../locale/papers.ts';
import type { PaperIndicator } from './paper.ts';

export const viewIndicator = (indicator: PaperIndicator) => ({
  name: indicator.name,
  unit: indicator.unit,
  target: formatTarget(indicator),
  Q1: formatNumber(indicator.quarterTargets.Q1),
  Q2: formatNumber(indicator.quarterTargets.Q2),
  Q3: formatNumber(indicator.quarterTargets.Q3),
  Q4: formatNumber(indicator.quarterTargets.Q4),
});
