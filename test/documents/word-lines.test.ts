// The docx library lays its documents out as Word does, from measurements of Word: the nearest thing to it
// that runs here.
import { expect, test } from 'vitest';
import { countEqual, ourPages, wordPages } from '../../bench/paper-lines.ts';
import { buildPaper } from '../../documents/paper-blocks.ts';
import { EVERY_KIND, paperWithUnits } from './every-kind.ts';

test.each(EVERY_KIND)('%s has the pages and the lines that Word makes of the DOCX', (kind) => {
  const paper = buildPaper(paperWithUnits(kind, 1));
  const ours = ourPages(paper);
  const { pages, stoppedAt } = wordPages(paper);
  expect(stoppedAt).toBeNull();
  expect(ours).toHaveLength(pages.length);
  const { equal, all } = countEqual(ours, pages);
  expect(all).toBeGreaterThan(2);
  expect(equal).toBe(all);
});
