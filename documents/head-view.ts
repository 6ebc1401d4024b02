import {
  blankNumber,
  formatBlankDate,
  formatNumberAndSymbol,
  formatPaperDate,
} from '../locale/papers.ts';
import type { FormHead, PaperHead, PaperStage } from './paper.ts';

interface HeadView {
  readonly parentName: string;
  readonly officeName: string;
  readonly placeName: string;
  readonly numberAndSymbol: string | null;
  readonly date: string | null;
}

// A final paper or working copy without number or date keeps null here, and the template refuses it.
export const viewHead = (head: PaperHead, stage: PaperStage): HeadView => {
  const names = {
    parentName: head.parentName,
    officeName: head.officeName,
    placeName: head.placeName,
  };
  if (stage === 'draft' || stage === 'for-signature') {
    const blank = stage === 'draft' ? 'dots' : 'room';
    return {
      ...names,
      numberAndSymbol: formatNumberAndSymbol(blankNumber(blank), head.symbol),
      date: formatBlankDate(blank, head.date?.slice(0, 4) ?? null),
    };
  }
  return {
    ...names,
    numberAndSymbol: head.number ? formatNumberAndSymbol(head.number, head.symbol) : null,
    date: head.date ? formatPaperDate(head.date) : null,
  };
};

/** Whoever signs with the pen writes the day too, at every stage. */
export const viewFormHead = (head: FormHead, stage: PaperStage) => ({
  officeName: head.officeName,
  unitName: head.unitName,
  placeName: head.placeName,
  date: formatBlankDate(stage === 'draft' ? 'dots' : 'room', head.date?.slice(0, 4) ?? null),
});
