import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventTypesOfWorkflows } from '../support/event-types.ts';
import {
  cutsOf,
  recordIfAsked,
  replayAll,
  textsIn,
  typesRecordedIn,
} from '../support/histories.ts';
import { openOfficeSystem, type OfficeSystem } from '../support/office-system.ts';
import { readAllWords } from '../support/somebodys-words.ts';
import { historiesOf, type WorkflowHistory } from '../support/walk.ts';
import { WORDS } from '../support/year-rooms.ts';
import { walkUntilAllStopped, walkYearOfRooms } from '../support/year-way.ts';

const VARIANTS = [
  ['of one run', 0],
  ['continued as new after every event', 1],
] as const;
/** Their events are those of the registration too: test/workflows/histories.test.ts. */
const ROOMS = [
  'assignment',
  'conference',
  'dialogueQuestion',
  'pledge',
  'quarterlyCheck',
  'yearEndSummary',
];

describe.each(VARIANTS)('the histories of a year’s rooms %s', (_label, continueAfterEvents) => {
  let system: OfficeSystem;
  let histories: readonly WorkflowHistory[];
  beforeAll(async () => {
    system = await openOfficeSystem({ continueAfterEvents });
    const whole = await system.startOffice('2024');
    await walkYearOfRooms(system, whole);
    const stopped = await system.startOffice('2024');
    await walkUntilAllStopped(system, stopped);
    histories = [...(await historiesOf(system, whole)), ...(await historiesOf(system, stopped))];
    recordIfAsked(`rooms-${String(continueAfterEvents)}`, histories);
  }, 600_000);
  afterAll(() => system.close());

  it('show each kind of event of each room', () => {
    const recorded = typesRecordedIn(histories);
    const missing = [...eventTypesOfWorkflows()]
      .filter(([name]) => ROOMS.includes(name))
      .flatMap(([name, types]) =>
        types.filter((type) => !recorded.get(name)?.has(type)).map((type) => `${name}: ${type}`),
      );
    expect(missing).toEqual([]);
  });

  it('replay with the workflows of today, whole and cut at every workflow task', async () => {
    expect(await replayAll(histories)).toEqual([]);
    const cuts = histories.flatMap(cutsOf);
    expect(cuts.length).toBeGreaterThan(histories.length);
    expect(await replayAll(cuts)).toEqual([]);
  }, 240_000);

  it('hold no name, no address, no reason and no content', async () => {
    const words = await readAllWords(system.db);
    expect([...words]).toEqual(
      expect.arrayContaining(['Nguyễn Văn Mẫu', 'khach@ban.test', ...Object.values(WORDS)]),
    );
    const text = histories.flatMap(({ history }) => textsIn(history)).join('\n');
    expect(text).toContain('ConferencePostponed');
    expect([...words].filter((word) => text.includes(word))).toEqual([]);
  });
});
