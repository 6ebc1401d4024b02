import { readFile } from 'node:fs/promises';
import type { PaperBlocks } from '../../../documents/blocks.ts';
import { writeDocx } from '../../../documents/docx.ts';

interface Input {
  readonly blocks: readonly PaperBlocks[];
}

export const openEngine = async (file: string) => {
  const { blocks } = JSON.parse(await readFile(file, 'utf8')) as Input;
  return { count: blocks.length, draw: (nth: number) => writeDocx(blocks[nth]!) };
};
