import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import proto from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openOfficeSystem, type OfficeSystem } from '../support/office-system.ts';
import { readAllWords } from '../support/somebodys-words.ts';
import { historiesOf, walkWholeWay } from '../support/walk.ts';

const { History } = proto.temporal.api.history.v1;
const FOLDER = new URL('../histories/', import.meta.url);
// `RECORD_HISTORIES=0.2.0 npx vitest run test/workflows/histories` keeps those of a release.
const RECORD_AS = process.env['RECORD_HISTORIES'];

const replay = (history: unknown, workflowId: string) =>
  Worker.runReplayHistory(
    { workflowBundle: { codePath: inject('workflowBundlePath') } },
    history,
    workflowId,
  );

/** Every text anywhere inside, and every byte string as text: a payload is a byte string. */
const textsIn = (value: unknown, texts: string[] = []): string[] => {
  if (typeof value === 'string') texts.push(value);
  else if (value instanceof Uint8Array) texts.push(Buffer.from(value).toString('utf8'));
  else if (value !== null && typeof value === 'object') {
    for (const part of Object.values(value)) textsIn(part, texts);
  }
  return texts;
};

describe.each([
  ['of one run', 0],
  ['continued as new after every event', 1],
])('the histories of a plan %s', (label, continueAfterEvents) => {
  let system: OfficeSystem;
  let histories: Awaited<ReturnType<typeof historiesOf>>;
  beforeAll(async () => {
    system = await openOfficeSystem({ continueAfterEvents });
    const office = await system.startOffice();
    await walkWholeWay(system, office);
    histories = await historiesOf(system, office);
    if (RECORD_AS !== undefined) {
      mkdirSync(FOLDER, { recursive: true });
      histories.forEach(({ name, history }, index) => {
        const file = `${RECORD_AS}-${String(continueAfterEvents)}-${String(index)}-${name}.pb`;
        writeFileSync(new URL(file, FOLDER), History.encode(history).finish());
      });
    }
  });
  afterAll(() => system.close());

  it('replay with the workflows of today', async () => {
    expect(histories.length).toBeGreaterThanOrEqual(continueAfterEvents === 0 ? 4 : 8);
    for (const { history, workflowId } of histories) await replay(history, workflowId);
  });

  it(`hold no name, no address, no reason and no content (${label})`, async () => {
    const words = await readAllWords(system.db);
    // The check itself is worth something only if it knows what to look for.
    expect([...words]).toEqual(
      expect.arrayContaining([
        'Nguyễn Văn Mẫu',
        'doitruong.d2@annd.test',
        'Ghi nhầm số của sổ khác.',
        'Phục vụ Nhân dân tốt hơn năm trước.',
      ]),
    );
    const text = histories.flatMap(({ history }) => textsIn(history)).join('\n');
    expect(text).toContain('PlanSubmitted');
    expect([...words].filter((word) => text.includes(word))).toEqual([]);
  });
});

describe('the recorded histories of earlier releases', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.pb'));

  it('are there', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('replay with the workflows of today: %s', async (file) => {
    const history = History.decode(readFileSync(new URL(file, FOLDER)));
    await replay(history, 'cycle/OFFICE/2026');
  });
});
