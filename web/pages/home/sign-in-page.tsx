import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WebContext } from '../../environment.ts';
import { ErrorSummary, Button, TextInput } from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { openSession } from '../../signed-in.ts';
import { ownPath, type SignInLimit } from './sign-in.ts';

type Refusal = 'home.wrong-password' | 'home.too-many-attempts';

export const signInPage = (
  c: WebContext,
  { userName = '', back, refusal }: { userName?: string; back: string; refusal?: Refusal },
  status: ContentfulStatusCode = 200,
) => {
  const t = c.get('t');
  const title = t('home.sign-in-title');
  return c.html(
    <Frame c={c} title={title} hasError={refusal !== undefined}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ErrorSummary t={t} errors={refusal ? [{ field: 'userName', text: t(refusal) }] : []} />
          <h1 class="govuk-heading-l">{title}</h1>
          <form method="post" action="/sign-in" novalidate>
            <input type="hidden" name="back" value={back} />
            <TextInput
              t={t}
              name="userName"
              label={t('home.user-name')}
              value={userName}
              autocomplete="username"
              width={20}
              error={refusal && t(refusal)}
            />
            <TextInput
              t={t}
              name="password"
              label={t('home.password')}
              type="password"
              autocomplete="current-password"
              width={20}
            />
            <Button>{t('shell.sign-in')}</Button>
          </form>
          <p class="govuk-body">{t('home.no-account')}</p>
        </div>
      </div>
    </Frame>,
    status,
  );
};

/** One answer for a wrong name and a wrong password: nobody learns which names there are. */
export const signIn = async (c: WebContext, limit: SignInLimit) => {
  const fields = await c.req.parseBody();
  const userName = typedText(fields, 'userName').toLowerCase();
  const back = ownPath(typedText(fields, 'back'));
  const password = typeof fields['password'] === 'string' ? fields['password'] : '';
  if (!(await limit.take(c, userName))) {
    return signInPage(c, { userName, back, refusal: 'home.too-many-attempts' }, 429);
  }
  const account = await c.get('deps').acts.stores.accounts.check(userName, password);
  if (!account) return signInPage(c, { userName, back, refusal: 'home.wrong-password' }, 422);
  await limit.giveBack(c, userName);
  await openSession(c, account.office_id, account.person_id);
  return c.redirect(back, 303);
};
