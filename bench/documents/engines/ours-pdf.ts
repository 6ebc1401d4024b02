import type { PaperBlocks } from '../../../documents/blocks.ts';
import { drawPdf } from '../../../documents/pdf.ts';

export const draw = ({ blocks }: { blocks: PaperBlocks }) => drawPdf(blocks);
