import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readYearFile } from '../../acts/year-file/read-year-file.ts';
import { planReplay } from '../../acts/replay/plan-replay.ts';
import { enterUntilWhole, type EnteredYear } from './replays.ts';
import type { Part } from './whole-system.ts';
import { readInbox } from './verdict.ts';
import { withSystem, type Opened } from './with-system.ts';

const EXAMPLE = readFileSync(new URL('../../examples/2024.json', import.meta.url), 'utf8');
const OFFICES = 20;
const ENTERED_WITHIN_MS = 840_000;
// When so much of all steps is done, that part is killed; the worker once more, near the end.
const KILLS: readonly (readonly [share: number, part: Part])[] = [
  [0.1, 'worker'],
  [0.25, 'web'],
  [0.4, 'temporal'],
  [0.55, 'postgres'],
  [0.7, 'worker'],
  [0.85, 'web'],
];

const yearOf = (officeId: string) => {
  const body = Buffer.from(EXAMPLE.replaceAll('U-ANND', officeId));
  return { officeId, body, steps: planReplay(readYearFile(body)).steps.length + 1 };
};
type Year = ReturnType<typeof yearOf>;

// The year goes live and closes at its end, at the moment at which it really does.
const LIVE = ['CycleWentLive', 'StrandsToldOfLiveClock', 'CycleClosed'];

// What an office's year is, without what tells it from another office's.
const withoutOffice = (value: unknown, officeId: string): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(officeId, 'OFFICE'));

const readYear = async ({ reading: { stores } }: Opened, { officeId }: Year) => {
  const trail = await stores.cycles.listTrail(officeId, 2024);
  const papers = await stores.papers.list(officeId, 2024);
  const deliveries = await Promise.all(
    papers.map(({ paper_id }) => stores.deliveries.list(officeId, paper_id)),
  );
  const messages = await Promise.all(
    papers.map(({ paper_id }) => stores.deliveries.listMessages(officeId, paper_id)),
  );
  const register = await stores.papers.listRegister(officeId);
  return {
    // Strands run side by side, and so do the messages of a paper: what happened and when, in any order.
    trail: trail
      // A paper that has just ended hears no more that the year went live; another may.
      .filter(({ type }) => type !== 'ClockWentLive')
      .map(({ workflow_id, type, at }) => `${workflow_id} ${type} ${LIVE.includes(type) ? '' : at}`)
      .toSorted(),
    numbers: register.map((row) => `${row.symbol} ${String(row.number)} ${row.status}`).toSorted(),
    deliveries: deliveries
      .flat()
      .map((row) => `${row.paper_id} ${row.recipient_id} ${row.status} ${row.mailbox ?? '-'}`)
      .toSorted(),
    messageIds: messages.flat().map(({ message_id }) => message_id),
    messages: messages
      .flat()
      .map((row) => `${row.paper_id} ${row.mailbox} ${row.status}`)
      .toSorted(),
  };
};

const enterAll = async ({ system }: Opened, years: readonly Year[]): Promise<EnteredYear[]> => {
  const all = years.reduce((sum, { steps }) => sum + steps, 0);
  const kills = [...KILLS];
  let done = 0;
  let killing: Promise<unknown> = Promise.resolve();
  const onStep = () => {
    done += 1;
    const [next] = kills;
    if (!next || done < next[0] * all) return;
    kills.shift();
    const [, part] = next;
    // One after the other, so that each kill meets a system that has all its parts.
    killing = killing.then(() => system.untilBack(part, system.kill(part)));
  };
  const entered = await Promise.all(
    years.map(({ body }) =>
      enterUntilWhole(() => system.whereabouts().socketPath, body, {
        onStep,
        withinMs: ENTERED_WITHIN_MS,
      }),
    ),
  );
  await killing;
  expect(kills).toEqual([]);
  return entered;
};

describe('the years of twenty offices, entered at once while kill -9 meets each part in turn,', () => {
  it('are whole, with the papers, numbers and mails of a year that nothing befell', async () => {
    const left = await withSystem(async (opened) => {
      const { system } = opened;
      const undisturbed = yearOf('REPLAYED-CALM');
      const calm = await enterUntilWhole(() => system.whereabouts().socketPath, undisturbed.body, {
        onStep: () => undefined,
        withinMs: ENTERED_WITHIN_MS,
      });
      const { messageIds: calmIds, ...calmYear } = await readYear(opened, undisturbed);
      expect(calm.answer.documents.every(({ status }) => status !== 'UNFINISHED')).toBe(true);

      const years = Array.from({ length: OFFICES }, (_, index) =>
        yearOf(`REPLAYED-${String(index + 1).padStart(2, '0')}`),
      );
      const entered = await enterAll(opened, years);

      const allIds = [...calmIds];
      for (const [index, year] of years.entries()) {
        // Byte for byte: the files stand in the answer by their sha256.
        expect(withoutOffice(entered[index]?.answer, year.officeId)).toEqual(
          withoutOffice(calm.answer, undisturbed.officeId),
        );
        const { messageIds, ...found } = await readYear(opened, year);
        expect(withoutOffice(found, year.officeId)).toEqual(
          withoutOffice(calmYear, undisturbed.officeId),
        );
        allIds.push(...messageIds);
      }
      expect(new Set(allIds).size).toBe(allIds.length);
      const inbox = await readInbox(system.dataDir);
      const ids = inbox.map(({ messageId }) => messageId);
      expect(new Set(ids)).toEqual(new Set(allIds.map((id) => `<${id}>`)));
      // Only a mail that was taken and not yet noted may come again: mail is at least once.
      const again = ids.length - new Set(ids).size;
      process.stdout.write(
        `${String(OFFICES)} years, ${String(ids.length)} mails, ${String(again)} of them came once more; ` +
          `asked ${entered.map(({ tries }) => tries).join(' ')} times\n`,
      );
      const killsOfMailing = KILLS.filter(([, part]) => part === 'worker' || part === 'postgres');
      // At most what the worker has under way at once.
      expect(again).toBeLessThanOrEqual(killsOfMailing.length * 16);
    });
    expect(left).toEqual([]);
  }, 1_200_000);
});
