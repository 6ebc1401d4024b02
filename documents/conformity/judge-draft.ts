import type { Conformity } from '../../domain/conformity.ts';
import type { Paper } from '../paper-of.ts';
import { renderDocx, renderPdf } from '../render-aside.ts';
import { formJudge } from './judge-once.ts';

/** The form of both files of a draft, as they would be drawn now. */
export const judgeDraft = async (
  paper: Paper,
  template: string | null,
): Promise<{ readonly pdf: Conformity; readonly docx: Conformity }> => ({
  pdf: await formJudge.judgeDrawn(await renderPdf(paper, template)),
  docx: await formJudge.judgeDrawn(await renderDocx(paper, template)),
});
