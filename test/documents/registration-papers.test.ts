import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import type { PaperSource, PrintedKind } from '../../domain/paper-source.ts';
import type { PaperStage } from '../../documents/paper.ts';
import { paperOf } from '../../documents/paper-of.ts';
import {
  localeText,
  localeVersion,
  previewPaper,
  renderDocx,
  renderPaper,
  renderPdf,
  templateText,
  templateVersion,
} from '../../documents/render.ts';
import { canReadPdf, letters, readDocx, readDocxPart, readPdfPages } from './paper-text.ts';
import {
  commitment,
  dating,
  form,
  office,
  ofTeam1,
  ofTeam2,
  ofWomensUnion,
  opening,
  result,
} from './registration-fixture.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const make = (source: PaperSource, stage: PaperStage = 'final') =>
  paperOf(source, office, dating(stage));

const textOf = async (source: PaperSource): Promise<string> =>
  readDocx(await renderDocx(make(source)));

const printed: readonly [string, PaperSource, PaperStage][] = [
  ['registration-opening', opening(), 'draft'],
  ['registration-opening', opening(), 'final'],
  ['registration-opening', opening({ issuedPlan: null, requirements: [] }), 'for-signature'],
  ['registration-result', result(), 'draft'],
  ['registration-result', result(), 'final'],
  ['registration-form', form(ofTeam1), 'for-signature'],
  ['commitment', commitment(ofTeam1), 'for-signature'],
];

describe('the approved text', () => {
  test.each(printed)('the DOCX of %s reads as approved (%#)', async (kind, source, stage) => {
    const docx = await renderDocx(make(source, stage));
    const heads = ['word/header1.xml', 'word/header2.xml'].map((part) => readDocxPart(docx, part));
    await expect(`${heads.join('')}${readDocx(docx)}`).toMatchFileSnapshot(
      `../approved/${kind}-${stage}.docx.txt`,
    );
  });

  test.runIf(canReadPdf).each(printed)(
    'the PDF of %s reads as approved (%#)',
    async (kind, source, stage) => {
      const pages = readPdfPages(await renderPdf(make(source, stage)));
      const text = pages.map((page, at) => `=== page ${String(at + 1)}\n${page}`).join('');
      await expect(text).toMatchFileSnapshot(`../approved/${kind}-${stage}.pdf.txt`);
    },
  );

  const previewed: readonly [string, PaperSource][] = [
    ['registration-opening', opening()],
    ['registration-result', result()],
    ['registration-form', form(ofWomensUnion)],
    ['commitment', commitment(ofTeam2)],
  ];
  test.each(previewed)('the preview of %s is the approved fragment', async (kind, source) => {
    const html = previewPaper(make(source, 'draft')).replaceAll('><', '>\n<');
    await expect(html).toMatchFileSnapshot(`../approved/${kind}-draft.preview.txt`);
  });
});

describe('what an approval binds', () => {
  const kinds: readonly PrintedKind[] = [
    'plan',
    'registration-opening',
    'registration-result',
    'registration-form',
    'commitment',
  ];

  test('the words of a plan are those with which plans were approved before there were other papers', () => {
    expect(localeVersion('plan')).toBe(
      'c24baac39301c4fe4fc04af4d5b9694da0fd8a45ff55dbf9a76a051e62b4722c',
    );
    expect(Object.keys(JSON.parse(localeText('plan').text) as object)).not.toContain(
      'registrationWords',
    );
  });

  test('other papers bind the words of registration as well', () => {
    for (const kind of kinds.slice(1)) {
      expect(localeText(kind).text).toContain('Bản đăng ký nhiệm vụ');
      expect(localeVersion(kind)).toBe(sha256(Buffer.from(localeText(kind).text)));
    }
  });

  test('each kind has a template of its own, with the hash of its text', () => {
    expect(new Set(kinds.map(templateVersion)).size).toBe(kinds.length);
    for (const kind of kinds) {
      const { text, sha256: version } = templateText(kind);
      expect(version).toBe(sha256(Buffer.from(text)));
      expect(version).toBe(templateVersion(kind));
    }
  });

  test('a notice is printed with the template that it was approved with', async () => {
    const pinned = templateText('registration-opening').text.replace('THÔNG BÁO', 'THÔNG BÁO CŨ');
    const docx = await renderDocx(make(opening()), pinned);
    expect(readDocx(docx)).toContain('THÔNG BÁO CŨ');
  });
});

describe('equal papers are equal bytes', () => {
  test('in another process, in another time zone', async () => {
    const script = `
      const { renderPaper } = await import('./documents/render.ts');
      const { paperOf } = await import('./documents/paper-of.ts');
      const made = await import('./test/documents/registration-fixture.ts');
      const { createHash } = await import('node:crypto');
      const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
      const { opening, result, form, commitment, ofTeam1 } = made;
      for (const source of [opening(), result(), form(ofTeam1), commitment(ofTeam1)]) {
        const paper = paperOf(source, made.office, made.dating('final'));
        const { pdf, docx } = await renderPaper(paper);
        console.log(sha256(pdf), sha256(docx));
      }`;
    const output = execFileSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      { encoding: 'utf8', env: { ...process.env, TZ: 'Pacific/Auckland' } },
    );
    const here: string[] = [];
    for (const source of [opening(), result(), form(ofTeam1), commitment(ofTeam1)]) {
      const { pdf, docx } = await renderPaper(make(source));
      here.push(`${sha256(pdf)} ${sha256(docx)}`);
    }
    expect(output.trim().split('\n')).toEqual(here);
  });
});

describe('the notice that opens registration', () => {
  test('names the plan as issued, or as a draft where there is none yet', async () => {
    const issued = await textOf(opening());
    expect(issued).toContain('Thực hiện Kế hoạch số 15/KH-ANNĐ ngày 15 tháng 01 năm 2024');
    const proposed = await textOf(opening({ issuedPlan: null }));
    expect(proposed).toContain('Trên cơ sở các nhiệm vụ dự kiến tại dự thảo Kế hoạch');
    expect(proposed).not.toContain('KH-ANNĐ');
  });

  test('says until the end of which day', async () => {
    expect(await textOf(opening())).toContain(
      'Từ ngày 16 tháng 01 năm 2024 đến hết ngày 05 tháng 02 năm 2024.',
    );
  });

  test('lists each of 80 units once, in order', async () => {
    const units = Array.from({ length: 80 }, (_, at) => ({
      id: `U-${String(at)}`,
      kind: 'team' as const,
      name: `Đội mẫu ${String(at + 1)}`,
      abbreviation: `M${String(at)}`,
    }));
    const facts = { ...office, units };
    const source = opening({ unitIds: units.map(({ id }) => id) });
    const text = readDocx(await renderDocx(paperOf(source, facts, dating('final'))));
    expect(text).toContain('Có 80 đơn vị đăng ký nhiệm vụ: Đội mẫu 1; Đội mẫu 2;');
    expect(text.match(/Đội mẫu \d+/g)).toEqual(units.map(({ name }) => name));
  });
});

describe('the notice of the result', () => {
  test('counts units, and a task of several units once', async () => {
    const text = await textOf(result());
    expect(text).toContain('Có 03/05 đơn vị đăng ký nhiệm vụ, với 03 nhiệm vụ');
    expect(text).toContain('Đăng ký sau thời hạn: 01 đơn vị (Đội công tác số 2).');
    expect(text).toContain('3. Đội công tác số 2 (đăng ký chậm)');
  });

  test('a reason for declining of several lines stays in its item', async () => {
    const text = await textOf(
      result({}, { declineReasons: { 'reason-1': 'Dòng một\nDòng hai.' } }),
    );
    expect(text).toContain('lý do: Dòng một\nDòng hai.\n');
  });

  test('where all declined there is no annex, and no number of tasks', async () => {
    const entries = result().content.entries.map((entry) => ({
      ...entry,
      standing: 'declined' as const,
      version: null,
      isLate: false,
      declineReasonId: 'reason-1',
    }));
    const text = await textOf(result({ entries, sharedTasks: [] }, { registrations: [] }));
    expect(text).toContain('Có 00/05 đơn vị đăng ký nhiệm vụ.');
    expect(text).toContain('Có 05 đơn vị không đăng ký');
    expect(text).not.toContain('Phụ lục');
  });

  test('nobody declined, nobody missing, no shared task: the paper says so', async () => {
    const entries = result().content.entries.slice(0, 3);
    const text = await textOf(result({ entries, sharedTasks: [] }));
    expect(text.match(/^Không có\.$/gm)).toHaveLength(3);
    expect(text).toContain('Có 03/03 đơn vị đăng ký nhiệm vụ, với 05 nhiệm vụ');
  });
});

describe('the forms of a unit', () => {
  test.each([form(ofTeam1), commitment(ofTeam1)])(
    'bear no number, and room for the day, at every stage: $kind',
    async (source) => {
      for (const stage of ['for-signature', 'final'] as const) {
        const text = readDocx(await renderDocx(make(source, stage)));
        expect(text).not.toContain('Số:');
        expect(text).toMatch(/Nghệ An, ngày\u00a0? \u00a0+ tháng \u00a0+ năm/u);
      }
    },
  );

  test('say who leads and who takes part', async () => {
    const text = await textOf(form(ofTeam1));
    expect(text).toContain('Chủ trì; phối hợp: Đội công tác số 2.');
    expect(text).toContain('Phối hợp (Đội Tham mưu - Tổng hợp chủ trì).\nLồng ghép với');
    const pledge = await textOf(commitment(ofTeam2));
    expect(pledge).toContain('(phối hợp với Đội công tác số 1)');
  });

  test('a task without an indicator is to be done within the year', async () => {
    const text = await textOf(form(ofWomensUnion));
    expect(text).toContain('Không có chỉ tiêu định lượng\nTrong năm 2024');
    expect(await textOf(commitment(ofWomensUnion))).toContain(': hoàn thành trong năm 2024.');
  });

  test('a head without a rank is named without one', async () => {
    expect(await textOf(commitment(ofWomensUnion))).toContain(
      'đại diện là Đỗ Thị Bản Nháp, Chủ tịch Hội Phụ nữ.',
    );
  });

  test("the box of approval bears the leader's post, whatever the office calls it", async () => {
    const people = office.people.map((one) =>
      one.id === 'P-01' ? { ...one, position: 'Chánh Văn phòng' } : one,
    );
    const paper = paperOf(form(ofTeam1), { ...office, people }, dating('for-signature'));
    const text = readDocx(await renderDocx(paper));
    expect(text).toContain('Ý KIẾN PHÊ DUYỆT CỦA CHÁNH VĂN PHÒNG\n□ Đồng ý\n');
  });
});

describe('values are never markup', () => {
  const probe = 'Mẫu *A* | <b>x</b> & "q" {{so}} <script>1</script>';
  const task = { ...ofWomensUnion.tasks[0], title: probe, product: probe, performer: probe };
  const [first] = ofWomensUnion.tasks;
  const source = form({
    ...ofWomensUnion,
    tasks: first ? [{ ...first, ...task, note: probe }] : [],
  });
  const people = office.people.map((one) => ({ ...one, position: probe }));
  const hostile = paperOf(source, { ...office, people }, dating('for-signature'));
  const times = (text: string, sought: string): number => text.split(sought).length - 1;

  test('in DOCX and PDF they come out letter for letter', async () => {
    const { docx, pdf } = await renderPaper(hostile);
    // Title, product, performer, note; the head's post in the text, and both posts in capitals.
    expect(times(letters(readDocx(docx)), letters(probe))).toBe(5);
    expect(times(letters(readDocx(docx)), letters(probe.toUpperCase()))).toBe(2);
    if (!canReadPdf) return;
    expect(times(letters(readPdfPages(pdf).join('')), letters(probe))).toBe(5);
  });

  test('in the preview they are escaped', () => {
    const html = previewPaper(hostile);
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/ style=| on\w+=/);
  });
});
