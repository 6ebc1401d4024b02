import { registrationContentId } from '../../../domain/registration.ts';
import type { WebContext } from '../../environment.ts';
import { EmptyState, WarningText } from '../../layout/content.tsx';
import { DiffList } from '../../layout/diff-list.tsx';
import { ErrorSummary, type FormError } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { userOn } from '../../signed-in.ts';
import { namesOfPlan } from '../plan/plan-reading.ts';
import { JudgeForms, ToUnitDecision } from './unit-judge-forms.tsx';
import { PlanOffers } from './unit-plan-offers.tsx';
import {
  isDeclined,
  pathOfRegistration,
  pathOfUnit,
  readUnit,
  type UnitInCycle,
} from './unit-reading.ts';
import { UnitStanding, UnitTag } from './unit-standing.tsx';
import { UnitTasks } from './unit-tasks.tsx';
import { UnitTrail, UnitVersions } from './unit-trail.tsx';
import { readUnitView, type RefusedUnit, type UnitView } from './unit-view.ts';
import { WithdrawForm, WriterForms } from './unit-writer-forms.tsx';

const NOTHING_REFUSED: RefusedUnit = {
  form: '',
  fields: {},
  errors: [],
  status: 200,
  differences: null,
};

/** What others changed while the page was open: it now shows the newest, and the press may go on. */
const Stale = ({ c, refused: { differences } }: { c: WebContext; refused: RefusedUnit }) => {
  const t = c.get('t');
  if (differences === null) return null;
  return (
    <section aria-labelledby="stale-title">
      <h2 class="govuk-heading-m" id="stale-title">
        {t('unit.stale-title')}
      </h2>
      <WarningText t={t}>{t('unit.stale-hint')}</WarningText>
      {differences.length === 0 ? (
        <p class="govuk-body">{t('plan.stale-same')}</p>
      ) : (
        <DiffList t={t} differences={differences} />
      )}
    </section>
  );
};

const Changes = ({ c, view }: { c: WebContext; view: UnitView }) => {
  const t = c.get('t');
  const { earlier } = view;
  if (!earlier) return null;
  return (
    <section aria-labelledby="changes-title">
      <h2 class="govuk-heading-m" id="changes-title">
        {t('plan.changes-title', { version: earlier.version })}
      </h2>
      {earlier.differences.length === 0 ? (
        <p class="govuk-body">{t('plan.nothing-changed')}</p>
      ) : (
        <DiffList t={t} differences={earlier.differences} />
      )}
    </section>
  );
};

const Tasks = ({ c, view }: { c: WebContext; view: UnitView }) => {
  const t = c.get('t');
  const { shown, cycle, plan, sharedTasks, isWriting } = view;
  if (isDeclined(view)) return null;
  return (
    <section aria-labelledby="tasks">
      <h2 class="govuk-heading-m" id="tasks">
        {t('unit.tasks', { count: shown?.content.tasks.length ?? 0 })}
      </h2>
      {shown ? (
        <UnitTasks
          t={t}
          content={shown.content}
          planTasks={plan.tasks}
          sharedTasks={sharedTasks}
          names={namesOfPlan(cycle)}
          editPath={isWriting ? pathOfUnit(view) : null}
        />
      ) : (
        <EmptyState title={t('unit.tasks-none')} />
      )}
      {isWriting && <PlanOffers t={t} view={view} />}
    </section>
  );
};

const Papers = ({ c, view }: { c: WebContext; view: UnitView }) =>
  view.shown && view.shown.content.tasks.length > 0 ? (
    <p class="govuk-body">
      <a class="govuk-link" href={`${pathOfUnit(view)}/papers`}>
        {c.get('t')('unit.see-papers')}
      </a>
    </p>
  ) : null;

// Of the places that a refusal names, those of the tasks are the table's on this page.
const atPlaces = (errors: readonly FormError[]): readonly FormError[] =>
  errors.map((error) => ({
    ...error,
    field: error.field?.startsWith('tasks') ? 'tasks' : error.field,
  }));

const titleOf = (c: WebContext, { cycle, name }: UnitInCycle): string =>
  c.get('t')('unit.title', { unit: name, year: cycle.year });

/** Registration has not been opened, or not for this unit. */
const outsidePage = (c: WebContext, unit: UnitInCycle) => {
  const t = c.get('t');
  const title = titleOf(c, unit);
  const to = pathOfRegistration(unit.cycle.year);
  return c.html(
    <Frame c={c} title={title} backLink={{ href: to }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <EmptyState title={t(unit.period ? 'unit.not-in-period' : 'unit.not-open')}>
        <p>
          <a class="govuk-link" href={to}>
            {t('unit.see-period')}
          </a>
        </p>
      </EmptyState>
    </Frame>,
  );
};

const showUnit = async (c: WebContext, unit: UnitInCycle, refused: RefusedUnit) => {
  const t = c.get('t');
  const { year } = unit.cycle;
  const [view, versions] = await Promise.all([
    readUnitView(c, unit),
    c
      .get('deps')
      .acts.stores.versions.list(
        userOn(c).officeId,
        'registration',
        registrationContentId(year, unit.unitId),
      ),
  ]);
  const title = titleOf(c, unit);
  const forms = { c, view, refused };
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfRegistration(year) }}
      hasError={refused.errors.length > 0}
    >
      <ErrorSummary t={t} errors={atPlaces(refused.errors)} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <UnitTag c={c} view={view} />
      </p>
      <Stale c={c} refused={refused} />
      <UnitStanding c={c} view={view} />
      <ToUnitDecision {...forms} />
      <Tasks c={c} view={view} />
      <Changes c={c} view={view} />
      <Papers c={c} view={view} />
      <JudgeForms {...forms} />
      <WriterForms {...forms} />
      <WithdrawForm {...forms} />
      <UnitTrail t={t} view={view} />
      <UnitVersions t={t} view={view} versions={versions} />
    </Frame>,
    refused.status,
  );
};

/** One page of a unit for everybody: where it stands, and what the reader may do. */
export const unitPage = async (c: WebContext, refused: RefusedUnit = NOTHING_REFUSED) => {
  const unit = await readUnit(c);
  if (!unit) return c.notFound();
  return unit.unit ? showUnit(c, unit, refused) : outsidePage(c, unit);
};
