import { QUARTERS, type Indicator } from '../domain/plan.ts';
import type { Words } from '../locale/words.ts';
import type { Difference } from './layout/diff-list.tsx';
import { formatVietnameseNumber } from './layout/typed-values.ts';

const fieldsOf = (indicator: Indicator, t: Words) => [
  [t('plan.indicator-name'), indicator.name] as const,
  [t('plan.indicator-unit'), indicator.unit] as const,
  [t('plan.direction'), t(`plan.direction-${indicator.direction}`)] as const,
  [t('plan.aggregation'), t(`plan.aggregation-${indicator.aggregation}`)] as const,
  [
    t('plan.baseline'),
    indicator.baseline === null ? '' : formatVietnameseNumber(indicator.baseline),
  ] as const,
  [t('plan.target'), formatVietnameseNumber(indicator.target)] as const,
  ...QUARTERS.map(
    (quarter) =>
      [
        t(`plan.target-${quarter}`),
        formatVietnameseNumber(indicator.quarterTargets[quarter]),
      ] as const,
  ),
];

/** "Share of reports on time: 100%", with what it starts from where that is known. */
export const indicatorInWords = (indicator: Indicator, t: Words): string => {
  const { name, unit, baseline } = indicator;
  const number = formatVietnameseNumber(indicator.target);
  const target = unit === '%' ? `${number}%` : `${number} ${unit}`;
  return baseline === null
    ? t('plan.indicator-is', { name, target })
    : t('plan.indicator-is-from', {
        name,
        baseline: formatVietnameseNumber(baseline),
        target,
      });
};

const compareIndicator = (before: Indicator, after: Indicator, t: Words): readonly Difference[] => {
  const old = fieldsOf(before, t);
  return fieldsOf(after, t).flatMap(([label, text], index) => {
    const earlier = old[index]?.[1] ?? '';
    if (earlier === text) return [];
    const named = t('plan.in-indicator', { name: after.name, field: label });
    return [{ label: named, before: earlier, after: text }];
  });
};

/** Indicators are told apart by id: the same one under another name is a change of name. */
export const indicatorDifferences = (
  before: readonly Indicator[],
  after: readonly Indicator[],
  t: Words,
): readonly Difference[] => {
  const label = t('plan.indicator');
  const removed = before
    .filter(({ id }) => !after.some((indicator) => indicator.id === id))
    .map((indicator) => ({ label, before: indicatorInWords(indicator, t), after: null }));
  const kept = after.flatMap((indicator): readonly Difference[] => {
    const old = before.find(({ id }) => id === indicator.id);
    return old
      ? compareIndicator(old, indicator, t)
      : [{ label, before: null, after: indicatorInWords(indicator, t) }];
  });
  return [...removed, ...kept, ...orderDifference(before, after, label, ({ name }) => name)];
};

/** What is in both lists, where it stands in another order now. */
export const orderDifference = <One extends { readonly id: string }>(
  before: readonly One[],
  after: readonly One[],
  label: string,
  nameOf: (one: One) => string,
): readonly Difference[] => {
  const kept = before.filter(({ id }) => after.some((one) => one.id === id));
  const nowKept = after.filter(({ id }) => before.some((one) => one.id === id));
  const isSame = kept.every(({ id }, index) => nowKept[index]?.id === id);
  const inOrder = (all: readonly One[]) => all.map(nameOf).join('; ');
  return isSame ? [] : [{ label, before: inOrder(kept), after: inOrder(nowKept) }];
};
