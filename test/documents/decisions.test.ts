import { describe, expect, test } from 'vitest';
import { postInOffice } from '../../documents/decision-paper.ts';
import { paperOf } from '../../documents/paper-of.ts';
import type { PaperStage } from '../../documents/paper.ts';
import { previewPaper, renderDocx, renderPdf } from '../../documents/render.ts';
import type { DraftSource } from '../../domain/paper-source.ts';
import { checkTeam, commendation } from './decision-fixture.ts';
import { canReadPdf, readDocx, readPdfPages } from './paper-text.ts';
import { office } from './registration-fixture.ts';

const NUMBERED: Partial<Record<PaperStage, true>> = { final: true };

const make = (source: DraftSource, stage: PaperStage = 'final') =>
  paperOf(source, office, {
    stage,
    number: NUMBERED[stage] ? 88 : null,
    date: NUMBERED[stage] ? '2024-06-05' : null,
    confirmedAt: null,
  });
const textOf = async (source: DraftSource): Promise<string> =>
  readDocx(await renderDocx(make(source)));

const printed: readonly [string, DraftSource, PaperStage][] = [
  ['check-team-decision', checkTeam(), 'final'],
  ['check-team-decision', checkTeam(), 'for-signature'],
  ['commendation-decision', commendation(), 'final'],
];

describe('the approved text', () => {
  test.each(printed)('the DOCX of %s reads as approved (%#)', async (kind, source, stage) => {
    await expect(readDocx(await renderDocx(make(source, stage)))).toMatchFileSnapshot(
      `../approved/${kind}-${stage}.docx.txt`,
    );
  });

  test.runIf(canReadPdf).each(printed)(
    'the PDF of %s reads as approved (%#)',
    async (kind, source, stage) => {
      const pages = readPdfPages(await renderPdf(make(source, stage)));
      await expect(pages.join('\f')).toMatchFileSnapshot(`../approved/${kind}-${stage}.pdf.txt`);
    },
  );

  test('the preview of a draft is the approved fragment', async () => {
    const html = previewPaper(make(checkTeam(), 'draft')).replaceAll('><', '>\n<');
    await expect(html).toMatchFileSnapshot('../approved/check-team-decision-draft.preview.txt');
  });
});

// Decree 30/2020, sample 1.2.
describe('a decision', () => {
  test('names under its subject by whose authority it is issued', async () => {
    expect(await textOf(checkTeam())).toContain('\nTRƯỞNG PHÒNG AN NINH NỘI ĐỊA\nCăn cứ chức năng');
    expect(postInOffice('Trưởng phòng', 'Phòng An ninh nội địa')).toBe(
      'Trưởng phòng An ninh nội địa',
    );
    expect(postInOffice('Giám đốc', 'Công an tỉnh')).toBe('Giám đốc Công an tỉnh');
    expect(postInOffice('Trưởng phòng Tham mưu', 'Phòng Tham mưu')).toBe('Trưởng phòng Tham mưu');
    expect(postInOffice('Trưởng ban', 'Phòng Tham mưu')).toBe('Trưởng ban Phòng Tham mưu');
  });

  test('rests last on what the unit that drafts proposes, unless its head signs it', async () => {
    expect(await textOf(checkTeam())).toContain(
      'Theo đề nghị của Đội trưởng Đội Tham mưu - Tổng hợp.',
    );
    const signer = { personId: 'P-03', capacity: 'TL.' } as const;
    expect(await textOf(checkTeam({ signer }))).not.toContain('Theo đề nghị');
  });

  test('ends where its third article ends, and goes to whom that names', async () => {
    const text = await textOf(checkTeam());
    expect(text).toMatch(/Điều 3\. .* chịu trách nhiệm thi hành Quyết định này\.\/\./);
    expect(text).toContain('- Như Điều 3;');
  });
});

describe('the decision on the check team', () => {
  test('of the whole year names no quarter, and of one day no second', async () => {
    const text = await textOf(checkTeam({ quarter: null, to: '2024-06-10' }));
    expect(text).toContain('Thành lập Tổ kiểm tra công tác cải cách hành chính năm 2024, gồm');
    expect(text).toContain('Thời gian kiểm tra: ngày 10/6/2024.');
  });

  test('whoever has left their post is refused at their place in the team', () => {
    const team = [{ personId: 'P-99', role: 'head' }] as const;
    expect(() => make(checkTeam({ team }))).toThrow(
      expect.objectContaining({ code: 'unknown-reference', place: '/team/0/personId' }),
    );
  });
});

describe('the decision on commendations', () => {
  test('says the form once where all get the same, else in the list alone', async () => {
    expect(await textOf(commendation())).toContain(
      'Điều 1. Tặng Giấy khen cho 02 tập thể và 03 cá nhân đã có thành tích',
    );
    const collectives = [{ unitId: 'T-1', form: 'Bằng khen' }];
    expect(await textOf(commendation({ collectives }))).toContain(
      'Điều 1. Khen thưởng 01 tập thể và 03 cá nhân đã có thành tích',
    );
  });

  test('lists only units, or only people, where it commends no others', async () => {
    const units = await textOf(commendation({ individuals: [] }));
    expect(units).toContain('cho 02 tập thể đã có thành tích');
    expect(units).not.toContain('CÁ NHÂN\n');
    const people = await textOf(commendation({ collectives: [] }));
    expect(people).toContain('cho 03 cá nhân đã có thành tích');
    expect(people).toContain('Thiếu tá Phạm Giả Định');
  });
});
