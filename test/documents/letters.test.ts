import { expect, test } from 'vitest';
import { layOutLetterhead } from '../../documents/layout-head.ts';
import { paperOf } from '../../documents/paper-of.ts';
import type { PaperStage } from '../../documents/paper.ts';
import { previewPaper, renderDocx, renderPdf } from '../../documents/render.ts';
import type { DraftSource } from '../../domain/paper-source.ts';
import { NO_ADDRESSEES } from '../../domain/recipients.ts';
import { correction, officeWithSuperior, plainPaper, recall, SOME } from './letter-fixture.ts';
import { canReadPdf, readDocx, readPdfPages } from './paper-text.ts';

const NUMBERED: Partial<Record<PaperStage, true>> = { final: true, 'working-copy': true };

const make = (source: DraftSource, stage: PaperStage = 'final') =>
  paperOf(source, officeWithSuperior, {
    stage,
    number: NUMBERED[stage] ? 71 : null,
    date: NUMBERED[stage] ? '2024-05-10' : null,
    confirmedAt: null,
  });

const printed: readonly [string, DraftSource, PaperStage][] = [
  ['correction', correction(), 'final'],
  ['correction', correction(), 'for-signature'],
  ['recall', recall(), 'final'],
  ['letter', plainPaper('letter'), 'final'],
  ['notice', plainPaper('notice'), 'final'],
  ['report', plainPaper('report', 1), 'final'],
];

test.each(printed)(
  'the DOCX of the letter of %s reads as approved (%#)',
  async (kind, source, stage) => {
    await expect(readDocx(await renderDocx(make(source, stage)))).toMatchFileSnapshot(
      `../approved/${kind}-${stage}.docx.txt`,
    );
  },
);

test.runIf(canReadPdf).each(printed)(
  'the PDF of the letter of %s reads as approved (%#)',
  async (kind, source, stage) => {
    const pages = readPdfPages(await renderPdf(make(source, stage)));
    await expect(pages.join('\f')).toMatchFileSnapshot(`../approved/${kind}-${stage}.pdf.txt`);
  },
);

test.each([
  ['correction', correction()],
  ['recall', recall()],
])('the preview of the letter of %s is the approved fragment', async (kind, source) => {
  const html = previewPaper(make(source, 'draft')).replaceAll('><', '>\n<');
  await expect(html).toMatchFileSnapshot(`../approved/${kind}-draft.preview.txt`);
});

// Decree 30/2020, annex I, boxes 3, 5b, 9a and 9b, and sample 1.5.
test('an official letter has no type above its text: its subject stands under the number', async () => {
  const text = readDocx(await renderDocx(make(correction())));
  expect(text).toMatch(/Số: 71\/ANNĐ-TH\nV\/v đính chính Biên bản số 66\/BB-ANNĐ/);
  expect(text).not.toMatch(/CÔNG VĂN/);
});

test('several addressees have a line each, with a full stop after the last', async () => {
  const text = readDocx(await renderDocx(make(correction())));
  expect(text).toContain(
    'Kính gửi:\n- Phòng Tham mưu Công an tỉnh;\n- Đội công tác số 1;\n' +
      '- Hội Phụ nữ Phòng An ninh nội địa;\n- Ông Hồ Khách Mời.\n',
  );
});

test('one addressee stands behind the colon', async () => {
  const one = { ...NO_ADDRESSEES, unitIds: ['T-1'] };
  const text = readDocx(await renderDocx(make(correction(one))));
  expect(text).toContain('Kính gửi: Đội công tác số 1.\n');
});

test('all units of the office have a name together', async () => {
  const unitIds = officeWithSuperior.units.map(({ id }) => id);
  const text = readDocx(await renderDocx(make(correction({ ...SOME, unitIds }))));
  expect(text).toContain('- Các đội công tác, các tổ chức đoàn thể;\n');
});

test('who is written to is not listed a second time: "as above" stands for them', async () => {
  const text = readDocx(await renderDocx(make(recall())));
  expect(text).toContain('Nơi nhận:\n- Như trên;\n- Lưu: VT, TH.');
});

test('the subject is upright, smaller than the number and 6 points under it', () => {
  const letterhead = {
    kind: 'letterhead',
    parent: ['CÔNG AN TỈNH'],
    office: ['PHÒNG MẪU'],
    number: 'Số: 71/PM-TH',
    subject: ['V/v đính chính'],
    placeDate: 'Nghệ An, ngày 10 tháng 5 năm 2024',
  } as const;
  const lines = layOutLetterhead(letterhead, 460).cells[0]?.lines ?? [];
  expect(lines.at(-2)).toMatchObject({ size: 13, segments: [{ text: 'Số: 71/PM-TH' }] });
  expect(lines.at(-1)).toMatchObject({
    size: 12,
    gapBefore: 6,
    segments: [{ text: 'V/v đính chính', face: 'regular' }],
  });
});
