import { findCopiedPlan, type CopiedPlan } from '../../../acts/copy-cycle.ts';
import type { PlanContent } from '../../../domain/plan.ts';
import type { Words } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText } from '../../layout/content.tsx';
import type { RunningCycle } from './cycle-reading.ts';

interface NoteView {
  readonly t: Words;
  readonly copied: CopiedPlan;
  readonly plan: PlanContent;
  readonly cycle: RunningCycle;
  readonly unitName: (unitId: string) => string;
}

const readUnitNames = async (c: WebContext, officeId: string) => {
  const units = await c.get('deps').acts.stores.offices.listUnits(officeId);
  const names = new Map(units.map(({ unit_id, name }) => [unit_id, name]));
  return (unitId: string): string => names.get(unitId) ?? unitId;
};

const tasksIn = ({ plan }: NoteView, ids: readonly string[]): string =>
  plan.tasks
    .filter(({ id }) => ids.includes(id))
    .map(({ ordinal }) => String(ordinal))
    .join(', ');

const aboutPeople = (view: NoteView): readonly string[] => {
  const { t, copied, cycle, unitName } = view;
  const succeeded = tasksIn(view, copied.succeededTasks);
  const unled = tasksIn(view, copied.unledTasks);
  return [
    copied.goneUnits.length > 0 &&
      t('cycle.copied-units', { units: copied.goneUnits.map(unitName).join(', ') }),
    succeeded !== '' && t('cycle.copied-succeeded', { tasks: succeeded }),
    unled !== '' && t('cycle.copied-unled', { tasks: unled }),
    copied.replacedSigner !== null &&
      t('cycle.copied-signer', { name: cycle.nameOf(copied.replacedSigner) }),
  ].filter((line) => line !== false);
};

const aboutContent = (view: NoteView): readonly string[] => {
  const { t, copied, cycle } = view;
  const carried = tasksIn(view, copied.carriedTasks);
  const { from, droppedBases, clearedBaselines, movedDays, keptYears } = copied;
  const { knownBaselines, raisedTargets } = copied;
  const citationOf = (id: string): string =>
    cycle.facts.legalBases.find((basis) => basis.id === id)?.citation ?? id;
  return [
    t('cycle.copied-targets', { from }),
    carried !== '' && t('cycle.copied-carried', { tasks: carried, from }),
    clearedBaselines > 0 && t('cycle.copied-baselines', { count: clearedBaselines, from }),
    knownBaselines > 0 && t('cycle.copied-results', { count: knownBaselines, from }),
    raisedTargets > 0 && t('cycle.copied-raised', { count: raisedTargets, from }),
    droppedBases.length > 0 &&
      t('cycle.copied-bases', { bases: droppedBases.map(citationOf).join('; ') }),
    movedDays > 0 && t('cycle.copied-days', { count: movedDays }),
    keptYears.length > 0 && t('cycle.copied-years', { count: keptYears.length, from }),
  ].filter((line) => line !== false);
};

/** On a plan that was copied, until it goes to the leader: what the copy left to look at. */
export const CopiedNote = async ({
  c,
  cycle,
  plan,
}: {
  readonly c: WebContext;
  readonly cycle: RunningCycle;
  readonly plan: PlanContent;
}) => {
  const { row, state } = cycle;
  if (state.cancelled !== null || state.plan.phase !== 'drafting') return null;
  const copied = await findCopiedPlan(c.get('deps').acts, row);
  if (!copied) return null;
  const t = c.get('t');
  const view = { t, copied, plan, cycle, unitName: await readUnitNames(c, row.office_id) };
  return (
    <InsetText>
      <p class="govuk-body">
        {t('cycle.copied', { from: copied.from, version: copied.fromVersion })}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {[...aboutContent(view), ...aboutPeople(view)].map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </InsetText>
  );
};
