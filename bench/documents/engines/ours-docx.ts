import type { PaperBlocks } from '../../../documents/blocks.ts';
import { writeDocx } from '../../../documents/docx.ts';

export const draw = ({ blocks }: { blocks: PaperBlocks }) => writeDocx(blocks);
