import type { MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { password as passwordSchema } from '../../../acts/give-account.ts';
import type { WebContext, WebEnv } from '../../environment.ts';
import { Button, ErrorSummary, errorOf, type FormError, TextInput } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { openSession, userOn } from '../../signed-in.ts';
import type { SignInLimit } from './sign-in.ts';

const findAccount = async (c: WebContext) => {
  const { officeId, person } = userOn(c);
  const accounts = await c.get('deps').acts.stores.accounts.list(officeId);
  return accounts.find(({ person_id }) => person_id === person.person_id);
};

const OPEN_BEFORE = ['/password', '/sign-out', '/sign-in'];

/** Whoever signed in with a password that somebody else knows changes it before anything else. */
export const ownPasswordFirst: MiddlewareHandler<WebEnv> = async (c, next) => {
  // In the local example one is whom one chose to be, without a password.
  const isAsked = c.get('user') !== null && !c.get('deps').isExample;
  if (!isAsked || OPEN_BEFORE.includes(c.req.path) || c.req.path.startsWith('/r/')) return next();
  return (await findAccount(c))?.must_change ? c.redirect('/password', 303) : next();
};

export const passwordPage = async (
  c: WebContext,
  errors: readonly FormError[] = [],
  status: ContentfulStatusCode = 200,
) => {
  const t = c.get('t');
  const account = await findAccount(c);
  const title = t('home.password-title');
  const fields = [
    { name: 'current', label: t('home.password-current'), autocomplete: 'current-password' },
    { name: 'password', label: t('home.password-new'), autocomplete: 'new-password' },
    { name: 'repeated', label: t('home.password-repeated'), autocomplete: 'new-password' },
  ];
  return c.html(
    <Frame c={c} title={title} backLink={{ href: '/waiting' }} hasError={errors.length > 0}>
      <ErrorSummary t={t} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {!account && <p class="govuk-body">{t('home.password-none')}</p>}
      {account?.must_change && <p class="govuk-body">{t('home.password-must-change')}</p>}
      {account && (
        <form method="post" action="/password" novalidate>
          {fields.map((field) => (
            <TextInput
              t={t}
              {...field}
              type="password"
              width={20}
              hint={field.name === 'password' ? t('home.password-hint') : undefined}
              error={errorOf(errors, field.name)}
            />
          ))}
          <Button>{t('home.password-change')}</Button>
        </form>
      )}
    </Frame>,
    status,
  );
};

type Refusal =
  | 'home.password-wrong'
  | 'home.too-many-attempts'
  | 'home.password-short'
  | 'home.password-unequal'
  | 'home.password-same';

const refuse = (c: WebContext, field: string, word: Refusal) =>
  passwordPage(c, [{ field, text: c.get('t')(word) }], 422);

const checkWished = (current: string, wished: string, repeated: string): Refusal | null => {
  if (!passwordSchema.safeParse(wished).success) return 'home.password-short';
  if (wished === current) return 'home.password-same';
  return wished === repeated ? null : 'home.password-unequal';
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Ends the person's other sessions; this one goes on. */
export const changePassword = async (c: WebContext, limit: SignInLimit) => {
  const fields = await c.req.parseBody();
  const [current, wished] = [textOf(fields['current']), textOf(fields['password'])];
  const { accounts } = c.get('deps').acts.stores;
  const account = await findAccount(c);
  if (!account) return passwordPage(c);
  if (!(await limit.take(c, account.user_name))) {
    return refuse(c, 'current', 'home.too-many-attempts');
  }
  if (!(await accounts.check(account.user_name, current))) {
    return refuse(c, 'current', 'home.password-wrong');
  }
  await limit.giveBack(c, account.user_name);
  const fault = checkWished(current, wished, textOf(fields['repeated']));
  if (fault) {
    return refuse(c, fault === 'home.password-unequal' ? 'repeated' : 'password', fault);
  }
  const { officeId, person } = userOn(c);
  await accounts.give({
    officeId,
    personId: person.person_id,
    userName: account.user_name,
    password: wished,
    mustChange: false,
  });
  await openSession(c, officeId, person.person_id);
  return c.redirect('/waiting?notice=done', 303);
};
