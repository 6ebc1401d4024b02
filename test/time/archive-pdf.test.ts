// Every kind of paper is PDF/A-2b, in which an office may archive it. Here, because it needs Java too.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { renderPdf } from '../../documents/render.ts';
import { EVERY_KIND, paperWithUnits } from '../documents/every-kind.ts';
import { plan2024 } from '../documents/plan-fixture.ts';
import { findVeraPdf, judgeArchivePdfs } from '../support/verapdf.ts';

const veraPdf = await findVeraPdf();
const folder = mkdtempSync(join(tmpdir(), 'reform-archive-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const withMark = (paper: ReturnType<typeof plan2024>) => ({
  ...paper,
  head: { ...paper.head, proofAddress: 'https://cchc.phong.example/verify/7K3QZ9XW2MPA4TBV' },
});
const HOSTILE = 'Kết quả "A & B" <x> &lt; \u0001 ]]> Ô';

test.runIf(veraPdf !== null)(
  'every kind of paper passes PDF/A-2b, drafts and titles with marks of XML too',
  { timeout: 120_000 },
  async () => {
    const papers = [
      ...EVERY_KIND.map((kind) => [kind, paperWithUnits(kind, 8)] as const),
      ['draft', paperWithUnits('year-report', 8, 'draft')] as const,
      ['working-copy', paperWithUnits('letter', 8, 'working-copy')] as const,
      ['proof-mark', withMark(plan2024('final'))] as const,
      ['hostile-title', { ...paperWithUnits('attendance-sheet', 1), subject: HOSTILE }] as const,
    ];
    const files = [];
    for (const [name, paper] of papers) {
      const file = join(folder, `${name}.pdf`);
      writeFileSync(file, await renderPdf(paper));
      files.push(file);
    }
    const wanted = Object.fromEntries(papers.map(([name]) => [`${name}.pdf`, 'PASS']));
    expect(await judgeArchivePdfs(veraPdf ?? '', files)).toEqual(wanted);
  },
);
