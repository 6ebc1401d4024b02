import type { PersonRow } from '../../../adapters/database/offices.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import { formatDate } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { EmptyState, Table } from '../../layout/content.tsx';
import { ButtonLink } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { unitName, type OfficeView, type SuperiorRow, type UnitRow } from './office-view.ts';
import { personName } from '../paper/paper-view.ts';

interface PartProps {
  readonly t: Words;
  readonly view: OfficeView;
}

const period = (t: Words, from: LocalDate | null, to: LocalDate | null): string => {
  if (from !== null && to !== null) {
    return t('office.from-to', { from: formatDate(from), to: formatDate(to) });
  }
  if (from !== null) return t('office.from', { from: formatDate(from) });
  return to === null ? '–' : t('office.until', { to: formatDate(to) });
};

/** What names a row leads to its form, for whoever may change it. */
const named = (name: string, href: string, isLink: boolean) =>
  isLink ? <a href={href}>{name}</a> : name;

const mailboxOf = (t: Words, person: PersonRow): string =>
  person.delivery_mode === 'paper' ? t('office.by-hand') : (person.email ?? t('office.by-hand'));

const accountCell = ({ t, view }: PartProps, person: PersonRow) => {
  const account = view.accounts.find(({ person_id }) => person_id === person.person_id);
  const text = account ? account.user_name : t('office.no-account');
  return view.may.keep ? (
    <a href={`/office/people/${person.person_id}/account`}>
      {text}
      <span class="govuk-visually-hidden"> ({person.full_name})</span>
    </a>
  ) : (
    text
  );
};

const People = ({ t, view }: PartProps) => (
  <>
    <Table
      caption={t('office.people')}
      columns={[
        { label: t('office.full-name') },
        { label: t('office.post') },
        { label: t('office.roles') },
        { label: t('office.mailbox') },
        { label: t('office.period') },
        { label: t('office.account') },
      ]}
      rows={view.people.map((person) => [
        named(
          `${person.rank} ${person.full_name}`.trim(),
          `/office/people/${person.person_id}`,
          view.may.keep,
        ),
        <>
          {person.position}
          <div>{unitName(view, person.unit_id)}</div>
        </>,
        person.roles.map((role) => t(`office.role.${role}`)).join(', '),
        mailboxOf(t, person),
        period(t, person.valid_from, person.valid_to),
        accountCell({ t, view }, person),
      ])}
    />
    {view.may.keep && (
      <ButtonLink href="/office/people/new" kind="secondary">
        {t('office.add-person')}
      </ButtonLink>
    )}
  </>
);

const unitCells = ({ t, view }: PartProps, unit: UnitRow) => [
  named(unit.name, `/office/units/${unit.unit_id}`, view.may.keep),
  unit.abbreviation,
  t(`office.unit-kind.${unit.kind}`),
  period(t, unit.valid_from, unit.valid_to),
];

const Units = ({ t, view }: PartProps) => (
  <>
    {view.units.length === 0 ? (
      <>
        <h2 class="govuk-heading-m">{t('office.units')}</h2>
        <EmptyState title={t('office.no-units')} />
      </>
    ) : (
      <Table
        caption={t('office.units')}
        columns={[
          { label: t('office.unit-name') },
          { label: t('office.abbreviation') },
          { label: t('office.unit-kind') },
          { label: t('office.period') },
        ]}
        rows={view.units.map((unit) => unitCells({ t, view }, unit))}
      />
    )}
    {view.may.keep && (
      <ButtonLink href="/office/units/new" kind="secondary">
        {t('office.add-unit')}
      </ButtonLink>
    )}
  </>
);

const superiorCells = ({ t, view }: PartProps, body: SuperiorRow) => [
  named(body.name, `/office/superiors/${body.superior_id}`, view.may.keep),
  t(`office.superior-kind.${body.kind}`),
  body.email ?? t('office.by-hand'),
  body.follows_reform ? t('office.follows-reform') : '–',
];

const Superiors = ({ t, view }: PartProps) => (
  <>
    {view.superiors.length === 0 ? (
      <>
        <h2 class="govuk-heading-m">{t('office.superiors')}</h2>
        <EmptyState title={t('office.no-superiors')} />
      </>
    ) : (
      <Table
        caption={t('office.superiors')}
        columns={[
          { label: t('office.superior-name') },
          { label: t('office.superior-kind') },
          { label: t('office.mailbox') },
          { label: t('office.reform-work') },
        ]}
        rows={view.superiors.map((body) => superiorCells({ t, view }, body))}
      />
    )}
    {view.may.keep && (
      <ButtonLink href="/office/superiors/new" kind="secondary">
        {t('office.add-superior')}
      </ButtonLink>
    )}
  </>
);

const Delegations = ({ t, view }: PartProps) => (
  <>
    {view.delegations.length === 0 ? (
      <>
        <h2 class="govuk-heading-m">{t('office.delegations')}</h2>
        <EmptyState title={t('office.no-delegations')} />
      </>
    ) : (
      <Table
        caption={t('office.delegations')}
        columns={[
          { label: t('office.delegated-to') },
          { label: t('office.capacity') },
          { label: t('office.period') },
          { label: t('office.delegation-basis') },
          { label: t('office.delegated-by') },
        ]}
        rows={view.delegations.map((row) => [
          personName(view.people, row.to_person_id),
          row.capacity,
          period(t, row.valid_from, row.valid_to),
          row.basis,
          personName(view.people, row.from_person_id),
        ])}
      />
    )}
    {view.may.delegate && (
      <ButtonLink href="/office/delegations/new" kind="secondary">
        {t('office.add-delegation')}
      </ButtonLink>
    )}
  </>
);

const initialledKinds = (t: Words, { office }: OfficeView): string => {
  const count = new Set([...office.content_initialled, ...office.form_initialled]).size;
  return count === 0 ? t('initials.office-none') : t('initials.office-some', { count });
};

/** Who is who: what papers name, whom they reach, and who may do what. */
export const OfficePage = ({ c, view }: { readonly c: WebContext; readonly view: OfficeView }) => {
  const t = c.get('t');
  return (
    <Frame c={c} title={t('office.title')} backLink={{ href: '/' }}>
      <h1 class="govuk-heading-l">{t('office.title')}</h1>
      <p>{view.office.name}</p>
      <p>
        <a class="govuk-link" href="/office/calendar">
          {t('calendar.title')}
        </a>
        : {t('calendar.in-short')}
      </p>
      <p>
        <a class="govuk-link" href="/office/templates">
          {t('template.title')}
        </a>
        : {t('template.in-short')}
      </p>
      <p>
        {named(t('proof.office-title'), '/office/proof-mark', view.may.keep)}:{' '}
        {t(`proof.tag-printed.${view.office.has_proof_mark ? 'yes' : 'no'}`)}
      </p>
      <p>
        {named(t('initials.office-title'), '/office/initials', view.may.keep)}:{' '}
        {initialledKinds(t, view)}
      </p>
      <People t={t} view={view} />
      <Units t={t} view={view} />
      <Superiors t={t} view={view} />
      <Delegations t={t} view={view} />
    </Frame>
  );
};
