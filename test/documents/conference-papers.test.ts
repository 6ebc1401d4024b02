import { describe, expect, test } from 'vitest';

import type { PaperSource } from '../../domain/paper-source.ts';
import { paperOf } from '../../documents/paper-of.ts';
import type { PaperStage } from '../../documents/paper.ts';
import { previewPaper, renderDocx, renderPdf } from '../../documents/render.ts';
import {
  attendanceSheet,
  cancellation,
  conclusion,
  invitation,
  minutes,
  programme,
  replacing,
  summaryMinutes,
  summons,
} from './conference-fixture.ts';
import { canReadPdf, letters, readDocx, readPdfPages } from './paper-text.ts';
import { dating, office } from './registration-fixture.ts';

const make = (source: PaperSource, stage: PaperStage = 'final') =>
  paperOf(source, office, dating(stage));
const textOf = async (source: PaperSource, stage: PaperStage = 'final') =>
  readDocx(await renderDocx(make(source, stage)));

const printed: readonly [string, PaperSource, PaperStage][] = [
  ['invitation', invitation(), 'final'],
  ['invitation-replacing', replacing, 'for-signature'],
  ['summons', summons(), 'final'],
  ['conference-cancellation', cancellation, 'final'],
  ['minutes', minutes(), 'final'],
  ['minutes-summary', summaryMinutes, 'for-signature'],
  ['conclusion', conclusion, 'final'],
  ['programme', programme, 'final'],
  ['attendance-sheet', attendanceSheet, 'for-signature'],
];

describe('the approved text', () => {
  test.each(printed)('the DOCX of %s reads as approved (%#)', async (name, source, stage) => {
    await expect(await textOf(source, stage)).toMatchFileSnapshot(
      `../approved/${name}-${stage}.docx.txt`,
    );
  });

  test.runIf(canReadPdf).each(printed)(
    'the PDF of %s reads as approved (%#)',
    async (name, source, stage) => {
      const pages = readPdfPages(await renderPdf(make(source, stage)));
      const text = pages.map((page, at) => `=== page ${String(at + 1)}\n${page}`).join('');
      await expect(text).toMatchFileSnapshot(`../approved/${name}-${stage}.pdf.txt`);
    },
  );

  test('the attendance sheet has the leaders first, then the units in the order of the office', () => {
    const people = office.people.toReversed();
    const sheet = paperOf(attendanceSheet, { ...office, people }, dating('for-signature'));
    if (sheet.kind !== 'attendance-sheet') throw new Error('another paper');
    const units = sheet.rows.map(({ position }) =>
      office.units.findIndex(({ name }) => position.endsWith(`, ${name}`)),
    );
    const own = units.slice(units.lastIndexOf(-1) + 1);
    expect(new Set(own).size).toBeGreaterThan(1);
    expect(own).toEqual(own.toSorted((left, right) => left - right));
    expect(sheet.rows[units.lastIndexOf(-1)]?.position).toMatch(/Trưởng phòng/);
  });

  test('the preview of minutes is the approved fragment', async () => {
    const html = previewPaper(make(minutes(), 'draft')).replaceAll('><', '>\n<');
    await expect(html).toMatchFileSnapshot('../approved/minutes-draft.preview.txt');
  });
});

describe('minutes', () => {
  test('have no place and date in their head, and end with the hour at which the conference did', async () => {
    const text = letters(await textOf(minutes()));
    expect(text).not.toContain(letters('Nghệ An, ngày'));
    expect(text).toContain(
      letters('Hội nghị kết thúc vào 16 giờ 00 phút, ngày 17 tháng 4 năm 2024./.'),
    );
  });

  test('are signed by the secretary on the left and the chair on the right, recipients below', async () => {
    const text = letters(await textOf(minutes()));
    const places = ['THƯ KÝ', 'CHỦ TỌA', 'Nơi nhận:', 'Lưu: VT, TH, Hồ sơ'].map((words) =>
      text.lastIndexOf(letters(words)),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
  });

  test('number their parts without a gap where nothing was signed or asked', async () => {
    const text = letters(await textOf(summaryMinutes));
    expect(text).toContain(letters('I. KHAI MẠC'));
    expect(text).toContain(letters('II. KẾT LUẬN CỦA CHỦ TỌA'));
    expect(text).not.toContain(letters('ĐỐI THOẠI'));
  });

  test('print the confirmation of a paper that was confirmed in the system', async () => {
    const confirmedAt = '2024-04-17T16:30:00+07:00';
    const paper = paperOf(minutes(), office, { ...dating('final'), confirmedAt });
    expect(letters(readDocx(await renderDocx(paper)))).toContain(letters('lúc 16:30, 17/4/2024'));
  });
});

test('a conference without a programme sends none and says nothing of one', async () => {
  const bare = invitation();
  if (bare.kind !== 'invitation') throw new Error('an invitation');
  const conference = { ...bare.content.conference, agenda: [] };
  const text = await textOf(invitation({ conference }));
  expect(text).not.toContain('Chương trình');
});

test('an invitation that replaces another one names number, date and reason', async () => {
  expect(letters(await textOf(replacing))).toContain(
    letters(
      'Giấy mời này thay thế Giấy mời số 62/GM-ANNĐ ngày 10 tháng 4 năm 2024, do Hội trường được dùng cho việc đột xuất.',
    ),
  );
});
