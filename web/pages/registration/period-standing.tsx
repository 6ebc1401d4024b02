import type { RegistrationOpeningContent } from '../../../domain/registration.ts';
import { waitersFor } from '../../../domain/waiters.ts';
import { formatDate, formatDateTime, formatDeadline } from '../../../locale/dates.ts';
import { listApprovalId } from '../../../workflows/contract.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText, SummaryList, WarningText } from '../../layout/content.tsx';
import { nameOfPaper, planPaper } from '../paper/paper-names.ts';
import { pathOfPlan } from '../plan/plan-reading.ts';
import { pathOfList, type NoticeLine, type PeriodView } from './period-reading.ts';

interface StandingProps {
  readonly c: WebContext;
  readonly view: PeriodView;
}

const readOpening = async (
  c: WebContext,
  { cycle, period }: PeriodView,
): Promise<RegistrationOpeningContent | null> => {
  const source = await c.get('deps').acts.stores.paperSources.read({
    officeId: cycle.row.office_id,
    year: cycle.year,
    paperId: period.opening.paperId,
    kind: 'registration-opening',
    contentVersion: period.opening.submitted.version,
  });
  return source.kind === 'registration-opening' ? source.content : null;
};

const OnPlan = async ({ c, view }: StandingProps) => {
  const t = c.get('t');
  const { cycle, period } = view;
  const opening = await readOpening(c, view);
  const number = opening?.issuedPlan?.number ?? null;
  return (
    <>
      {number === null
        ? t('registration.proposed-tasks', { version: period.planVersion })
        : nameOfPaper(t, planPaper(cycle, number))}{' '}
      ·{' '}
      <a class="govuk-link" href={pathOfPlan(cycle.year)}>
        {t('cycle.open-plan')}
      </a>
    </>
  );
};

const Notice = ({ c, notice }: Pick<StandingProps, 'c'> & { readonly notice: NoticeLine }) => {
  const t = c.get('t');
  const { paper, paperId } = notice;
  if (!paper) return <>{t('cycle.phase-preparing')}</>;
  return (
    <>
      <a class="govuk-link" href={`/papers/${paperId}`}>
        {t('plan.see-paper')}
      </a>
      {`: ${t(`cycle.phase-${paper.phase}`)}`}
      {paper.issued_on !== null && ` (${formatDate(paper.issued_on)})`}
    </>
  );
};

const phaseInWords = ({ c, view }: StandingProps): string => {
  const t = c.get('t');
  const { cycle, period } = view;
  if (period.phase !== 'awaiting-approval') return t(`registration.period-${period.phase}`);
  const names = waitersFor('leader', cycle.facts).map(cycle.nameOf).join(', ');
  return t('registration.period-awaiting-approval', { names });
};

/** The period in a few lines: phase, deadline, plan, and where its papers are. */
export const PeriodFacts = ({
  c,
  view,
  notices,
}: StandingProps & { readonly notices: readonly NoticeLine[] }) => {
  const t = c.get('t');
  const { cycle, period } = view;
  const left = formatDeadline(c.get('lang'), period.dueOn, cycle.day);
  return (
    <SummaryList
      rows={[
        { key: t('registration.standing'), value: phaseInWords({ c, view }) },
        {
          key: t('registration.due-on'),
          value:
            period.phase === 'open'
              ? `${formatDate(period.dueOn)} (${left})`
              : formatDate(period.dueOn),
        },
        {
          key: t('registration.opened-by'),
          value: `${cycle.nameOf(period.opening.submitted.authorId)}, ${formatDateTime(period.openedAt)}`,
        },
        { key: t('registration.on-plan'), value: <OnPlan c={c} view={view} /> },
        ...notices.map((notice) => ({
          key: t(`paper.kind.${notice.kind}`),
          value: <Notice c={c} notice={notice} />,
        })),
      ]}
    />
  );
};

const Before = ({ c, view }: StandingProps) => {
  const t = c.get('t');
  const { period, cycle } = view;
  if (!period.list) return null;
  const { submitted, by, at } = period.list;
  return (
    <InsetText>
      {t('registration.list-closed', {
        version: submitted.version,
        who: cycle.nameOf(by.personId),
        when: formatDateTime(at),
      })}
      <br />
      <a class="govuk-link" href={pathOfList(cycle.year, submitted.version)}>
        {t('registration.see-list')}
      </a>
    </InsetText>
  );
};

const Returned = async ({ c, view }: StandingProps) => {
  const t = c.get('t');
  const { cycle, period } = view;
  if (!period.returned) return null;
  const { strands, paperSources } = c.get('deps').acts.stores;
  const { version, reasonId } = period.returned;
  const officeId = cycle.row.office_id;
  const id = listApprovalId(officeId, cycle.year, version);
  const [approval, reason] = await Promise.all([
    strands.find(officeId, id, 'approval'),
    paperSources.readReason(officeId, reasonId),
  ]);
  const decision = approval?.state.decision;
  return (
    <>
      {decision?.by && (
        <WarningText t={t}>
          {t('registration.list-returned', {
            who: cycle.nameOf(decision.by.personId),
            when: formatDateTime(decision.at),
          })}
        </WarningText>
      )}
      <InsetText>
        <strong>{t('plan.return-reason')}:</strong> {reason}
        <br />
        <a class="govuk-link" href={pathOfList(cycle.year, version)}>
          {t('registration.see-returned', { version })}
        </a>
      </InsetText>
    </>
  );
};

/** What became of the list: before the leader, approved, or back with a reason. */
export const ListStanding = ({ c, view }: StandingProps) => {
  const t = c.get('t');
  if (view.cycle.state.cancelled) {
    return <WarningText t={t}>{t('registration.cycle-cancelled')}</WarningText>;
  }
  return view.period.list ? <Before c={c} view={view} /> : <Returned c={c} view={view} />;
};
