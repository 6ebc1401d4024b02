import type PDFDocument from 'pdfkit';

import { PAGE } from './format.ts';
import type { Page, Sheet } from './layout-pages.ts';

type Outline = PDFKit.PDFOutline;

/** Shorter papers are seen at a glance; viewers would open an empty-looking pane beside them. */
const OUTLINE_FROM_PAGES = 3;

/** Bookmarks of a long paper: its headings, those of the second level under those of the first. */
export const createOutline = (pdf: InstanceType<typeof PDFDocument>, pageCount: number) => {
  let heading: Outline | null = null;
  /** Of the page that is being drawn. */
  const addPage = (page: Page, sheet: Sheet): void => {
    if (pageCount < OUTLINE_FROM_PAGES) return;
    for (const { box, y } of page) {
      if (!box.bookmark) continue;
      const { title, level } = box.bookmark;
      // pdfkit counts `left` from the right edge.
      const options = { left: sheet.width, top: PAGE.marginTop + y };
      if (level === 2 && heading) heading.addItem(title, options);
      else heading = pdf.outline.addItem(title, options);
    }
  };
  return { addPage };
};
