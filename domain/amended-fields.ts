import { QUARTERS, type Indicator, type PlanTask, type Quarter } from './plan.ts';

/** A list of ids stands with commas between them, in any order; null is a baseline that is not known. */
export type AmendedValue = string | number | null;

/** The fields of a task, or of an indicator, that an amendment may change. */
export interface AmendedFields<Subject> {
  readonly names: readonly string[];
  /** undefined: no field that may be changed. */
  readonly read: (subject: Subject, field: string) => AmendedValue | undefined;
  /** null: not a value of the field. */
  readonly write: (subject: Subject, field: string, value: AmendedValue) => Subject | null;
}

const isText = (value: AmendedValue): value is string =>
  typeof value === 'string' && value.trim() !== '';

const idsIn = (list: string): readonly string[] =>
  list
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

/** Id, ordinal and domains are left out: with others it would be another task. */
export const TASK_FIELDS: AmendedFields<PlanTask> = {
  names: ['title', 'product', 'leadUnitId', 'coordinatingUnitIds'],
  read: (task, field) => {
    switch (field) {
      case 'title':
      case 'product':
      case 'leadUnitId':
        return task[field];
      case 'coordinatingUnitIds':
        return task.coordinatingUnitIds.toSorted().join(',');
      default:
        return undefined;
    }
  },
  write: (task, field, value) => {
    switch (field) {
      case 'title':
      case 'product':
      case 'leadUnitId':
        return isText(value) ? { ...task, [field]: value } : null;
      case 'coordinatingUnitIds':
        return typeof value === 'string' ? { ...task, [field]: idsIn(value) } : null;
      default:
        return null;
    }
  },
};

const quarterOf = (field: string): Quarter | undefined =>
  QUARTERS.find((quarter) => field === `quarterTargets.${quarter}`);

const withQuarterTarget = (
  indicator: Indicator,
  field: string,
  value: AmendedValue,
): Indicator | null => {
  const quarter = quarterOf(field);
  if (quarter === undefined || typeof value !== 'number') return null;
  return { ...indicator, quarterTargets: { ...indicator.quarterTargets, [quarter]: value } };
};

/** Direction and aggregation are left out: with others it would be another indicator. */
export const INDICATOR_FIELDS: AmendedFields<Indicator> = {
  names: [
    'name',
    'unit',
    'baseline',
    'target',
    ...QUARTERS.map((quarter) => `quarterTargets.${quarter}`),
  ],
  read: (indicator, field) => {
    switch (field) {
      case 'name':
      case 'unit':
      case 'baseline':
      case 'target':
        return indicator[field];
      default: {
        const quarter = quarterOf(field);
        return quarter && indicator.quarterTargets[quarter];
      }
    }
  },
  write: (indicator, field, value) => {
    switch (field) {
      case 'name':
      case 'unit':
        return isText(value) ? { ...indicator, [field]: value } : null;
      case 'baseline':
        return typeof value === 'string' ? null : { ...indicator, [field]: value };
      case 'target':
        return typeof value === 'number' ? { ...indicator, [field]: value } : null;
      default:
        return withQuarterTarget(indicator, field, value);
    }
  },
};
