import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { formatDateTime } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { Details, Table } from '../../layout/content.tsx';
import { ActForm, Button, ErrorSummary, type FormError } from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { hasPower, mayGiveOccurredAt } from '../../powers.ts';
import { userOn } from '../../signed-in.ts';
import { PlanInForce, readTodaysPlan } from '../amendment/plan-in-force.tsx';
import { pathOfCycle, readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { CopiedNote } from '../cycle/new-cycle-copied.tsx';
import { isOfPlan, readTrail } from '../cycle/trail-reading.ts';
import { OccurredAtFields } from '../paper/paper-moment.tsx';
import {
  listPlanVersions,
  namesOfPlan,
  pathOfPlan,
  readLatestPlan,
  type PlanVersion,
} from './plan-reading.ts';
import { PlanStanding } from './plan-standing.tsx';
import { PlanSummary, PlanTasks } from './plan-summary.tsx';

/** What was typed into a form of this page and refused. */
export interface RefusedPlan {
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
  readonly status: ContentfulStatusCode;
}

const NOTHING_REFUSED: RefusedPlan = { fields: {}, errors: [], status: 200 };

interface ButtonsProps {
  readonly c: WebContext;
  readonly cycle: RunningCycle;
  readonly latest: PlanVersion;
  readonly refused: RefusedPlan;
}

/** Submit what is drafted, or take back what waits: the one button that there is to press. */
const Buttons = ({ c, cycle, latest, refused }: ButtonsProps) => {
  const t = c.get('t');
  const { plan } = cycle.state;
  const isDraft = plan.phase === 'drafting';
  if (!isDraft && plan.phase !== 'awaiting-approval') return null;
  const version = isDraft ? latest.row.version : plan.submitted.version;
  return (
    <ActForm
      action={`${pathOfPlan(cycle.year)}/${isDraft ? 'submit' : 'withdraw'}`}
      actId={refused.status === 503 ? typedText(refused.fields, 'actId') : undefined}
    >
      <input type="hidden" name="version" value={version} />
      {mayGiveOccurredAt(cycle.facts, userOn(c).person.person_id) && (
        <OccurredAtFields
          t={t}
          fields={refused.fields}
          errors={refused.errors}
          isOpen={cycle.state.clock.mode === 'entered'}
        />
      )}
      <Button kind={isDraft ? 'primary' : 'secondary'}>
        {t(isDraft ? 'plan.submit' : 'plan.withdraw', { version })}
      </Button>
    </ActForm>
  );
};

const Versions = async ({ c, cycle }: { c: WebContext; cycle: RunningCycle }) => {
  const t = c.get('t');
  const versions = await listPlanVersions(c, cycle.year);
  return (
    <Details summary={t('plan.versions', { count: versions.length })}>
      <Table
        caption={t('plan.versions-caption')}
        isCaptionHidden
        columns={[
          { label: t('plan.version-column') },
          { label: t('plan.version-author') },
          { label: t('plan.version-saved') },
        ]}
        rows={versions.map((row) => [
          t('cycle.version', { version: row.version }),
          cycle.nameOf(row.author_id),
          formatDateTime(row.entered_at),
        ])}
      />
    </Details>
  );
};

// Refusals name places of the plan; of those this page shows the tasks alone as a place to go.
const atPlaces = (errors: readonly FormError[]): readonly FormError[] =>
  errors.map((error) => ({
    ...error,
    field: ['tasks', 'occurredAt'].find((name) => error.field?.startsWith(name)) ?? null,
  }));

/** The plan as it stands: the latest version, where it is, and what the reader can do with it. */
export const planPage = async (c: WebContext, refused: RefusedPlan = NOTHING_REFUSED) => {
  const t = c.get('t');
  const { stores } = c.get('deps').acts;
  const cycle = await readRunningCycle(c);
  const { year, state, day } = cycle;
  const [latest, inForce, trail, mayWrite, maySubmit] = await Promise.all([
    readLatestPlan(c, year),
    readTodaysPlan(c, cycle),
    readTrail(stores, cycle.row.office_id, year),
    hasPower(c, 'writePlan', day),
    hasPower(c, 'submitPlan', day),
  ]);
  const isOpen = state.cancelled === null && state.closed === null;
  const isWritable = mayWrite && isOpen && state.plan.phase === 'drafting';
  const title = t('plan.title', { year });
  const shown = {
    t,
    plan: inForce ? { ...inForce.plan, tasks: inForce.tasks } : latest.plan,
    names: namesOfPlan(cycle),
    editPath: isWritable ? pathOfPlan(year) : null,
  };
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfCycle(year) }}
      hasError={refused.errors.length > 0}
    >
      <ErrorSummary t={t} errors={atPlaces(refused.errors)} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {t('plan.latest-version', {
          version: latest.row.version,
          who: cycle.nameOf(latest.row.author_id),
          when: formatDateTime(latest.row.entered_at),
        })}
      </p>
      <PlanStanding t={t} cycle={cycle} trail={trail.filter(isOfPlan)} />
      {inForce && <PlanInForce c={c} cycle={cycle} inForce={inForce} />}
      <CopiedNote c={c} cycle={cycle} plan={latest.plan} />
      <PlanSummary {...shown} />
      <PlanTasks {...shown} />
      {maySubmit && isOpen && <Buttons c={c} cycle={cycle} latest={latest} refused={refused} />}
      <Versions c={c} cycle={cycle} />
    </Frame>,
    refused.status,
  );
};
