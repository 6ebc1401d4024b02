import { defineConfig } from 'vitest/config';

// "unit" needs nothing but Node. "real" gets an embedded PostgreSQL, a Temporal dev server and a
// workflow bundle from one global set-up, and every file makes its own database and task queue. In
// "time" each file starts a Temporal server whose clock it moves; it needs Java, and goes alone. "load"
// keeps the whole machine busy for minutes, so it goes last, when nothing beside it can run out of time.
const ofLoad = ['test/faults/killed-replay.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{domain,documents,locale,year-file,architecture}/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'real',
          include: [
            'test/{adapters,activities,acts,workflows,web,cli,embedded,faults,e2e}/**/*.test.ts',
          ],
          exclude: ofLoad,
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'time',
          include: ['test/time/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'load',
          include: ofLoad,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
