import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';

import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { previewPaper, renderPaper, renderPdf } from '../../documents/render.ts';
import type { PaperStage } from '../../documents/paper.ts';
import type { PlanPaper } from '../../documents/plan-paper.ts';
import { canReadPdf, letters, readDocx, readDocxPart, readPdfPages } from './paper-text.ts';
import { plan2024 } from './plan-fixture.ts';

const STAGES = ['draft', 'for-signature', 'final', 'working-copy'] as const;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the approved text of the plan', () => {
  test.each(STAGES)('the DOCX at stage %s reads as approved', async (stage) => {
    const { docx } = await renderPaper(plan2024(stage));
    const heads = ['word/header1.xml', 'word/header2.xml'].map((part) => readDocxPart(docx, part));
    await expect(`${heads.join('')}${readDocx(docx)}`).toMatchFileSnapshot(
      `../approved/plan-${stage}.docx.txt`,
    );
  });

  test.runIf(canReadPdf).each(STAGES)('the PDF at stage %s reads as approved', async (stage) => {
    const pages = readPdfPages(await renderPdf(plan2024(stage)));
    const text = pages.map((page, at) => `=== page ${String(at + 1)}\n${page}`).join('');
    await expect(text).toMatchFileSnapshot(`../approved/plan-${stage}.pdf.txt`);
  });

  test('the preview is the approved fragment', async () => {
    const html = previewPaper(plan2024('draft')).replaceAll('><', '>\n<');
    await expect(html).toMatchFileSnapshot('../approved/plan-draft.preview.txt');
  });
});

describe('the stages', () => {
  test('only a draft carries the watermark, in every header of the DOCX', async () => {
    for (const stage of STAGES) {
      const { docx } = await renderPaper(plan2024(stage));
      const headers = Object.keys(unzipSync(docx)).filter((name) =>
        /^word\/header\d+\.xml$/.test(name),
      );
      const marked = headers.filter((name) =>
        Buffer.from(unzipSync(docx)[name] ?? [])
          .toString('utf8')
          .includes('DỰ THẢO'),
      );
      expect(marked).toHaveLength(stage === 'draft' ? headers.length : 0);
      expect(headers.length).toBeGreaterThanOrEqual(2);
    }
  });

  test.runIf(canReadPdf)(
    'only a draft carries the watermark, on every page of the PDF',
    async () => {
      for (const stage of STAGES) {
        const pages = readPdfPages(await renderPdf(plan2024(stage)));
        const marked = pages.filter((page) => letters(page).includes('DỰTHẢO'));
        expect(marked).toHaveLength(stage === 'draft' ? pages.length : 0);
      }
    },
  );

  const holes: readonly [PaperStage, Partial<PlanPaper['head']>][] = [
    ['final', { number: null }],
    ['final', { date: null }],
    ['working-copy', { number: null }],
    ['final', { number: '' }],
  ];
  test.each(holes)('a paper at stage %s with %o is refused', async (stage, hole) => {
    const paper = plan2024(stage);
    await expect(renderPdf({ ...paper, head: { ...paper.head, ...hole } })).rejects.toThrow(
      /plan\.hbs:2 head\.(numberAndSymbol|date): missing-value/,
    );
  });

  test('a confirmation in the system is printed in place of the signature', async () => {
    const paper = plan2024('final');
    const confirmation = 'Đã xác nhận trên hệ thống lúc 10:00 ngày 15/01/2024';
    const { docx } = await renderPaper({
      ...paper,
      signature: { ...paper.signature, confirmation },
    });
    expect(readDocx(docx)).toContain(`TRƯỞNG PHÒNG\n${confirmation}\nThượng tá Nguyễn Văn Mẫu`);
  });
});

describe('equal papers are equal bytes', () => {
  test('a draft too, whose watermark the library names by chance', async () => {
    const [first, second] = [
      await renderPaper(plan2024('draft')),
      await renderPaper(plan2024('draft')),
    ];
    expect(sha256(second.docx)).toBe(sha256(first.docx));
  });

  test('two renders in one process, with another paper between them', async () => {
    const first = await renderPaper(plan2024('final'));
    await renderPaper(plan2024('draft'));
    const second = await renderPaper(plan2024('final'));
    expect(sha256(second.pdf)).toBe(sha256(first.pdf));
    expect(sha256(second.docx)).toBe(sha256(first.docx));
  });

  test('a render in another process, in another time zone', async () => {
    const script = `
      const { renderPaper } = await import('./documents/render.ts');
      const { plan2024 } = await import('./test/documents/plan-fixture.ts');
      const { createHash } = await import('node:crypto');
      const { pdf, docx } = await renderPaper(plan2024('final'));
      const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
      console.log(sha256(pdf), sha256(docx));`;
    const printed = execFileSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      { encoding: 'utf8', env: { ...process.env, TZ: 'Pacific/Auckland' } },
    );
    const { pdf, docx } = await renderPaper(plan2024('final'));
    expect(printed.trim()).toBe(`${sha256(pdf)} ${sha256(docx)}`);
  });
});

describe('text can be searched and copied', () => {
  test.runIf(canReadPdf)('the 2nd and the 10th paper of a process extract exactly', async () => {
    const expected = readPdfPages(await renderPdf(plan2024('final')));
    expect(letters(expected.join(''))).toContain('CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM');
    for (let count = 2; count <= 10; count += 1) {
      const pdf = await renderPdf(plan2024(count % 2 === 0 ? 'final' : 'draft'));
      if (count === 2 || count === 10) expect(readPdfPages(pdf)).toEqual(expected);
    }
  });

  test('decomposed letters come out composed, in the same bytes', async () => {
    const paper = plan2024('final');
    const subject = paper.subject.normalize('NFD');
    expect(subject).not.toBe(paper.subject);
    const [composed, decomposed] = [
      await renderPaper(paper),
      await renderPaper({ ...paper, subject }),
    ];
    expect(sha256(decomposed.pdf)).toBe(sha256(composed.pdf));
    expect(sha256(decomposed.docx)).toBe(sha256(composed.docx));
  });
});

describe('values are never markup', () => {
  const probe = 'Mẫu *A* **B** | <b>x</b> & "q" \'r\' {{so}} <script>1</script> # 1';
  const hostile: PlanPaper = {
    ...plan2024('final'),
    subject: probe,
    bases: [probe],
    purpose: probe,
    requirements: [`${probe}\n${probe}`],
    solutions: [probe],
    funding: probe,
    units: [probe],
    recipients: [probe],
    coordinatingUnitName: probe,
    taskGroups: [
      {
        domainName: probe,
        tasks: [
          {
            ordinal: 1,
            title: probe,
            product: probe,
            lead: probe,
            coordinating: [probe],
            indicators: [],
          },
        ],
      },
    ],
    signature: { lines: ['TRƯỞNG PHÒNG'], signer: probe, confirmation: probe },
  };
  const times = (text: string): number => letters(text).split(letters(probe)).length - 1;

  test('in the DOCX they come out letter for letter', async () => {
    const { docx } = await renderPaper(hostile);
    // Lead stands once in the body, once in the table; domain and title likewise; the coordinator
    // stands three times; a value with a line break is two lines.
    expect(times(readDocx(docx))).toBe(22);
  });

  test.runIf(canReadPdf)('in the PDF they come out letter for letter', async () => {
    expect(times(readPdfPages(await renderPdf(hostile)).join(''))).toBe(22);
  });

  test('in the preview they are escaped', () => {
    const html = previewPaper(hostile);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;1&lt;/script&gt;');
    expect(html).not.toMatch(/ style=| on\w+=/);
  });
});
