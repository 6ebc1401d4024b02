import { Hono } from 'hono';
import { wordsIn } from '../locale/words.ts';
import { assetRoutes } from './assets.ts';
import { TaskList } from './layout/progress.tsx';
import { Page } from './layout/page.tsx';

export interface SetUpStep {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly note: string | null;
}

const REFRESH_SECONDS = '2';
const TONES = { waiting: 'plain', running: 'busy', done: 'good', failed: 'bad' } as const;
const STEPS = ['web', 'postgres', 'temporal', 'mail', 'worker', 'example'] as const;

const isKnown = (id: string): id is (typeof STEPS)[number] => STEPS.some((step) => step === id);

/** What every address answers until all parts run: how far the set-up is, fresh every two seconds. */
export const createSetUpPages = () => {
  const t = wordsIn('vi');
  let steps: readonly SetUpStep[] = [];

  const app = new Hono();
  app.route('/', assetRoutes());
  app.get('/healthz', (c) => c.text('setting up', 503));
  app.all('*', (c) => {
    c.header('Refresh', REFRESH_SECONDS);
    c.header('Cache-Control', 'no-store');
    c.header('Retry-After', REFRESH_SECONDS);
    if (new URL(c.req.url).pathname.startsWith('/api')) {
      const error = { code: 'temporarily-unavailable', message: 'setting up', place: null };
      return c.json({ error: { ...error, details: {} } }, 503);
    }
    return c.html(
      <Page t={t} lang="vi" title={t('set-up.title')}>
        <h1 class="govuk-heading-l">{t('set-up.title')}</h1>
        <p class="govuk-body">{t('set-up.note')}</p>
        <TaskList
          id="set-up"
          items={steps.flatMap(({ id, state, note }) =>
            isKnown(id)
              ? [
                  {
                    title: t(`set-up.${id}`),
                    hint: note ?? undefined,
                    status: { text: t(`set-up.${state}`), tone: TONES[state] },
                  },
                ]
              : [],
          )}
        />
      </Page>,
      503,
    );
  });

  return {
    show(newer: readonly SetUpStep[]): void {
      steps = newer;
    },
    fetch: app.fetch,
  };
};
