import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeDayId } from '../../workflows/contract.ts';
import {
  cutsOf,
  readRecorded,
  recordIfAsked,
  replayAll,
  startRestlessDay,
  textsIn,
} from '../support/histories.ts';
import { openOfficeSystem, type OfficeSystem } from '../support/office-system.ts';
import {
  REASONS,
  walkUntilCancelled,
  walkUntilLive,
  walkWholeRegistration,
} from '../support/registration-way.ts';
import { readAllWords } from '../support/somebodys-words.ts';
import { historiesOf, walkWholeWay, type WorkflowHistory } from '../support/walk.ts';

const REPLAY_WITHIN_MS = 120_000;

const VARIANTS = [
  ['of one run', 0],
  ['continued as new after every event', 1],
] as const;

describe.each(VARIANTS)('the histories of a year %s', (label, continueAfterEvents) => {
  let system: OfficeSystem;
  let histories: readonly WorkflowHistory[];
  const startOffice = async (example?: '2024') => {
    const office = await system.startOffice(example);
    if (continueAfterEvents > 0) {
      const { workflow } = system.temporal.client;
      await workflow.getHandle(officeDayId(office.officeId)).terminate();
      await startRestlessDay(system, office);
    }
    return office;
  };
  beforeAll(async () => {
    system = await openOfficeSystem({ continueAfterEvents, hasOfficeDay: true });
    const whole = await startOffice();
    await walkWholeWay(system, whole);
    await walkWholeRegistration(system, whole);
    const cancelled = await startOffice();
    await walkUntilCancelled(system, cancelled);
    const live = await startOffice('2024');
    await walkUntilLive(system, live);
    const found = [];
    for (const office of [whole, cancelled, live]) {
      found.push(...(await historiesOf(system, office)));
    }
    histories = found;
    recordIfAsked(String(continueAfterEvents), histories);
  }, 300_000);
  afterAll(() => system.close());

  it(
    'replay with the workflows of today',
    async () => {
      const kinds = new Set(histories.map(({ name }) => name));
      expect([...kinds].toSorted()).toEqual([
        'approval',
        'documentIssue',
        'officeDay',
        'reformCycle',
        'unitRegistration',
      ]);
      const runs = histories.length;
      const ids = new Set(histories.map(({ workflowId }) => workflowId)).size;
      expect(runs).toBeGreaterThanOrEqual(continueAfterEvents === 0 ? ids : 3 * ids);
      expect(await replayAll(histories)).toEqual([]);
    },
    REPLAY_WITHIN_MS,
  );

  it(`hold no name, no address, no reason and no content (${label})`, async () => {
    const words = await readAllWords(system.db);
    // The check itself is worth something only if it knows what to look for.
    expect([...words]).toEqual(
      expect.arrayContaining([
        'Nguyễn Văn Mẫu',
        'doitruong.d2@annd.test',
        'Ghi nhầm số của sổ khác.',
        'Phục vụ Nhân dân tốt hơn năm trước.',
        'Rút ngắn thời gian xử lý văn bản của T-1',
        ...Object.values(REASONS),
      ]),
    );
    const text = histories.flatMap(({ history }) => textsIn(history)).join('\n');
    for (const fact of ['PlanSubmitted', 'RegistrationReturned', 'at-once']) {
      expect(text).toContain(fact);
    }
    expect([...words].filter((word) => text.includes(word))).toEqual([]);
  });
});

describe('the recorded histories of earlier releases', () => {
  const recorded = readRecorded();

  it('are there, of each release', () => {
    expect([...recorded.keys()].toSorted()).toEqual(['0.1.0', '0.2.0', '0.3.0']);
  });

  it.each([...recorded])(
    'replay with the workflows of today: %s',
    async (_release, histories) => {
      expect(await replayAll(histories)).toEqual([]);
    },
    REPLAY_WITHIN_MS,
  );

  it.each([...recorded])(
    'replay in flight, cut at every workflow task: %s',
    async (_release, histories) => {
      const cuts = histories.flatMap(cutsOf);
      expect(cuts.length).toBeGreaterThan(histories.length);
      expect(await replayAll(cuts)).toEqual([]);
    },
    2 * REPLAY_WITHIN_MS,
  );
});
