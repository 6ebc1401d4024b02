import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { formatDateTime } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText, SummaryList, WarningText } from '../../layout/content.tsx';
import { DiffList } from '../../layout/diff-list.tsx';
import { ErrorSummary, type FormError } from '../../layout/forms.tsx';
import type { TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { FORM_SCRIPT, FormSection } from '../form/form-check.tsx';
import { InitialForms, initialRows } from '../initials/initial-forms.tsx';
import { readApproval, type ApprovalView, type Compared } from './approval-reading.ts';
import { DecisionForms, ToDecision } from './decision-forms.tsx';
import { DraftPaper, pathOfApproval } from './draft-paper.tsx';
import { pathOfPlan } from './plan-reading.ts';

export interface RefusedDecision {
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
  readonly status: ContentfulStatusCode;
}

const REASONS: readonly string[] = ['reason', 'refuse-reason'];
const NOTHING_REFUSED: RefusedDecision = { fields: {}, errors: [], status: 200 };

const Changes = ({ c, compared }: { c: WebContext; compared: Compared }) =>
  compared.differences.length === 0 ? (
    <p class="govuk-body">{c.get('t')('plan.nothing-changed')}</p>
  ) : (
    <DiffList t={c.get('t')} differences={compared.differences} />
  );

const Newer = ({ c, view }: { c: WebContext; view: ApprovalView }) => {
  const t = c.get('t');
  const { newer, cycle } = view;
  if (!newer) return null;
  const { version } = newer;
  return (
    <section aria-labelledby="newer-title">
      <h2 class="govuk-heading-m" id="newer-title">
        {t('plan.newer-title')}
      </h2>
      <WarningText t={t}>{t('plan.newer', { version })}</WarningText>
      <p class="govuk-body">
        <a class="govuk-link" href={`${pathOfPlan(cycle.year)}/approval/${version}`}>
          {t('plan.see-newer', { version })}
        </a>
      </p>
      <Changes c={c} compared={newer} />
    </section>
  );
};

const Decided = ({ c, view }: { c: WebContext; view: ApprovalView }) => {
  const t = c.get('t');
  const { decision } = view.state;
  if (!decision) return null;
  const when = formatDateTime(decision.at);
  return (
    <InsetText>
      <strong>
        {decision.by
          ? t(`plan.decided-${decision.kind}`, {
              who: view.cycle.nameOf(decision.by.personId),
              when,
            })
          : t('plan.decided-by-system', { when })}
      </strong>
      {view.reason !== null && (
        <>
          <br />
          {t('plan.return-reason')}: {view.reason}
        </>
      )}
    </InsetText>
  );
};

const Earlier = ({ c, view }: { c: WebContext; view: ApprovalView }) => {
  const t = c.get('t');
  const { earlier, returnedFor, cycle } = view;
  return (
    <section aria-labelledby="changes-title">
      <h2 class="govuk-heading-m" id="changes-title">
        {earlier ? t('plan.changes-title', { version: earlier.version }) : t('plan.first-title')}
      </h2>
      {!earlier && <p class="govuk-body">{t('plan.first')}</p>}
      {returnedFor?.event.by && (
        <InsetText>
          {t('plan.was-returned', {
            who: cycle.nameOf(returnedFor.event.by.personId),
            when: formatDateTime(returnedFor.at),
          })}{' '}
          {returnedFor.reason}
        </InsetText>
      )}
      {earlier && <Changes c={c} compared={earlier} />}
    </section>
  );
};

const Facts = ({ c, view }: { c: WebContext; view: ApprovalView }) => {
  const t = c.get('t');
  const { state, submitted, cycle, initials } = view;
  return (
    <SummaryList
      rows={[
        { key: t('plan.version-column'), value: submitted.row.version },
        { key: t('plan.written-by'), value: cycle.nameOf(state.authorId) },
        {
          key: t('plan.submitted-by'),
          value: `${cycle.nameOf(state.submittedBy.personId)}, ${formatDateTime(view.requestedAt)}`,
        },
        ...initialRows(t, initials, cycle.nameOf),
      ]}
    />
  );
};

/** What the leader reads before deciding, and everybody afterwards: the very version, and its fate. */
export const approvalPage = async (c: WebContext, refused: RefusedDecision = NOTHING_REFUSED) => {
  const t = c.get('t');
  const view = await readApproval(c);
  if (!view) return c.notFound();
  const { errors, fields, status } = refused;
  const title = t('plan.approval-title', { year: view.cycle.year });
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfPlan(view.cycle.year) }}
      hasError={errors.length > 0}
      stylesheets={['paper.css']}
      scripts={[FORM_SCRIPT]}
    >
      <ErrorSummary
        t={t}
        errors={errors.map((error) => ({
          ...error,
          field: REASONS.includes(error.field ?? '') ? error.field : null,
        }))}
      />
      <h1 class="govuk-heading-l">{title}</h1>
      <Decided c={c} view={view} />
      <Newer c={c} view={view} />
      <Facts c={c} view={view} />
      <ToDecision c={c} view={view} />
      <Earlier c={c} view={view} />
      <DraftPaper c={c} view={view} />
      <FormSection c={c} path={pathOfApproval(view.cycle.year, view.submitted.row.version)} />
      <InitialForms
        c={c}
        cycle={view.cycle}
        view={view.initials}
        approval={view.state}
        path={pathOfApproval(view.cycle.year, view.submitted.row.version)}
        form={refused}
      />
      <DecisionForms c={c} view={view} fields={fields} errors={errors} status={status} />
    </Frame>,
    status,
  );
};
