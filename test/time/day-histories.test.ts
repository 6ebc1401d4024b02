// A digest has its hour, and waiting for it is for the server whose clock is moved.
import { describe, expect, it } from 'vitest';
import { addDays, localDateOf, type Instant } from '../../domain/local-date.ts';
import { recordIfAsked, replayAll, startRestlessDay, textsIn } from '../support/histories.ts';
import { readAllWords } from '../support/somebodys-words.ts';
import { hasTimeSkipping, openTimeSkippingSystem } from '../support/time-skipping.ts';
import { historiesOf } from '../support/walk.ts';

const START: Instant = '2028-01-10T06:00:00+07:00';

describe.skipIf(!hasTimeSkipping)('the histories of days with digests (needs Java)', () => {
  it.each([
    ['of one run', false],
    ['continued as new after each wait', true],
  ])('replay and hold no name, %s', async (_label, isRestless) => {
    const system = await openTimeSkippingSystem({ startAt: START, hasOfficeDay: !isRestless });
    try {
      const office = await system.startOffice();
      if (isRestless) await startRestlessDay(system, office);
      await system.sleepUntil(`${addDays(localDateOf(START), 3)}T09:00:00+07:00`);
      const days = (await historiesOf(system, office)).filter(({ name }) => name === 'officeDay');
      const text = days.flatMap(({ history }) => textsIn(history)).join('\n');
      expect(text).toContain('"digest"');
      const words = await readAllWords(system.db);
      expect(words).toContain('Nguyễn Văn Mẫu');
      expect([...words].filter((word) => text.includes(word))).toEqual([]);
      expect(await replayAll(days)).toEqual([]);
      recordIfAsked(`days-${isRestless ? '1' : '0'}`, days);
    } finally {
      await system.close();
    }
  });
});
