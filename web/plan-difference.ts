import { QUARTERS, type PlanContent, type PlanTask } from '../domain/plan.ts';
import { formatDate } from '../locale/dates.ts';
import type { Words } from '../locale/words.ts';
import type { Difference } from './layout/diff-list.tsx';
import { formatVietnameseNumber } from './layout/typed-values.ts';
import { indicatorDifferences, indicatorInWords, orderDifference } from './indicator-difference.ts';

/** How ids of a plan are read out; an id that nobody knows stands for itself. */
export interface PlanNames {
  readonly person: (id: string) => string;
  readonly unit: (id: string) => string;
  readonly domain: (code: string) => string;
  readonly basis: (id: string) => string;
}

type Fields = readonly (readonly [label: string, text: string])[];

/** What differs between two lists of the same fields, in their order. */
const compareFields = (before: Fields, after: Fields): readonly Difference[] =>
  after.flatMap(([label, text], index) => {
    const old = before[index]?.[1] ?? '';
    return old === text ? [] : [{ label, before: old, after: text }];
  });

// Texts of a list carry no ids: what is in both lists is unchanged, the rest is paired in order.
const compareTexts = (
  label: string,
  before: readonly string[],
  after: readonly string[],
): readonly Difference[] => {
  const removed = before.filter((text) => !after.includes(text));
  const added = after.filter((text) => !before.includes(text));
  const pairs = Math.max(removed.length, added.length);
  if (pairs > 0) {
    return Array.from({ length: pairs }, (_, index) => ({
      label,
      before: removed[index] ?? null,
      after: added[index] ?? null,
    }));
  }
  const [old, now] = [before.join('; '), after.join('; ')];
  return old === now ? [] : [{ label, before: old, after: now }];
};

const signerInWords = ({ signer }: PlanContent, names: PlanNames): string =>
  `${signer.capacity ?? ''} ${names.person(signer.personId)}`.trim();

const generalFields = (plan: PlanContent, names: PlanNames, t: Words): Fields => [
  [t('plan.year'), String(plan.year)],
  [t('plan.subject'), plan.subject],
  [t('plan.signer'), signerInWords(plan, names)],
  [t('plan.purpose'), plan.purpose ?? ''],
  [t('plan.priority-statement'), plan.priorityStatement ?? ''],
  [t('plan.quality-goal'), plan.qualityGoal ?? ''],
  [t('plan.funding'), plan.funding ?? ''],
  [
    t('plan.focal-task-count'),
    plan.focalTaskCount === null ? '' : formatVietnameseNumber(plan.focalTaskCount),
  ],
];

const scheduleFields = ({ schedule }: PlanContent, t: Words): Fields => [
  [t('plan.registration-opens-on'), formatDate(schedule.registrationOpensOn)],
  [t('plan.registration-deadline'), formatDate(schedule.registrationDeadline)],
  ...QUARTERS.map(
    (quarter) => [t(`plan.check-${quarter}`), formatDate(schedule.checks[quarter])] as const,
  ),
];

const taskFields = (task: PlanTask, names: PlanNames, t: Words): Fields => [
  [t('plan.ordinal'), String(task.ordinal)],
  [t('plan.task-title'), task.title],
  [t('plan.domains'), task.domains.map(names.domain).join('; ')],
  [t('plan.primary-domain'), names.domain(task.primaryDomain)],
  [t('plan.lead-unit'), names.unit(task.leadUnitId)],
  [t('plan.coordinating-units'), task.coordinatingUnitIds.map(names.unit).join('; ')],
  [t('plan.product'), task.product],
];

const taskInWords = (task: PlanTask, names: PlanNames, t: Words): string =>
  [
    task.title,
    t('plan.lead-unit-is', { unit: names.unit(task.leadUnitId) }),
    ...task.indicators.map((indicator) => indicatorInWords(indicator, t)),
  ].join('; ');

const compareTask = (
  before: PlanTask,
  after: PlanTask,
  names: PlanNames,
  t: Words,
): readonly Difference[] => {
  const under = (difference: Difference): Difference => ({
    ...difference,
    label: t('plan.in-task', { ordinal: after.ordinal, field: difference.label }),
  });
  return [
    ...compareFields(taskFields(before, names, t), taskFields(after, names, t)),
    ...indicatorDifferences(before.indicators, after.indicators, t),
  ].map(under);
};

const compareTasks = (
  before: PlanContent,
  after: PlanContent,
  names: PlanNames,
  t: Words,
): readonly Difference[] => {
  const label = ({ ordinal }: PlanTask): string => t('plan.task-number', { ordinal });
  const removed = before.tasks
    .filter(({ id }) => !after.tasks.some((task) => task.id === id))
    .map((task) => ({ label: label(task), before: taskInWords(task, names, t), after: null }));
  const kept = after.tasks.flatMap((task): readonly Difference[] => {
    const old = before.tasks.find(({ id }) => id === task.id);
    return old
      ? compareTask(old, task, names, t)
      : [{ label: label(task), before: null, after: taskInWords(task, names, t) }];
  });
  const order = orderDifference(
    before.tasks,
    after.tasks,
    t('plan.task-order'),
    ({ title }) => title,
  );
  return [...removed, ...kept, ...order];
};

/** Everything that a reader would see differ between two versions of a plan, field by field. */
export const planDifferences = (
  before: PlanContent,
  after: PlanContent,
  names: PlanNames,
  t: Words,
): readonly Difference[] => {
  const bases = (plan: PlanContent) => plan.legalBasisIds.map(names.basis);
  return [
    ...compareFields(generalFields(before, names, t), generalFields(after, names, t)),
    ...compareTexts(t('plan.legal-basis'), bases(before), bases(after)),
    ...compareTexts(t('plan.other-basis'), before.otherBases, after.otherBases),
    ...compareTexts(t('plan.requirement'), before.requirements, after.requirements),
    ...compareTexts(t('plan.solution'), before.solutions, after.solutions),
    ...compareFields(scheduleFields(before, t), scheduleFields(after, t)),
    ...compareTasks(before, after, names, t),
  ];
};
