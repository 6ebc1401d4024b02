import type { VersionRow } from '../../../adapters/database/versions.ts';
import { formatDate, formatDateTime } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import { eventWords } from '../../event-words.ts';
import { Details, Table } from '../../layout/content.tsx';
import type { UnitStep } from './unit-history.ts';
import { pathOfUnit } from './unit-reading.ts';
import type { UnitView } from './unit-view.ts';
import { upperFirst } from '../../../locale/vietnamese.ts';

interface StepProps {
  readonly t: Words;
  readonly view: UnitView;
  readonly step: UnitStep;
}

const MINUTE = 16;

const When = ({ t, step }: Pick<StepProps, 't' | 'step'>) => (
  <>
    {formatDateTime(step.at)}
    {step.at.slice(0, MINUTE) !== step.enteredAt.slice(0, MINUTE) && (
      <>
        <br />
        <span class="govuk-hint">
          {t('cycle.entered-at', { when: formatDateTime(step.enteredAt) })}
        </span>
      </>
    )}
  </>
);

const Who = ({ t, view, step }: StepProps) => {
  const { by, fromPaper } = step;
  if (!by) return <>{t('cycle.by-system')}</>;
  const who = view.cycle.nameOf(by.personId);
  if (fromPaper) {
    return <>{t('unit.entered-for', { head: view.cycle.nameOf(fromPaper.headId), who })}</>;
  }
  return <>{by.delegationId === null ? who : `${by.capacity ?? ''} ${who}`.trim()}</>;
};

const What = ({ t, view, step }: StepProps) => {
  const path = pathOfUnit(view);
  const words = upperFirst(eventWords(t, step.type));
  const lines = [
    step.reason === null ? null : t('cycle.reason', { reason: step.reason }),
    step.lateReason === null ? null : t('unit.late-because', { reason: step.lateReason }),
    step.resubmitOn === null
      ? null
      : t('unit.resubmit-until', { date: formatDate(step.resubmitOn) }),
  ];
  return (
    <>
      {step.version === null ? (
        words
      ) : (
        <a class="govuk-link" href={`${path}/versions/${step.version}`}>
          {words} ({t('cycle.version', { version: step.version })})
        </a>
      )}
      {lines.flatMap((line) =>
        line === null ? [] : [<br />, <span class="rc-typed">{line}</span>],
      )}
      {step.fromPaper && (
        <>
          <br />
          <a class="govuk-link" href={`${path}/scans/${step.fromPaper.scanSha256}`}>
            {t('unit.see-scan')}
          </a>
        </>
      )}
    </>
  );
};

/** Rounds, returns with their reasons, who did what and who entered it for whom; the latest on top. */
export const UnitTrail = ({ t, view }: Omit<StepProps, 'step'>) => {
  if (view.steps.length === 0) return null;
  return (
    <section aria-labelledby="history-title">
      <h2 class="govuk-heading-m" id="history-title">
        {t('unit.history')}
      </h2>
      <Table
        caption={t('unit.history')}
        isCaptionHidden
        columns={[
          { label: t('cycle.trail-when') },
          { label: t('cycle.trail-who') },
          { label: t('cycle.trail-what') },
        ]}
        rows={view.steps
          .toReversed()
          .map((step) => [
            <When t={t} step={step} />,
            <Who t={t} view={view} step={step} />,
            <What t={t} view={view} step={step} />,
          ])}
      />
    </section>
  );
};

/** Every version that was saved, each readable as it was. */
export const UnitVersions = ({
  t,
  view,
  versions,
}: Omit<StepProps, 'step'> & {
  readonly versions: readonly Pick<VersionRow, 'version' | 'author_id' | 'entered_at'>[];
}) =>
  versions.length === 0 ? null : (
    <Details summary={t('plan.versions', { count: versions.length })}>
      <Table
        caption={t('plan.versions-caption')}
        isCaptionHidden
        columns={[
          { label: t('plan.version-column') },
          { label: t('plan.version-author') },
          { label: t('plan.version-saved') },
        ]}
        rows={versions.map(({ version, author_id, entered_at }) => [
          <a class="govuk-link" href={`${pathOfUnit(view)}/versions/${version}`}>
            {t('cycle.version', { version })}
          </a>,
          view.cycle.nameOf(author_id),
          formatDateTime(entered_at),
        ])}
      />
    </Details>
  );
