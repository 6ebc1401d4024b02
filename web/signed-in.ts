import type { MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { PersonRow } from '../adapters/database/offices.ts';
import { instantOf, localDateOf, type LocalDate } from '../domain/local-date.ts';
import { isLanguage, wordsIn } from '../locale/words.ts';
import type { SignedIn, WebContext, WebDependencies, WebEnv } from './environment.ts';

const SESSION_COOKIE = 'session';
const LANGUAGE_COOKIE = 'lang';
const COOKIE = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;

const languageOf = (c: WebContext) => {
  const asked = c.req.query('lang');
  if (isLanguage(asked)) {
    setCookie(c, LANGUAGE_COOKIE, asked, { ...COOKIE, maxAge: 31_536_000 });
    return asked;
  }
  const kept = getCookie(c, LANGUAGE_COOKIE);
  return isLanguage(kept) ? kept : 'vi';
};

// Whoever has left the office has left its papers too.
const isInPost = (person: PersonRow, today: LocalDate): boolean =>
  (person.valid_from === null || person.valid_from <= today) &&
  (person.valid_to === null || today <= person.valid_to);

const userOf = async (c: WebContext, { acts }: WebDependencies): Promise<SignedIn | null> => {
  const token = getCookie(c, SESSION_COOKIE);
  if (token === undefined) return null;
  const { accounts, offices } = acts.stores;
  const session = await accounts.findSession(token, acts.wallClock());
  if (!session) return null;
  const [person, office] = await Promise.all([
    offices.findPerson(session.office_id, session.person_id),
    offices.find(session.office_id),
  ]);
  const today = localDateOf(instantOf(acts.wallClock().getTime()));
  return person && office && isInPost(person, today)
    ? { officeId: office.office_id, officeName: office.name, person }
    : null;
};

/** Language, today and who is signed in, for every page. */
export const withReader =
  (deps: WebDependencies): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    const lang = languageOf(c);
    c.set('deps', deps);
    c.set('lang', lang);
    c.set('t', wordsIn(lang));
    c.set('today', localDateOf(instantOf(deps.acts.wallClock().getTime())));
    c.set('user', await userOf(c, deps));
    await next();
  };

export const openSession = async (
  c: WebContext,
  officeId: string,
  personId: string,
): Promise<void> => {
  const { acts } = c.get('deps');
  const token = await acts.stores.accounts.openSession(officeId, personId, acts.wallClock());
  setCookie(c, SESSION_COOKIE, token, { ...COOKIE, secure: c.get('deps').isHttps });
};

export const endSession = async (c: WebContext): Promise<void> => {
  const token = getCookie(c, SESSION_COOKIE);
  if (token !== undefined) await c.get('deps').acts.stores.accounts.endSession(token);
  deleteCookie(c, SESSION_COOKIE, { path: '/' });
};

/** Sends whoever is not signed in to the sign-in page, which leads back here. */
export const requireUser: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (c.get('user')) return next();
  const back = c.req.method === 'GET' ? new URL(c.req.url).pathname : '/';
  return c.redirect(`/sign-in?back=${encodeURIComponent(back)}`, 303);
};

/** The signed-in person; only behind requireUser. */
export const userOn = (c: WebContext): SignedIn => {
  const user = c.get('user');
  if (!user) throw new Error('this page stands behind requireUser');
  return user;
};
