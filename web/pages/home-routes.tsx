import { Hono } from 'hono';
import type { WebEnv } from '../environment.ts';
import { endSession, requireUser } from '../signed-in.ts';
import { bePerson, examplePage } from './home/example-page.tsx';
import { changePassword, ownPasswordFirst, passwordPage } from './home/password-page.tsx';
import { signIn, signInPage } from './home/sign-in-page.tsx';
import { createSignInLimit, ownPath } from './home/sign-in.ts';
import { waitingPage } from './home/waiting-page.tsx';

export const homeRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  const limit = createSignInLimit();

  // Mounted at the root before all other pages, so that it stands before each of them.
  routes.use(ownPasswordFirst);

  routes.get('/', (c) => {
    // In the example this page is also where one comes back to, to be somebody else.
    if (c.get('deps').isExample) return examplePage(c);
    return c.redirect(c.get('user') ? '/waiting' : '/sign-in', 303);
  });
  routes.post('/be', (c) => bePerson(c));

  routes.get('/sign-in', (c) =>
    c.get('user') && !c.get('deps').isExample
      ? c.redirect(ownPath(c.req.query('back')), 303)
      : signInPage(c, { back: ownPath(c.req.query('back')) }),
  );
  routes.post('/sign-in', (c) => signIn(c, limit));
  routes.post('/sign-out', async (c) => {
    await endSession(c);
    return c.redirect('/', 303);
  });

  routes.get('/password', requireUser, (c) => passwordPage(c));
  routes.post('/password', requireUser, (c) => changePassword(c, limit));
  routes.get('/waiting', requireUser, (c) => waitingPage(c));
  return routes;
};
