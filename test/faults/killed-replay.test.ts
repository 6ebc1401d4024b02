import { describe, expect, it } from 'vitest';
import { readYearFile } from '../../acts/year-file/read-year-file.ts';
import { planReplay } from '../../acts/replay/plan-replay.ts';
import { smallYear } from '../acts/replay/small-year.ts';
import { enterUntilWhole, type EnteredYear } from './replays.ts';
import type { Part } from './whole-system.ts';
import { readInbox } from './verdict.ts';
import { withSystem, type Opened } from './with-system.ts';

// Each enters a plan with its conference and dialogue.
const OFFICES = 20;
const ENTERED_WITHIN_MS = 1_200_000;
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
  const body = smallYear(officeId);
  return { officeId, body, steps: planReplay(readYearFile(body)).steps.length + 1 };
};
type Year = ReturnType<typeof yearOf>;

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
    // What people did, once each and at its moment; what strands tell one another comes when it comes.
    trail: trail
      .filter(({ act_id }) => act_id !== null)
      .map(({ workflow_id, type, at }) => `${workflow_id} ${type} ${at}`)
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

const enterCalmly = async (opened: Opened) => {
  const { system } = opened;
  const year = yearOf('REPLAYED-CALM');
  const { answer } = await enterUntilWhole(() => system.whereabouts().socketPath, year.body, {
    onStep: () => undefined,
    withinMs: ENTERED_WITHIN_MS,
  });
  expect(answer.documents.map(({ status }) => status)).not.toContain('UNFINISHED');
  const { messageIds, ...found } = await readYear(opened, year);
  return {
    messageIds,
    answer: withoutOffice(answer, year.officeId),
    found: withoutOffice(found, year.officeId),
  };
};

describe('the years of several offices, entered at once while kill -9 meets each part in turn,', () => {
  it('are whole, with the papers, numbers and mails of a year that nothing befell', async () => {
    const left = await withSystem(async (opened) => {
      const { system } = opened;
      const calm = await enterCalmly(opened);
      const years = Array.from({ length: OFFICES }, (_, index) =>
        yearOf(`REPLAYED-${String(index + 1).padStart(2, '0')}`),
      );
      const entered = await enterAll(opened, years);

      const allIds = [...calm.messageIds];
      for (const [index, year] of years.entries()) {
        // Byte for byte: the files stand in the answer by their sha256.
        expect(withoutOffice(entered[index]?.answer, year.officeId)).toEqual(calm.answer);
        const { messageIds, ...found } = await readYear(opened, year);
        expect(withoutOffice(found, year.officeId)).toEqual(calm.found);
        allIds.push(...messageIds);
      }
      expect(new Set(allIds).size).toBe(allIds.length);
      const ids = (await readInbox(system.dataDir)).map(({ messageId }) => messageId);
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
  }, 1_500_000);
});
