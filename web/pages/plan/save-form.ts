import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { PlanContent } from '../../../domain/plan.ts';
import type { WebContext } from '../../environment.ts';
import type { Difference } from '../../layout/diff-list.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { planDifferences } from '../../plan-difference.ts';
import { press } from '../../press.ts';
import type { FormError } from '../../refusal.ts';
import { readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { errorsAt } from './form-reading.ts';
import { findPlan, namesOfPlan, readLatestPlan, type PlanVersion } from './plan-reading.ts';

/** A form over a part of the plan: what it shows, and on which version it was opened. */
export interface PlanForm {
  readonly cycle: RunningCycle;
  readonly base: PlanVersion;
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
  /** What somebody else saved while it was open; null: nothing. */
  readonly differences: readonly Difference[] | null;
}

export type ShowForm = (
  c: WebContext,
  form: PlanForm,
  status: ContentfulStatusCode,
) => Response | Promise<Response>;

interface SavedForm {
  readonly fields: TypedFields;
  /** The plan with what was typed, on top of the version on which the form was opened. */
  readonly edit: (plan: PlanContent) => {
    readonly plan: PlanContent;
    readonly errors: readonly FormError[];
  };
  readonly fieldOf: (id: string, plan: PlanContent) => string | null;
  readonly show: ShowForm;
  readonly to: string;
}

const readBase = async (c: WebContext, year: number, fields: TypedFields): Promise<PlanVersion> => {
  const basedOn = Number(typedText(fields, 'basedOn'));
  const base = Number.isSafeInteger(basedOn) ? await findPlan(c, year, basedOn) : null;
  return base ?? readLatestPlan(c, year);
};

/**
 * One part of the plan saved as a new version. Where somebody saved in between, the form comes back
 * with what they changed, and the next press puts the same part on top of theirs.
 */
export const savePlanForm = async (c: WebContext, form: SavedForm) => {
  const cycle = await readRunningCycle(c);
  const { fields } = form;
  const base = await readBase(c, cycle.year, fields);
  const { plan, errors } = form.edit(base.plan);
  const shown = { cycle, base, fields, differences: null };
  if (errors.length > 0) return form.show(c, { ...shown, errors }, 422);
  return press(c, {
    fields,
    act: 'save-plan',
    year: cycle.year,
    data: { basedOn: base.row.version, plan },
    to: form.to,
    again: async (refusals, status) => {
      const isStale = refusals.some(({ code }) => code === 'stale-version');
      const newest = isStale ? await readLatestPlan(c, cycle.year) : base;
      return form.show(
        c,
        {
          ...shown,
          base: newest,
          errors: errorsAt(refusals, (id) => form.fieldOf(id, plan)),
          differences: isStale
            ? planDifferences(base.plan, newest.plan, namesOfPlan(cycle), c.get('t'))
            : null,
        },
        status,
      );
    },
  });
};
