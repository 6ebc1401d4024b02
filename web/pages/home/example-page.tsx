import type { Person } from '../../../domain/office.ts';
import type { WebContext } from '../../environment.ts';
import { EmptyState, InsetText, Table } from '../../layout/content.tsx';
import { Button } from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { openSession } from '../../signed-in.ts';
import { readCast, type Attempt, type Cast } from './example-cast.ts';
import { ownPath } from './sign-in.ts';

const BeForm = ({
  officeId,
  personId,
  to,
  label,
  isMain,
}: {
  officeId: string;
  personId: string;
  to: string;
  label: string;
  isMain?: boolean;
}) => (
  <form method="post" action="/be">
    <input type="hidden" name="officeId" value={officeId} />
    <input type="hidden" name="personId" value={personId} />
    <input type="hidden" name="to" value={to} />
    <Button kind={isMain ? 'primary' : 'secondary'}>{label}</Button>
  </form>
);

const Attempts = ({ c, cast }: { c: WebContext; cast: Cast }) => {
  const t = c.get('t');
  if (cast.attempts.length === 0) return null;
  const button = ({ personName }: Attempt) => t('home.try-as', { name: personName });
  return (
    <>
      <h2 class="govuk-heading-m">{t('home.try-title')}</h2>
      <ol class="govuk-list govuk-list--number">
        {cast.attempts.map((attempt) => (
          <li class="govuk-!-margin-bottom-4">
            <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{t(`home.try-${attempt.what}`)}</h3>
            <p class="govuk-body">{t(`home.try-${attempt.what}-how`)}</p>
            <BeForm
              officeId={cast.officeId}
              personId={attempt.personId}
              to={attempt.to}
              label={button(attempt)}
              isMain
            />
          </li>
        ))}
      </ol>
    </>
  );
};

const nameAndPost = ({ fullName, position }: Person) => (
  <>
    {fullName}
    <br />
    <span class="govuk-hint">{position}</span>
  </>
);

const People = ({ c, cast }: { c: WebContext; cast: Cast }) => {
  const t = c.get('t');
  const lines = cast.groups.flatMap(({ group, people }) =>
    people.map((person) => ({ group, person })),
  );
  return (
    <Table
      caption={t('home.people-of', { office: cast.officeName })}
      columns={[
        { label: t('home.person') },
        { label: t('home.role') },
        { label: t('home.choose-person') },
      ]}
      rows={lines.map(({ group, person }) => [
        nameAndPost(person),
        <>
          {t(`home.group-${group}`)}
          <br />
          <span class="govuk-hint">{t(`home.group-${group}-does`)}</span>
        </>,
        <BeForm
          officeId={cast.officeId}
          personId={person.id}
          to="/waiting"
          label={t('home.be', { name: person.fullName })}
        />,
      ])}
    />
  );
};

/** The first page of the local example: whom to be, and what to try. */
export const examplePage = async (c: WebContext) => {
  const t = c.get('t');
  const [casts, user] = [await readCast(c), c.get('user')];
  const { mailInboxUrl } = c.get('deps');
  const title = t('home.example-title');
  return c.html(
    <Frame c={c} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      {user && (
        <InsetText>
          {t('home.example-now', { name: user.person.full_name })}{' '}
          <a class="govuk-link" href="/waiting">
            {t('home.example-go-on')}
          </a>
        </InsetText>
      )}
      <p class="govuk-body">{t('home.example-what')}</p>
      {casts.length === 0 && <EmptyState title={t('home.example-preparing')} />}
      {casts.map((cast) => (
        <>
          <Attempts c={c} cast={cast} />
          <People c={c} cast={cast} />
        </>
      ))}
      {mailInboxUrl !== null && (
        <>
          <h2 class="govuk-heading-m">{t('home.group-recipient')}</h2>
          <p class="govuk-body">
            {t('home.group-recipient-does')}{' '}
            <a class="govuk-link" href={mailInboxUrl}>
              {t('shell.mail-inbox')}
            </a>
          </p>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in">
          {t('home.sign-in-instead')}
        </a>
      </p>
    </Frame>,
  );
};

/** Only while all parts are embedded, on loopback: one press, and one is that person. */
export const bePerson = async (c: WebContext) => {
  const { isExample, acts } = c.get('deps');
  if (!isExample) return c.notFound();
  const fields = await c.req.parseBody();
  const [officeId, personId] = [typedText(fields, 'officeId'), typedText(fields, 'personId')];
  if (!(await acts.stores.offices.findPerson(officeId, personId))) return c.notFound();
  await openSession(c, officeId, personId);
  return c.redirect(ownPath(typedText(fields, 'to')), 303);
};
