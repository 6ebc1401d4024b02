import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDocumentStore } from '../../adapters/document-store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reform-documents-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const store = () => createDocumentStore(pathToFileURL(folder).href);
const BYTES = new TextEncoder().encode('the bytes of a paper');
const SHA256 = createHash('sha256').update(BYTES).digest('hex');
const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
const files = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

test('a file is found again by the sha256 of its bytes', async () => {
  expect(await store().put(BYTES)).toBe(SHA256);
  expect(Buffer.from(await store().get(SHA256)).equals(BYTES)).toBe(true);
});

test('the same bytes put twenty times at once are one file, and nothing lies beside it', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => store().put(BYTES)));
  expect(new Set(all)).toEqual(new Set([SHA256]));
  expect(await files()).toEqual([SHA256]);
});

test('an empty file and a large one come back as they were', async () => {
  for (const bytes of [new Uint8Array(), new Uint8Array(5_000_000).fill(7)]) {
    expect(Buffer.from(await store().get(await store().put(bytes))).equals(bytes)).toBe(true);
  }
});

test('a file whose bytes are no longer what they were is not handed out', async () => {
  await store().put(BYTES);
  await writeFile(pathOf(SHA256), 'the bytes of another paper');
  await expect(store().get(SHA256)).rejects.toThrow('has been damaged');
  await writeFile(pathOf(SHA256), BYTES.slice(0, 5));
  await expect(store().get(SHA256)).rejects.toThrow('has been damaged');
});

test('a damaged file is whole again once its bytes are put anew', async () => {
  await store().put(BYTES);
  await writeFile(pathOf(SHA256), 'the bytes of another paper');
  await store().put(BYTES);
  expect(Buffer.from(await store().get(SHA256)).equals(BYTES)).toBe(true);
});

test('a file that is not there is an error, not an empty paper', async () => {
  await expect(store().get('0'.repeat(64))).rejects.toThrow('ENOENT');
});

test('what a crash left half-written bears no paper\u2019s name, and does not stand in the way', async () => {
  await mkdir(dirname(pathOf(SHA256)), { recursive: true });
  await writeFile(`${pathOf(SHA256)}.half-written`, BYTES.slice(0, 5));
  await expect(store().get(SHA256)).rejects.toThrow('ENOENT');
  await store().put(BYTES);
  expect(Buffer.from(await store().get(SHA256)).equals(BYTES)).toBe(true);
});

test('a file is whole before it has its name', async () => {
  const bytes = new Uint8Array(3_000_000).fill(3);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  let isDone = false;
  const seen: number[] = [];
  const watch = async () => {
    while (!isDone) {
      seen.push(
        await readFile(pathOf(sha256)).then(
          (found) => found.length,
          () => 0,
        ),
      );
    }
  };
  const watching = watch();
  await store().put(bytes);
  isDone = true;
  await watching;
  expect(seen.filter((length) => length !== 0 && length !== bytes.length)).toEqual([]);
});

test('only a folder serves as a store so far', () => {
  expect(() => createDocumentStore('s3://bucket')).toThrow('DOCUMENT_STORE_URL');
});
