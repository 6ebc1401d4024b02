import { describe, expect, test } from 'vitest';
import type { DraftSource } from '../../domain/paper-source.ts';
import { figuresOfYear } from '../../domain/summary/figures-of-year.ts';
import type { PaperStage } from '../../documents/paper.ts';
import { paperOf } from '../../documents/paper-of.ts';
import { renderDocx, renderPdf } from '../../documents/render.ts';
import { checks2024, tasks2024, text2024 } from '../support/year-2024.ts';
import { canReadPdf, readDocx, readDocxPart, readPdfPages } from './paper-text.ts';
import { amendmentOf, office, yearReport } from './summary-fixture.ts';

const ISSUED = {
  'plan-amendment': { number: 121, date: '2024-07-15' },
  'year-report': { number: 214, date: '2024-12-12' },
} as const;
const issuedAs = (kind: string) =>
  kind === 'plan-amendment' || kind === 'year-report' ? ISSUED[kind] : { number: null, date: null };

const make = (source: DraftSource, stage: PaperStage = 'final', facts = office) =>
  paperOf(source, facts, { stage, confirmedAt: null, ...issuedAs(source.kind) });
const textOf = async (source: DraftSource, facts = office): Promise<string> =>
  readDocx(await renderDocx(make(source, 'final', facts)));

const printed: readonly [string, DraftSource][] = [
  ['plan-amendment', amendmentOf()],
  ['year-report', yearReport()],
];

describe('the approved text', () => {
  test.each(printed)('the DOCX of %s reads as approved', async (kind, source) => {
    const docx = await renderDocx(make(source));
    const heads = ['word/header1.xml', 'word/header2.xml'].map((part) => readDocxPart(docx, part));
    await expect(`${heads.join('')}${readDocx(docx)}`).toMatchFileSnapshot(
      `../approved/${kind}-final.docx.txt`,
    );
  });

  test.runIf(canReadPdf).each(printed)('the PDF of %s reads as approved', async (kind, source) => {
    const pages = readPdfPages(await renderPdf(make(source)));
    const text = pages.map((page, at) => `=== page ${String(at + 1)}\n${page}`).join('');
    await expect(text).toMatchFileSnapshot(`../approved/${kind}-final.pdf.txt`);
  });
});

describe('the amendment', () => {
  test('names units as they were called, and each change with its own day', async () => {
    const text = await textOf(amendmentOf());
    expect(text).toContain('Đội công tác số 3 (cũ)');
    expect(text).toContain('01/8/2024');
    expect(text).toContain('15/7/2024');
    expect(text).toContain('Chỉ tiêu Quý IV');
  });

  test('a unit that the office does not know is refused', () => {
    expect(() => make(amendmentOf(), 'final', { ...office, otherUnits: [] })).toThrow(
      expect.objectContaining({ code: 'unknown-reference', place: '/changes/0/from' }),
    );
  });
});

describe("the year's report", () => {
  test('is addressed to those above, who stand at its end as above', async () => {
    const text = await textOf(yearReport());
    expect(text).toContain('Kính gửi:');
    expect(text).toContain('Lãnh đạo Công an tỉnh Nghệ An;');
    expect(text).toContain('Như trên');
    expect(text.match(/Phòng Tham mưu Công an tỉnh Nghệ An/g)).toHaveLength(1);
    expect(text).not.toContain('để thực hiện');
  });

  test('says the counts that the figures give', async () => {
    const text = await textOf(yearReport());
    expect(text).toContain('10 chỉ tiêu, trong đó vượt 05, đạt 04, không đạt 01.');
    expect(text).toContain('Tổng điểm tự chấm 94,5/100 điểm; điểm thẩm định 92/100 điểm.');
  });

  test('a missing figure is said to be missing and never nought', async () => {
    const figures = figuresOfYear(tasks2024, checks2024.slice(0, 3));
    const text = await textOf(yearReport(figures));
    expect(text).toContain('không đạt 10 (có 10 chỉ tiêu chưa có số liệu)');
    expect(text).toContain('chưa có số liệu');
    expect(text).not.toContain('thực hiện 0');
  });

  test('says what is carried on and why', async () => {
    const carriedOver = [{ taskId: 'NV4', reason: 'Đổi đơn vị chủ trì.' }];
    const figures = figuresOfYear(tasks2024, checks2024, { carriedOver, said: [] });
    const text = await textOf(yearReport(figures));
    expect(text).toContain('Nhiệm vụ chuyển sang năm 2025:');
    expect(text).toContain('lý do: Đổi đơn vị chủ trì.');
  });

  test('without scores, pledges or dialogue it says so', async () => {
    const bare = { scores: null, pledges: null, dialogue: null, openQuestions: [] } as const;
    const text = await textOf(yearReport({ ...bare, registration: null }));
    expect(text).toContain('Năm 2024 đơn vị chưa chấm điểm theo bảng tiêu chí.');
    expect(text).toContain('Trong năm không ghi nhận câu hỏi, kiến nghị qua đối thoại.');
    expect(text).not.toContain('Ký giao ước');
  });

  test('names whom it commends, or how many', async () => {
    const commendations = {
      collectives: [{ unitId: 'T-1', form: 'Giấy khen' }],
      individuals: [
        { personId: 'P-04', form: 'Giấy khen' },
        { name: 'Thiếu tá Nháp', form: 'Bằng khen' },
      ],
    };
    const text = await textOf(yearReport({ summary: { ...text2024, commendations } }));
    expect(text).toContain('01 tập thể, 02 cá nhân');
    expect(text).toContain('Đội công tác số 1 (Giấy khen)');
    expect(text).toContain('Thiếu tá Phạm Giả Định, Đội trưởng Đội công tác số 1 (Giấy khen)');
    expect(await textOf(yearReport())).toContain('khen thưởng 02 tập thể, 03 cá nhân');
  });
});
