import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { RegistrationContent } from '../../../domain/registration.ts';
import type { WebContext } from '../../environment.ts';
import type { Difference } from '../../layout/diff-list.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { press } from '../../press.ts';
import type { FormError } from '../../refusal.ts';
import { namesOfPlan } from '../plan/plan-reading.ts';
import { registrationDifferences } from './unit-difference.ts';
import {
  checkMayWrite,
  findLatestRegistration,
  findRegistration,
  type RegistrationVersion,
  type UnitInCycle,
} from './unit-reading.ts';

/** On which version a form was opened; null: on nothing written yet. */
export interface RegistrationBase {
  readonly version: number | null;
  readonly content: RegistrationContent;
}

/** A form over a part of a unit's registration. */
export interface RegistrationForm {
  readonly unit: UnitInCycle;
  readonly base: RegistrationBase;
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
  /** What somebody else saved while it was open; null: nothing. */
  readonly differences: readonly Difference[] | null;
}

export type ShowForm = (
  c: WebContext,
  form: RegistrationForm,
  status: ContentfulStatusCode,
) => Response | Promise<Response>;

interface SavedForm {
  readonly fields: TypedFields;
  /** The registration with what was typed, on top of the version on which the form was opened. */
  readonly edit: (content: RegistrationContent) => {
    readonly content: RegistrationContent;
    readonly errors: readonly FormError[];
  };
  readonly fieldOf: (id: string, content: RegistrationContent) => string | null;
  readonly show: ShowForm;
  readonly to: string;
}

const baseOf = (unit: UnitInCycle, found: RegistrationVersion | null): RegistrationBase => ({
  version: found?.row.version ?? null,
  content: found?.content ?? {
    year: unit.cycle.year,
    unitId: unit.unitId,
    headId: unit.head?.id ?? '',
    tasks: [],
  },
});

export const readLatestBase = async (c: WebContext, unit: UnitInCycle): Promise<RegistrationBase> =>
  baseOf(unit, await findLatestRegistration(c, unit.cycle.year, unit.unitId));

const readBase = async (
  c: WebContext,
  unit: UnitInCycle,
  fields: TypedFields,
): Promise<RegistrationBase> => {
  const typed = typedText(fields, 'basedOn');
  if (typed === '') return baseOf(unit, null);
  const version = Number(typed);
  const found = Number.isSafeInteger(version)
    ? await findRegistration(c, unit.cycle.year, unit.unitId, version)
    : null;
  return found ? baseOf(unit, found) : readLatestBase(c, unit);
};

const at = (
  errors: readonly FormError[],
  fieldOf: (id: string) => string | null,
): readonly FormError[] =>
  errors.map((error) => ({
    ...error,
    field: error.field === null ? null : fieldOf(error.field.replace(/^registration-/, '')),
  }));

/**
 * One part of a registration saved as a new version. Where somebody saved in between, the form comes
 * back with what they changed, and the next press puts the same part on top of theirs.
 */
export const saveRegistrationForm = async (
  c: WebContext,
  unit: UnitInCycle,
  form: SavedForm,
): Promise<Response> => {
  checkMayWrite(unit);
  const { fields } = form;
  const base = await readBase(c, unit, fields);
  const edited = form.edit(base.content);
  const shown = { unit, base, fields, differences: null };
  if (edited.errors.length > 0) return form.show(c, { ...shown, errors: edited.errors }, 422);
  // Whoever heads the unit on the day it is written signs for it.
  const content = { ...edited.content, headId: unit.head?.id ?? edited.content.headId };
  return press(c, {
    fields,
    act: 'save-registration',
    year: unit.cycle.year,
    data: { basedOn: base.version, registration: content },
    to: form.to,
    again: async (refusals, status) => {
      const isStale = refusals.some(({ code }) => code === 'stale-version');
      const newest = isStale ? await readLatestBase(c, unit) : base;
      const names = namesOfPlan(unit.cycle);
      return form.show(
        c,
        {
          ...shown,
          base: newest,
          errors: at(refusals, (id) => form.fieldOf(id, content)),
          differences: isStale
            ? registrationDifferences(base.content, newest.content, names, c.get('t'))
            : null,
        },
        status,
      );
    },
  });
};
