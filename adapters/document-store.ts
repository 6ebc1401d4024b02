import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const isAlreadyThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const isWhole = (bytes: Uint8Array, sha256: string): boolean => sha256Of(bytes) === sha256;

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/**
 * Files by the sha256 of their bytes, never changed. A file is whole before it has its name, and on the
 * disk before `put` answers, so that a crash leaves no half paper behind.
 */
export const createDocumentStore = (documentStoreUrl: string) => {
  if (!documentStoreUrl.startsWith('file:')) {
    throw new Error('DOCUMENT_STORE_URL: only a folder (file:///…) is supported');
  }
  const root = fileURLToPath(documentStoreUrl);
  const pathOf = (sha256: string): string => join(root, sha256.slice(0, 2), sha256);

  return {
    async put(bytes: Uint8Array): Promise<string> {
      const sha256 = sha256Of(bytes);
      const path = pathOf(sha256);
      await mkdir(dirname(path), { recursive: true });
      const temporary = `${path}.${randomUUID()}`;
      const file = await open(temporary, 'wx', 0o640);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      try {
        await link(temporary, path);
        await syncFolder(dirname(path));
        await syncFolder(root);
      } catch (error) {
        if (!isAlreadyThere(error)) throw error;
        // What is there by that name should be these bytes; a damaged file is made whole again.
        if (!isWhole(await readFile(path), sha256)) {
          await rename(temporary, path);
          return sha256;
        }
      } finally {
        await rm(temporary, { force: true });
      }
      return sha256;
    },

    /** @throws Error where the file is missing or its bytes are no longer what they were */
    async get(sha256: string): Promise<Uint8Array> {
      const bytes = await readFile(pathOf(sha256));
      if (!isWhole(bytes, sha256)) {
        throw new Error(`the stored file ${sha256} has been damaged`);
      }
      return bytes;
    },
  };
};
export type DocumentStore = ReturnType<typeof createDocumentStore>;
