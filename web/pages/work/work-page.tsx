import { isAssignmentOver } from '../../../domain/assignment.ts';
import { headOfUnit } from '../../../domain/office.ts';
import { formatDate, formatDateTime } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText, SummaryList } from '../../layout/content.tsx';
import { ErrorSummary } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { Trail } from '../cycle/trail.tsx';
import { NOTHING_REFUSED, type RefusedForm } from '../registration/period-press.ts';
import { JudgeWork, KeepWork, ReportWork } from './work-forms.tsx';
import { WorkPhase } from './work-list-page.tsx';
import { pathOfWorks, readWork, type WorkView } from './work-reading.ts';

interface WorkProps {
  readonly c: WebContext;
  readonly view: WorkView;
}

const Facts = ({ c, view }: WorkProps) => {
  const t = c.get('t');
  const { cycle, state, unitName, task } = view;
  const head = headOfUnit(cycle.facts, state.unitId);
  return (
    <SummaryList
      rows={[
        { key: t('work.task'), value: <span class="rc-typed">{task}</span> },
        {
          key: t('work.unit'),
          value: head ? `${unitName(state.unitId)} (${head.fullName})` : unitName(state.unitId),
        },
        { key: t('work.due'), value: formatDate(state.dueOn) },
        { key: t('work.phase'), value: <WorkPhase t={t} work={view} /> },
        { key: t('work.source'), value: t(`work.source-${state.source.kind}`) },
      ]}
    />
  );
};

const Reported = ({ c, view }: WorkProps) => {
  const t = c.get('t');
  const { report, state, cycle } = view;
  if (!report || !state.report) return null;
  const { by, at } = state.report;
  return (
    <section aria-labelledby="report-title">
      <h2 class="govuk-heading-m" id="report-title">
        {t('work.report-title')}
      </h2>
      <SummaryList
        rows={[
          {
            key: t('work.reported-by'),
            value: `${cycle.nameOf(by.personId)}, ${formatDateTime(at)}`,
          },
          { key: t('work.done'), value: <span class="rc-typed">{report.done}</span> },
          {
            key: t('work.evidence'),
            value:
              report.evidence.length === 0 ? (
                t('work.no-evidence')
              ) : (
                <ul class="govuk-list govuk-list--bullet">
                  {report.evidence.map((line) => (
                    <li>{line}</li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </section>
  );
};

const Returned = ({ c, view }: WorkProps) => {
  const { state, returnReason } = view;
  if (!state.returned || returnReason === null || isAssignmentOver(state)) return null;
  const when = formatDateTime(state.returned.at);
  return <InsetText>{c.get('t')('work.returned', { when, reason: returnReason })}</InsetText>;
};

/** One piece of work: what is to be done, what the unit says of it, and what may be pressed. */
export const workPage = async (c: WebContext, form: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const view = await readWork(c);
  if (!view) return c.notFound();
  const { cycle } = view;
  const title = t('work.one-title', { unit: view.unitName(view.state.unitId) });
  const names = { person: cycle.nameOf, unit: view.unitName };
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfWorks(cycle.year) }}
      hasError={form.errors.length > 0}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <Facts c={c} view={view} />
      <Returned c={c} view={view} />
      <Reported c={c} view={view} />
      <ReportWork c={c} view={view} form={form} />
      <JudgeWork c={c} view={view} form={form} />
      <KeepWork c={c} view={view} form={form} />
      <Trail t={t} steps={view.steps} names={names} />
    </Frame>,
    form.status,
  );
};
