import { paperIdOfDraft, type Draft } from '../../../domain/draft.ts';
import { formatDateTime } from '../../../locale/dates.ts';
import { waitersFor } from '../../../domain/waiters.ts';
import type { Words } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { EmptyState, Table, Tag, type Tone } from '../../layout/content.tsx';
import { ButtonLink } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import { pathOfCycle, readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { pathOfDraft, pathOfDrafts, readDraftSource, subjectOf } from './draft-reading.ts';

const TONES: Readonly<Record<Draft['phase'], Tone>> = {
  'awaiting-approval': 'soon',
  drafting: 'bad',
  approved: 'busy',
  issued: 'good',
  dropped: 'plain',
};

export const DraftPhaseTag = ({ t, draft }: { readonly t: Words; readonly draft: Draft }) => (
  <Tag tone={TONES[draft.phase]}>{t(`drafts.phase-${draft.phase}`)}</Tag>
);

const waitersIn = ({ facts, nameOf }: RunningCycle, { phase }: Draft): string => {
  if (phase !== 'awaiting-approval' && phase !== 'drafting') return '';
  const role = phase === 'drafting' ? 'cycleCoordinator' : 'leader';
  return waitersFor(role, facts).map(nameOf).join(', ');
};

const Way = ({ t, draft, cycle }: { t: Words; draft: Draft; cycle: RunningCycle }) =>
  draft.phase === 'approved' || draft.phase === 'issued' ? (
    <a class="govuk-link" href={`/papers/${paperIdOfDraft(draft)}`}>
      {t('plan.see-paper')}
    </a>
  ) : (
    <>{waitersIn(cycle, draft)}</>
  );

const DraftTable = ({
  t,
  cycle,
  rows,
}: {
  readonly t: Words;
  readonly cycle: RunningCycle;
  readonly rows: readonly { readonly draft: Draft; readonly subject: string }[];
}) => (
  <Table
    caption={t('drafts.list')}
    columns={[
      { label: t('drafts.paper') },
      { label: t('drafts.phase') },
      { label: t('drafts.waits-for') },
      { label: t('plan.submitted-by') },
    ]}
    rows={rows.map(({ draft, subject }) => [
      <>
        <a
          class="govuk-link"
          href={pathOfDraft(cycle.year, draft.draftId, draft.submitted.version)}
        >
          {t(`paper.kind.${draft.kind}`)} (
          {t('cycle.version', { version: draft.submitted.version })})
        </a>
        <br />
        <span class="rc-typed">{subject}</span>
      </>,
      <DraftPhaseTag t={t} draft={draft} />,
      <Way t={t} draft={draft} cycle={cycle} />,
      `${cycle.nameOf(draft.by.personId)}, ${formatDateTime(draft.at)}`,
    ])}
  />
);

/** The papers of the year's rooms, from draft to issue, the latest on top. */
export const draftsPage = async (c: WebContext) => {
  const t = c.get('t');
  const cycle = await readRunningCycle(c);
  const rows = await Promise.all(
    cycle.state.drafts.toReversed().map(async (draft) => ({
      draft,
      subject: subjectOf(await readDraftSource(c, cycle, draft, draft.submitted.version)),
    })),
  );
  const maySubmit = !cycle.state.cancelled && (await hasPower(c, 'submitDraft', cycle.day));
  const title = t('drafts.title', { year: cycle.year });
  return c.html(
    <Frame c={c} title={title} backLink={{ href: pathOfCycle(cycle.year) }}>
      <h1 class="govuk-heading-l">{title}</h1>
      {rows.length === 0 ? (
        <EmptyState title={t('drafts.none')}>
          <p>{t('drafts.none-hint')}</p>
        </EmptyState>
      ) : (
        <DraftTable t={t} cycle={cycle} rows={rows} />
      )}
      {maySubmit && (
        <div class="govuk-button-group">
          <ButtonLink kind="secondary" href={`${pathOfDrafts(cycle.year)}/letter`}>
            {t('drafts.write-letter')}
          </ButtonLink>
          <ButtonLink kind="secondary" href={`${pathOfDrafts(cycle.year)}/plain`}>
            {t('drafts.write-plain')}
          </ButtonLink>
        </div>
      )}
    </Frame>,
  );
};
