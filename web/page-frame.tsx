import type { Child } from 'hono/jsx';
import type { PageNotice } from './press.ts';
import type { WebContext } from './environment.ts';
import { Page, type Notice, type PageProps } from './layout/page.tsx';

const NOTICES = {
  done: { kind: 'done', word: 'frame.done' },
  'being-processed': { kind: 'notice', word: 'frame.being-processed' },
  'number-out-of-order': { kind: 'warning', word: 'frame.number-out-of-order' },
  'start-resumed': { kind: 'notice', word: 'frame.start-resumed' },
  'scan-longer': { kind: 'warning', word: 'frame.scan-longer' },
  'scan-not-a4': { kind: 'warning', word: 'frame.scan-not-a4' },
  'scan-coarse': { kind: 'warning', word: 'frame.scan-coarse' },
  'scan-not-colour': { kind: 'warning', word: 'frame.scan-not-colour' },
  'deadline-moved': { kind: 'notice', word: 'frame.deadline-moved' },
} as const satisfies Record<PageNotice, { kind: Notice['kind']; word: string }>;

const isPageNotice = (key: string): key is PageNotice => Object.hasOwn(NOTICES, key);

const noticeOf = (c: WebContext): Notice | null => {
  const key = c.req.query('notice');
  if (key === undefined || !isPageNotice(key)) return null;
  const { kind, word } = NOTICES[key];
  return { kind, text: c.get('t')(word) };
};

const pathOf = (c: WebContext): string => {
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.delete('notice');
  searchParams.delete('lang');
  return searchParams.size > 0 ? `${pathname}?${searchParams.toString()}` : pathname;
};

type FrameProps = Pick<PageProps, 'title' | 'backLink' | 'hasError' | 'stylesheets' | 'scripts'> & {
  readonly c: WebContext;
  readonly children: Child;
};

/** Every page of the signed-in person: who they are, where they can go, what was just done. */
export const Frame = ({ c, children, ...props }: FrameProps) => {
  const t = c.get('t');
  const user = c.get('user');
  const deps = c.get('deps');
  const path = new URL(c.req.url).pathname;
  const link = (href: string, label: string) => ({
    href,
    label,
    isCurrent: path === href || path.startsWith(`${href}/`),
  });
  return (
    <Page
      {...props}
      t={t}
      lang={c.get('lang')}
      path={c.req.method === 'GET' ? pathOf(c) : ''}
      user={user ? { name: user.person.full_name, role: user.person.position } : null}
      navigation={
        user
          ? [
              link('/waiting', t('shell.nav.waiting')),
              link('/cycles', t('shell.nav.cycles')),
              link('/papers', t('shell.nav.papers')),
              link('/office', t('shell.nav.people')),
            ]
          : []
      }
      notice={noticeOf(c)}
      example={deps.isExample ? { switchRoleHref: '/', inboxHref: deps.mailInboxUrl ?? '/' } : null}
    >
      {children}
    </Page>
  );
};
