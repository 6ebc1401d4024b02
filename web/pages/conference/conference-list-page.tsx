import type { WebContext } from '../../environment.ts';
import { formatDateTime } from '../../../locale/dates.ts';
import { EmptyState, Table } from '../../layout/content.tsx';
import { ButtonLink } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import { pathOfCycle, readRunningCycle } from '../cycle/cycle-reading.ts';
import { listConferences, pathOfConference, pathOfConferences } from './conference-reading.ts';

export const conferenceListPage = async (c: WebContext) => {
  const t = c.get('t');
  const cycle = await readRunningCycle(c);
  const [conferences, mayKeep] = await Promise.all([
    listConferences(c, cycle),
    hasPower(c, 'keepConference', cycle.day),
  ]);
  const title = t('conference.list-title', { year: cycle.year });
  return c.html(
    <Frame c={c} title={title} backLink={{ href: pathOfCycle(cycle.year) }}>
      <h1 class="govuk-heading-l">{title}</h1>
      {conferences.length === 0 ? (
        <EmptyState title={t('conference.list-none')}>
          <p>{t('conference.list-none-hint')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={title}
          isCaptionHidden
          columns={[
            { label: t('conference.conference') },
            { label: t('conference.when') },
            { label: t('conference.phase') },
          ]}
          rows={conferences.map((view) => [
            <a class="govuk-link" href={pathOfConference(view)}>
              {view.content.name}
            </a>,
            formatDateTime(view.content.startAt),
            t(`conference.phase-${view.state.phase}`),
          ])}
        />
      )}
      {mayKeep && cycle.state.cancelled === null && (
        <ButtonLink href={`${pathOfConferences(cycle.year)}/new`}>{t('conference.new')}</ButtonLink>
      )}
    </Frame>,
  );
};
