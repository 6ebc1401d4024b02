import { readFile } from 'node:fs/promises';
import type { PaperBlocks } from '../../../documents/blocks.ts';
import { drawPdf } from '../../../documents/pdf.ts';

interface Input {
  readonly blocks: readonly PaperBlocks[];
}

export const openEngine = async (file: string) => {
  const { blocks } = JSON.parse(await readFile(file, 'utf8')) as Input;
  return { count: blocks.length, draw: (nth: number) => drawPdf(blocks[nth]!) };
};
