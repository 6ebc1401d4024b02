import type { WebContext } from '../../environment.ts';
import { formatDateTime } from '../../../locale/dates.ts';
import { draftIdOf } from '../../../domain/draft.ts';
import { displayNumber } from '../../../domain/recipients.ts';
import { EmptyState, InsetText, SummaryList, Table } from '../../layout/content.tsx';
import { ButtonLink } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import { ACT_FORM_SPECS, ACT_FORMS } from './act-table.ts';
import {
  pathOfConference,
  pathOfConferences,
  readConference,
  readPhotos,
  readRecordedDay,
  type ConferenceView,
  type RecordedDay,
} from './conference-reading.ts';
import { Photos } from './photos.tsx';

interface PartProps {
  readonly c: WebContext;
  readonly view: ConferenceView;
}

const Facts = ({ c, view, day }: PartProps & { readonly day: RecordedDay }) => {
  const t = c.get('t');
  const { content, state, cycle } = view;
  const { attendance } = day;
  return (
    <SummaryList
      rows={[
        { key: t('conference.phase'), value: t(`conference.phase-${state.phase}`) },
        { key: t('conference.kind'), value: t(`conference.kind-${content.kind}`) },
        { key: t('conference.start'), value: formatDateTime(content.startAt) },
        { key: t('conference.end'), value: formatDateTime(content.endAt) },
        { key: t('conference.place'), value: content.place },
        ...(content.link === null ? [] : [{ key: t('conference.link'), value: content.link }]),
        { key: t('conference.chair'), value: cycle.nameOf(content.chairId) },
        { key: t('conference.secretary'), value: cycle.nameOf(content.secretaryId) },
        ...(attendance
          ? [
              {
                key: t('conference.attendance'),
                value: t('conference.attendance-counts', {
                  summoned: attendance.summoned,
                  present: attendance.present,
                  absent: attendance.absentWithReason + attendance.absentWithoutReason,
                }),
              },
            ]
          : []),
      ]}
    />
  );
};

const Agenda = ({ c, view, day }: PartProps & { readonly day: RecordedDay }) => {
  const t = c.get('t');
  if (view.content.agenda.length === 0) return null;
  const isClosed = (ordinal: number) =>
    view.state.closedPoints.some((point) => point.ordinal === ordinal);
  return (
    <Table
      caption={t('conference.agenda')}
      columns={[
        { label: t('conference.point-title') },
        { label: t('conference.point-minutes') },
        { label: t('conference.point-owner') },
        { label: t('conference.outcome') },
      ]}
      rows={view.content.agenda.map(({ ordinal, title, minutes, ownerId }) => [
        `${String(ordinal)}. ${title}`,
        String(minutes),
        view.cycle.nameOf(ownerId),
        day.outcomes.get(ordinal) ??
          t(isClosed(ordinal) ? 'conference.point-done' : 'conference.point-open'),
      ])}
    />
  );
};

const Papers = ({ c, view }: PartProps) => {
  const t = c.get('t');
  const newsId = draftIdOf('news-item', view.cycle.year, view.id);
  const drafts = view.cycle.state.drafts.filter(
    ({ ownerId, draftId }) =>
      ownerId?.endsWith(`/conference/${view.id}`) || draftId.startsWith(newsId),
  );
  if (drafts.length === 0) return <EmptyState title={t('conference.papers-none')} />;
  const isPaper = (phase: string) => phase === 'approved' || phase === 'issued';
  return (
    <Table
      caption={t('conference.papers')}
      columns={[{ label: t('cycle.paper') }, { label: t('cycle.paper-phase') }]}
      rows={drafts.map(({ draftId, kind, phase, submitted, issued }) => {
        const name = t(`paper.kind.${kind}`);
        const number = issued?.number ?? null;
        const title = number === null ? name : `${name} ${displayNumber(number)}`;
        const href = `/papers/${draftId}-v${String(submitted.version)}`;
        return [
          isPaper(phase) ? (
            <a class="govuk-link" href={href}>
              {title}
            </a>
          ) : (
            title
          ),
          t(`conference.draft-${phase}`),
        ];
      })}
    />
  );
};

const Actions = ({ c, view }: PartProps) => {
  const t = c.get('t');
  const path = pathOfConference(view);
  const open = ACT_FORMS.filter((name) => ACT_FORM_SPECS[name].isOpen(view.state));
  const mayChange = ['planned', 'invited', 'postponed'].includes(view.state.phase);
  if (open.length === 0 && !mayChange) return null;
  return (
    <nav aria-label={t('conference.actions')}>
      <h2 class="govuk-heading-m">{t('conference.actions')}</h2>
      <ul class="govuk-list">
        {open.map((name) => (
          <li>
            <a class="govuk-link" href={`${path}/${name}`}>
              {t(`conference.form-${name}`)}
            </a>
          </li>
        ))}
        {mayChange && (
          <li>
            <a class="govuk-link" href={`${path}/change`}>
              {t('conference.change-title')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
};

/** One conference: what is planned, what was recorded, its papers, and what can be done now. */
export const conferencePage = async (c: WebContext) => {
  const t = c.get('t');
  const view = await readConference(c);
  if (!view) return c.notFound();
  const [day, photos, mayKeep, maySubmit] = await Promise.all([
    readRecordedDay(c, view),
    readPhotos(c, view),
    hasPower(c, 'keepConference', view.cycle.day),
    hasPower(c, 'submitDraft', view.cycle.day),
  ]);
  const path = pathOfConference(view);
  const title = view.content.name;
  return c.html(
    <Frame c={c} title={title} backLink={{ href: pathOfConferences(view.cycle.year) }}>
      <h1 class="govuk-heading-l">{title}</h1>
      {view.state.phase === 'postponed' && <InsetText>{t('conference.invite-anew')}</InsetText>}
      <Facts c={c} view={view} day={day} />
      {mayKeep && <Actions c={c} view={view} />}
      <Agenda c={c} view={view} day={day} />
      <Papers c={c} view={view} />
      <Photos c={c} view={view} photos={photos} mayKeep={mayKeep} />
      {maySubmit && view.state.minutes !== null && (
        <ButtonLink kind="secondary" href={`${path}/news`}>
          {t('conference.news-write')}
        </ButtonLink>
      )}
      <h2 class="govuk-heading-m">{t('conference.prints')}</h2>
      <ul class="govuk-list">
        {view.content.agenda.length > 0 && (
          <li>
            <a class="govuk-link" href={`${path}/programme.pdf`}>
              {t('conference.print-programme')}
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={`${path}/attendance-sheet.pdf`}>
            {t('conference.print-attendance-sheet')}
          </a>
        </li>
      </ul>
    </Frame>,
  );
};
