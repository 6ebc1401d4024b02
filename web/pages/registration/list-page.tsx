import { formatDateTime } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText, SummaryList, WarningText } from '../../layout/content.tsx';
import { DiffList } from '../../layout/diff-list.tsx';
import { ErrorSummary } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { ListDecision, ToListDecision } from './list-decision.tsx';
import { readList, type ComparedList, type ListView } from './list-reading.ts';
import { ListUnits } from './list-units.tsx';
import { NoticePreview } from './period-notice.tsx';
import { NOTHING_REFUSED, type RefusedForm } from './period-press.ts';
import { pathOfList, pathOfPeriod } from './period-reading.ts';

interface ListProps {
  readonly c: WebContext;
  readonly view: ListView;
}

const Changes = ({ c, compared }: { c: WebContext; compared: ComparedList }) =>
  compared.differences.length === 0 ? (
    <p class="govuk-body">{c.get('t')('plan.nothing-changed')}</p>
  ) : (
    <DiffList t={c.get('t')} differences={compared.differences} />
  );

const Newer = ({ c, view }: ListProps) => {
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
        <a class="govuk-link" href={pathOfList(cycle.year, version)}>
          {t('plan.see-newer', { version })}
        </a>
      </p>
      <Changes c={c} compared={newer} />
    </section>
  );
};

const Decided = ({ c, view }: ListProps) => {
  const t = c.get('t');
  const { decision } = view.state;
  if (!decision) return null;
  const when = formatDateTime(decision.at);
  const { result } = view.cycle.state.registration ?? {};
  return (
    <InsetText>
      <strong>
        {decision.by
          ? t(`registration.decided-${decision.kind}`, {
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
      {result?.submitted.version === view.version && (
        <>
          <br />
          <a class="govuk-link" href={`/papers/${result.paperId}`}>
            {t('plan.see-paper')}
          </a>
        </>
      )}
    </InsetText>
  );
};

const WasReturned = ({ c, view }: ListProps) => {
  const { decision } = view.earlier?.decided?.state ?? {};
  if (decision?.kind !== 'returned' || !decision.by) return null;
  return (
    <InsetText>
      {c.get('t')('plan.was-returned', {
        who: view.cycle.nameOf(decision.by.personId),
        when: formatDateTime(decision.at),
      })}{' '}
      {view.earlier?.decided?.reason}
    </InsetText>
  );
};

const Earlier = ({ c, view }: ListProps) => {
  const t = c.get('t');
  const { earlier } = view;
  return (
    <section aria-labelledby="changes-title">
      <h2 class="govuk-heading-m" id="changes-title">
        {earlier ? t('plan.changes-title', { version: earlier.version }) : t('plan.first-title')}
      </h2>
      {!earlier && <p class="govuk-body">{t('plan.first')}</p>}
      <WasReturned c={c} view={view} />
      {earlier && <Changes c={c} compared={earlier} />}
    </section>
  );
};

const Facts = ({ c, view }: ListProps) => {
  const t = c.get('t');
  const { state, cycle } = view;
  return (
    <SummaryList
      rows={[
        { key: t('plan.version-column'), value: view.version },
        {
          key: t('plan.submitted-by'),
          value: `${cycle.nameOf(state.submittedBy.personId)}, ${formatDateTime(view.closedAt)}`,
        },
      ]}
    />
  );
};

/** What the leader reads before deciding, and everybody afterwards: the very list, and its fate. */
export const listPage = async (c: WebContext, form: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const view = await readList(c);
  if (!view) return c.notFound();
  const { cycle, version, source } = view;
  const title = t('registration.list-title', { year: cycle.year });
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfPeriod(cycle.year) }}
      hasError={form.errors.length > 0}
      stylesheets={['paper.css']}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <Decided c={c} view={view} />
      <Newer c={c} view={view} />
      <Facts c={c} view={view} />
      <ToListDecision c={c} view={view} />
      <Earlier c={c} view={view} />
      <ListUnits c={c} view={view} />
      <NoticePreview
        c={c}
        source={source}
        facts={cycle.facts}
        year={cycle.year}
        pinned={view.pinnedTemplate}
      >
        <p class="govuk-body">
          <a class="govuk-link" href={`${pathOfList(cycle.year, version)}/draft.pdf`}>
            {t('plan.paper-pdf')}
          </a>
        </p>
      </NoticePreview>
      <ListDecision c={c} view={view} form={form} />
    </Frame>,
    form.status,
  );
};
