import { describe, expect, test } from 'vitest';
import { paperOf } from '../../documents/paper-of.ts';
import type { PaperStage } from '../../documents/paper.ts';
import { previewPaper, renderDocx, renderPdf } from '../../documents/render.ts';
import type { PaperSource } from '../../domain/paper-source.ts';
import { checkedOffice, checkSheet, quarterReport } from './check-fixture.ts';
import { canReadPdf, readDocx, readPdfPages } from './paper-text.ts';

const NUMBERED: Partial<Record<PaperStage, true>> = { final: true, 'working-copy': true };
const report: PaperSource = { kind: 'quarter-report', content: quarterReport };
const sheet: PaperSource = { kind: 'check-sheet', content: checkSheet };

const make = (source: PaperSource, stage: PaperStage = 'final') =>
  paperOf(source, checkedOffice, {
    stage,
    number: NUMBERED[stage] ? 103 : null,
    date: NUMBERED[stage] ? '2024-06-20' : null,
    confirmedAt: null,
  });
const textOf = async (source: PaperSource): Promise<string> =>
  readDocx(await renderDocx(make(source)));

const printed: readonly [string, PaperSource, PaperStage][] = [
  ['quarter-report', report, 'final'],
  ['check-sheet', sheet, 'for-signature'],
];

describe('the approved text', () => {
  test.each(printed)('the DOCX of %s reads as approved', async (kind, source, stage) => {
    await expect(readDocx(await renderDocx(make(source, stage)))).toMatchFileSnapshot(
      `../approved/${kind}-${stage}.docx.txt`,
    );
  });

  test.runIf(canReadPdf).each(printed)(
    'the PDF of %s reads as approved',
    async (kind, source, stage) => {
      const pages = readPdfPages(await renderPdf(make(source, stage)));
      await expect(pages.join('\f')).toMatchFileSnapshot(`../approved/${kind}-${stage}.pdf.txt`);
    },
  );

  test.each(printed)('the preview of %s is the approved fragment', async (kind, source) => {
    const html = previewPaper(make(source, 'draft')).replaceAll('><', '>\n<');
    await expect(html).toMatchFileSnapshot(`../approved/${kind}-draft.preview.txt`);
  });
});

describe('a quarter’s report', () => {
  test('counts its grades, and says how late the check was', async () => {
    const text = await textOf(report);
    expect(text).toContain('vượt 01; đúng tiến độ 01; chậm tiến độ 01; chưa có số liệu 01');
    expect(text).toContain('chậm 04 ngày so với ngày dự kiến 14/6/2024');
  });

  test('never prints a missing figure as nought', async () => {
    const text = await textOf(report);
    expect(text).toContain('Mức độ hài lòng: chưa có số liệu (chỉ tiêu quý: 90%)');
  });

  test('looks ahead to the next quarter, and from the last to the next year', async () => {
    expect(await textOf(report)).toContain('NHIỆM VỤ QUÝ III');
    const last: PaperSource = {
      kind: 'quarter-report',
      content: { ...quarterReport, quarter: 'Q4' },
    };
    expect(await textOf(last)).toContain('NHIỆM VỤ NĂM 2025');
  });

  test('is addressed to the leadership above, which stands among the recipients as "as above"', async () => {
    const text = await textOf(report);
    expect(text).toContain('Kính gửi: Giám đốc Công an tỉnh Nghệ An.');
    expect(text).toMatch(/Nơi nhận:\n- Như trên;\n- Phòng Tham mưu Công an tỉnh/);
  });

  test('lists the work that was given, and what of it is overdue', async () => {
    const text = await textOf(report);
    expect(text).toContain('(Đội công tác số 2, hạn ngày 27/3/2024): đang thực hiện, quá hạn');
  });
});

test('a sheet without findings says so', async () => {
  const clean = { ...checkSheet, findings: [], remedyDueOn: null };
  const text = await textOf({ kind: 'check-sheet', content: clean });
  expect(text.match(/Không có\./g)).toHaveLength(2);
});
