import { paperIdOfDraft } from '../../../domain/draft.ts';
import { formatDateTime } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText, SummaryList, WarningText } from '../../layout/content.tsx';
import { ErrorSummary } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { Trail } from '../cycle/trail.tsx';
import { DraftSources } from './draft-sources.tsx';
import { FORM_SCRIPT, FormSection } from '../form/form-check.tsx';
import { InitialForms, initialRows } from '../initials/initial-forms.tsx';
import { PaperPreview } from '../registration/period-notice.tsx';
import { NOTHING_REFUSED, type RefusedForm } from '../registration/period-press.ts';
import { DecideDraft, KeepDraft } from './draft-forms.tsx';
import {
  pathOfDraft,
  pathOfDrafts,
  readDraft,
  subjectOf,
  type DraftView,
} from './draft-reading.ts';
import { pathOfSlip } from './draft-slip.ts';
import { DraftPhaseTag } from './drafts-page.tsx';

interface DraftProps {
  readonly c: WebContext;
  readonly view: DraftView;
}

const Decided = ({ c, view }: DraftProps) => {
  const t = c.get('t');
  const decision = view.approval?.decision;
  if (!decision) return null;
  const when = formatDateTime(decision.at);
  return (
    <InsetText>
      <strong>
        {decision.by && decision.kind !== 'cancelled'
          ? t(`plan.decided-${decision.kind}`, {
              who: view.cycle.nameOf(decision.by.personId),
              when,
            })
          : t('drafts.stopped', { when })}
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

const Newer = ({ c, view: { cycle, draft, isCurrent } }: DraftProps) => {
  const t = c.get('t');
  const { version } = draft.submitted;
  if (isCurrent) return null;
  return (
    <>
      <WarningText t={t}>{t('plan.newer', { version })}</WarningText>
      <p class="govuk-body">
        <a class="govuk-link" href={pathOfDraft(cycle.year, draft.draftId, version)}>
          {t('plan.see-newer', { version })}
        </a>
      </p>
    </>
  );
};

const Facts = ({ c, view }: DraftProps) => {
  const t = c.get('t');
  const { draft, cycle, approval, version, isCurrent } = view;
  const by = approval?.submittedBy ?? draft.by;
  const paperId = paperIdOfDraft(draft);
  const slip = pathOfSlip(view);
  const hasPaper = isCurrent && (draft.phase === 'approved' || draft.phase === 'issued');
  return (
    <SummaryList
      rows={[
        { key: t('drafts.subject'), value: subjectOf(view.source) },
        { key: t('plan.version-column'), value: version },
        ...(isCurrent
          ? [{ key: t('drafts.phase'), value: <DraftPhaseTag t={t} draft={draft} /> }]
          : []),
        {
          key: t('drafts.submitted-by'),
          value: isCurrent
            ? `${cycle.nameOf(by.personId)}, ${formatDateTime(draft.at)}`
            : cycle.nameOf(by.personId),
        },
        ...initialRows(t, view.initials, cycle.nameOf),
        ...(slip === null
          ? []
          : [
              {
                key: t('paper.approval-slip'),
                value: (
                  <a class="govuk-link" href={slip}>
                    {t('paper.print-approval-slip')}
                  </a>
                ),
              },
            ]),
        ...(hasPaper
          ? [
              {
                key: t('drafts.way'),
                value: (
                  <a class="govuk-link" href={`/papers/${paperId}`}>
                    {t('plan.see-paper')}
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
};

const EarlierReason = ({ c, view }: DraftProps) =>
  view.earlierReason === null ? null : (
    <InsetText>
      {c.get('t')('drafts.came-back', { version: view.version - 1, reason: view.earlierReason })}
    </InsetText>
  );

/** What the leader reads before deciding, and everybody afterwards: the very paper, and its fate. */
export const draftPage = async (c: WebContext, form: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const view = await readDraft(c);
  if (!view) return c.notFound();
  const { cycle, draft } = view;
  const title = t('drafts.draft-title', { kind: t(`paper.kind.${draft.kind}`) });
  const names = { person: cycle.nameOf, unit: view.unitName };
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfDrafts(cycle.year) }}
      hasError={form.errors.length > 0}
      stylesheets={['paper.css']}
      scripts={[FORM_SCRIPT]}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <Decided c={c} view={view} />
      <Newer c={c} view={view} />
      <Facts c={c} view={view} />
      <EarlierReason c={c} view={view} />
      <DraftSources c={c} view={view} />
      <PaperPreview
        c={c}
        source={view.source}
        facts={cycle.facts}
        year={cycle.year}
        pinned={view.pinnedTemplate}
        title={t('plan.paper-title')}
      />
      <FormSection c={c} path={pathOfDraft(cycle.year, draft.draftId, view.version)} />
      <InitialForms
        c={c}
        cycle={cycle}
        view={view.initials}
        approval={view.approval}
        path={pathOfDraft(cycle.year, draft.draftId, view.version)}
        form={form}
      />
      <DecideDraft c={c} view={view} form={form} />
      <KeepDraft c={c} view={view} form={form} />
      <Trail t={t} steps={view.steps} names={names} />
    </Frame>,
    form.status,
  );
};
