import { afterAll, beforeAll, expect, test } from 'vitest';
import { paperBatches, type PaperStory } from './paper-batches.ts';
import { openStores } from './open-stores.ts';
import { numbered, UNTIL, voided } from '../support/paper-life.ts';

let open: Awaited<ReturnType<typeof openStores>>;
beforeAll(async () => {
  open = await openStores();
});
afterAll(() => open.close());

const wish = (officeId: string, paperId: string, change = {}) => ({
  officeId,
  paperId,
  seriesYear: 2024,
  symbol: 'KH-PM',
  actId: `act-of-${paperId}`,
  ...change,
});
const fifty = Array.from({ length: 50 }, (_, at) => `paper-${String(at + 1)}`);
const register = async (officeId: string) =>
  (await open.stores.papers.listRegister(officeId)).map(
    ({ series_year, number, paper_id, status }) =>
      `${String(series_year)}/${String(number)} ${paper_id} ${status}`,
  );
const project = async (officeId: string, paperId: string, events: PaperStory) => {
  for (const batch of paperBatches(officeId, events, { paperId })) {
    await open.stores.strands.project(batch);
  }
};

test('fifty papers numbered at once, in a series that we count, bear 1 to 50, each its own', async () => {
  const officeId = await open.office();
  const numbers = await Promise.all(
    fifty.map((paperId) => open.stores.papers.reserveNextNumber(wish(officeId, paperId))),
  );
  const inOrder = Array.from({ length: 50 }, (_, at) => at + 1);
  expect(numbers.toSorted((left, right) => left - right)).toEqual(inOrder);
  const rows = await open.stores.papers.listRegister(officeId);
  expect(rows.map(({ number }) => number)).toEqual(inOrder);
  expect(new Set(rows.map(({ paper_id }) => paper_id)).size).toBe(50);
});

test('of fifty papers that are to bear the same number of the register one gets it', async () => {
  const officeId = await open.office();
  const all = await Promise.allSettled(
    fifty.map((paperId) => open.stores.papers.reserveNumber(wish(officeId, paperId), 15)),
  );
  const refusals = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(refusals).toHaveLength(49);
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({
      code: 'number-taken',
      place: '/number',
      details: { number: 15, symbol: 'KH-PM', year: 2024 },
    });
  }
  expect(await open.stores.papers.listRegister(officeId)).toHaveLength(1);
});

test('an act that is repeated, at once as well, gets the number that was counted for it', async () => {
  const officeId = await open.office();
  const { reserveNextNumber } = open.stores.papers;
  await reserveNextNumber(wish(officeId, 'other'));
  const numbers = await Promise.all(
    Array.from({ length: 10 }, () => reserveNextNumber(wish(officeId, 'paper'))),
  );
  expect(new Set(numbers)).toEqual(new Set([2]));
  expect(await register(officeId)).toEqual(['2024/1 other reserved', '2024/2 paper reserved']);
});

test('an act that is repeated keeps the number that the clerk typed', async () => {
  const officeId = await open.office();
  await open.stores.papers.reserveNumber(wish(officeId, 'paper'), 15);
  await open.stores.papers.reserveNumber(wish(officeId, 'paper'), 15);
  expect(await register(officeId)).toEqual(['2024/15 paper reserved']);
});

test('a button pressed twice at once is not refused for the number that it took', async () => {
  const officeId = await open.office();
  const presses = Array.from({ length: 10 }, () =>
    open.stores.papers.reserveNumber(wish(officeId, 'paper'), 15),
  );
  const refused = (await Promise.allSettled(presses)).filter(({ status }) => status === 'rejected');
  expect(refused).toEqual([]);
});

test('each year counts anew, and the same number stands in both', async () => {
  const officeId = await open.office();
  const { reserveNextNumber, reserveNumber } = open.stores.papers;
  await reserveNextNumber(wish(officeId, 'last-of-2023', { seriesYear: 2023 }));
  expect(await reserveNextNumber(wish(officeId, 'first-of-2024'))).toBe(1);
  await reserveNumber(wish(officeId, 'typed-2023', { seriesYear: 2023 }), 15);
  await reserveNumber(wish(officeId, 'typed-2024'), 15);
  expect(await register(officeId)).toHaveLength(4);
});

test('two offices count apart', async () => {
  const [officeId, other] = [await open.office(), await open.office()];
  expect(await open.stores.papers.reserveNextNumber(wish(officeId, 'paper'))).toBe(1);
  expect(await open.stores.papers.reserveNextNumber(wish(other, 'paper'))).toBe(1);
});

test('a number that was reserved for a refused act is free again', async () => {
  const officeId = await open.office();
  const { papers } = open.stores;
  await papers.reserveNumber(wish(officeId, 'paper'), 15);
  await papers.releaseNumber(officeId, 'paper', 'another-act');
  expect(await register(officeId)).toHaveLength(1);
  await papers.releaseNumber(officeId, 'paper', 'act-of-paper');
  await papers.reserveNumber(wish(officeId, 'next'), 15);
  expect(await register(officeId)).toEqual(['2024/15 next reserved']);
});

test('of two presses with two numbers the paper bears the one that was accepted, and the other is free', async () => {
  const officeId = await open.office();
  const { papers } = open.stores;
  await papers.reserveNumber(wish(officeId, 'paper'), 15);
  await papers.reserveNumber(wish(officeId, 'paper', { actId: 'act-2' }), 16);
  // The second is refused while the first is accepted: its own number goes, the other one stays.
  await papers.releaseNumber(officeId, 'paper', 'act-2');
  await expect(
    papers.reserveNumber(wish(officeId, 'other', { actId: 'act-3' }), 15),
  ).rejects.toMatchObject({ code: 'number-taken' });
  await papers.reserveNumber(wish(officeId, 'paper', { actId: 'act-4' }), 17);
  await project(officeId, 'paper', UNTIL.stamp);
  expect(await register(officeId)).toEqual(['2024/15 paper given']);
});

test('one press can not change its number while the first may be on its way', async () => {
  const officeId = await open.office();
  await open.stores.papers.reserveNumber(wish(officeId, 'paper'), 15);
  await expect(open.stores.papers.reserveNumber(wish(officeId, 'paper'), 16)).rejects.toMatchObject(
    { code: 'not-ready', details: { number: 15 } },
  );
});

test('a paper that bears a number gets no second one', async () => {
  const officeId = await open.office();
  await open.stores.papers.reserveNumber(wish(officeId, 'paper'), 15);
  await project(officeId, 'paper', UNTIL.stamp);
  expect(await register(officeId)).toEqual(['2024/15 paper given']);
  await expect(
    open.stores.papers.reserveNumber(wish(officeId, 'paper', { actId: 'act-2' }), 16),
  ).rejects.toMatchObject({ code: 'out-of-time', details: { number: 15 } });
});

test('a void number stays in the register and nobody gets it again', async () => {
  const officeId = await open.office();
  const { reserveNextNumber, reserveNumber } = open.stores.papers;
  const paper = wish(officeId, 'paper');
  await reserveNextNumber(paper);
  await project(officeId, 'paper', [...UNTIL.number, numbered(1), voided(1)]);
  expect(await register(officeId)).toEqual(['2024/1 paper void']);
  expect(await reserveNextNumber({ ...paper, actId: 'act-2' })).toBe(2);
  for (const paperId of ['paper', 'other']) {
    await expect(
      reserveNumber(wish(officeId, paperId, { actId: 'act-3' }), 1),
    ).rejects.toMatchObject({ code: 'number-taken' });
  }
});

test('a number whose paper was cancelled stays in the register as void', async () => {
  const officeId = await open.office();
  await open.stores.papers.reserveNumber(wish(officeId, 'paper'), 15);
  await project(officeId, 'paper', [...UNTIL.stamp, { type: 'PaperCancelled' }]);
  expect(await register(officeId)).toEqual(['2024/15 paper void']);
});

test('papers whose number and date contradict each other are named', async () => {
  const officeId = await open.office();
  await project(officeId, 'earlier', [...UNTIL.number, numbered(10, '2024-01-15')]);
  const outOfOrder = (number: number, date: string) =>
    open.stores.papers.findOutOfOrder(wish(officeId, 'paper'), number, date);
  expect(await outOfOrder(11, '2024-01-16')).toEqual([]);
  expect(await outOfOrder(11, '2024-01-15')).toEqual([]);
  expect(await outOfOrder(9, '2024-01-16')).toEqual([10]);
  expect(await outOfOrder(11, '2024-01-14')).toEqual([10]);
});

test('a series that the office begins to count goes on past the numbers typed before', async () => {
  const officeId = await open.office();
  const { reserveNextNumber, reserveNumber } = open.stores.papers;
  await reserveNumber(wish(officeId, 'typed'), 1);
  const number = await reserveNextNumber(wish(officeId, 'counted'));
  expect(await register(officeId)).toEqual([
    '2024/1 typed reserved',
    `2024/${String(number)} counted reserved`,
  ]);
});

test('a number that was reserved for the old year is not the paper\u2019s number in the new one', async () => {
  const officeId = await open.office();
  const { reserveNumber } = open.stores.papers;
  await reserveNumber(wish(officeId, 'paper', { seriesYear: 2023 }), 15);
  await reserveNumber(wish(officeId, 'paper', { actId: 'act-2' }), 15);
  await expect(reserveNumber(wish(officeId, 'other'), 15)).rejects.toMatchObject({
    code: 'number-taken',
  });
});

test('a counted number that was reserved in the old year does not number a paper of the new one', async () => {
  const officeId = await open.office();
  const { reserveNextNumber } = open.stores.papers;
  await reserveNextNumber(wish(officeId, 'first', { seriesYear: 2023 }));
  await reserveNextNumber(wish(officeId, 'paper', { seriesYear: 2023 }));
  await reserveNextNumber(wish(officeId, 'paper', { actId: 'act-2' }));
  const years = await open.stores.papers.listRegister(officeId, 2024);
  expect(years.map(({ number, paper_id }) => `${String(number)} ${paper_id}`)).toEqual(['1 paper']);
});
