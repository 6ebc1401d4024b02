import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import type { RegistrationFormSource, PaperSource } from '../../domain/paper-source.ts';
import type { RegisteredTask, RegistrationContent } from '../../domain/registration.ts';
import type { PaperBlocks } from '../../documents/blocks.ts';
import { writeDocx } from '../../documents/docx.ts';
import type { Box } from '../../documents/layout-box.ts';
import { paginate, sheetOf } from '../../documents/layout-pages.ts';
import type { Page } from '../../documents/layout-pages.ts';
import { buildPaper } from '../../documents/paper-blocks.ts';
import { paperOf } from '../../documents/paper-of.ts';
import {
  commitment,
  dating,
  form,
  office,
  ofTeam1,
  opening,
  result,
} from './registration-fixture.ts';

const build = (source: PaperSource, facts = office): PaperBlocks =>
  buildPaper(paperOf(source, facts, dating('final')));

const linesIn = (box: Box): readonly string[] =>
  box.cells.flatMap((cell) =>
    cell.lines.map((line) => line.segments.map((segment) => segment.text).join('')),
  );

const linesOf = (page: Page): readonly string[] => page.flatMap(({ box }) => linesIn(box));

const MM = 72 / 25.4;

/** Nothing below the foot, nothing beside its cell, and no cell beside the text. */
const expectWithin = (paper: PaperBlocks): void => {
  for (const section of paper.sections) {
    const { width, height } = sheetOf(section);
    for (const page of paginate(section)) {
      for (const { box, y } of page) {
        expect(y + box.height).toBeLessThanOrEqual(height - 40 * MM + 0.1);
        for (const cell of box.cells) {
          expect(cell.x + cell.width).toBeLessThanOrEqual(width - 45 * MM + 0.1);
          for (const segment of cell.lines.flatMap(({ segments }) => segments)) {
            expect(segment.x).toBeGreaterThanOrEqual(-0.1);
            expect(segment.x).toBeLessThanOrEqual(cell.width);
          }
        }
      }
    }
  }
};

const tasksOf = (count: number, change: Partial<RegisteredTask> = {}): RegistrationContent => {
  const [first] = ofTeam1.tasks;
  const tasks = Array.from({ length: count }, (_, at) => ({
    ...first,
    id: `n${String(at)}`,
    planTaskId: null,
    title: `Nhiệm vụ mẫu ${String(at + 1)}`,
    ...change,
  }));
  return { ...ofTeam1, tasks: tasks.filter((task): task is RegisteredTask => 'domain' in task) };
};

describe.each([
  ['registration form', form],
  ['commitment', commitment],
] as const)('the %s', (_, toSource: (content: RegistrationContent) => RegistrationFormSource) => {
  test('has both signatures on one page, with text above them, wherever its text ends', () => {
    for (let count = 1; count <= 30; count += 1) {
      const [section] = build(toSource(tasksOf(count))).sections;
      const last = section ? (paginate(section).at(-1) ?? []) : [];
      expect(linesOf(last)).toContain('Thượng tá Nguyễn Văn Mẫu');
      expect(linesOf(last)).toContain('Thiếu tá Phạm Giả Định');
      expect(linesOf(last.slice(0, -1)).length).toBeGreaterThanOrEqual(2);
    }
  });

  test('shows both names at one height', () => {
    const [section] = build(toSource(ofTeam1)).sections;
    const box = section ? paginate(section).at(-1)?.at(-1)?.box : undefined;
    const ends = box?.cells.map((cell) =>
      cell.lines.reduce((sum, { gapBefore, height }) => sum + gapBefore + height, 0),
    );
    expect(ends).toHaveLength(2);
    expect(ends?.[0]).toBeCloseTo(ends?.[1] ?? 0, 3);
  });

  test('keeps long names and values of several lines within its pages', () => {
    const long = 'Đội quản lý, theo dõi, tổng hợp và phối hợp công tác liên ngành '
      .repeat(4)
      .trim();
    const facts = {
      ...office,
      name: long,
      parentName: long,
      units: office.units.map((unit) => ({ ...unit, name: `${unit.id} ${long}` })),
      people: office.people.map((one) => ({ ...one, fullName: long, position: long })),
    };
    const many = `${long}\n${long}\r\n${'x'.repeat(200)}`;
    const content = tasksOf(4, { title: many, product: many, performer: many, note: many });
    expectWithin(build(toSource(content), facts));
  });

  test('with 80 tasks lists each once, in order', () => {
    const [section] = build(toSource(tasksOf(80))).sections;
    const lines = section ? paginate(section).flatMap(linesOf) : [];
    const found = lines.join(' ').match(/Nhiệm vụ mẫu \d+/g) ?? [];
    expect(found).toEqual(Array.from({ length: 80 }, (__, at) => `Nhiệm vụ mẫu ${String(at + 1)}`));
  });
});

describe('the registration form', () => {
  test('lies across, and repeats the head of its table', () => {
    const [section, ...annexes] = build(form(tasksOf(30))).sections;
    expect(section?.orientation).toBe('landscape');
    expect(annexes).toEqual([]);
    const pages = section ? paginate(section).map(linesOf) : [];
    const withTasks = pages.filter((lines) => lines.some((line) => /^\d+$/.test(line)));
    expect(withTasks.length).toBeGreaterThan(3);
    for (const lines of withTasks) expect(lines).toContain('STT');
  });
});

describe('the notices', () => {
  test('of 80 units stay within their pages, each unit once in the annex, in order', () => {
    const units = Array.from({ length: 80 }, (_, at) => ({
      id: `U-${String(at)}`,
      kind: 'team' as const,
      name: `Đội mẫu ${String(at + 1)}`,
      abbreviation: `M${String(at)}`,
    }));
    const facts = { ...office, units };
    const entries = units.map(({ id }) => ({
      unitId: id,
      round: 1,
      standing: 'registered' as const,
      version: 1,
      isLate: true,
      declineReasonId: null,
    }));
    const registrations = units.map(({ id }) => ({ ...tasksOf(2), unitId: id }));
    const list = build(result({ entries, sharedTasks: [] }, { registrations }), facts);
    expectWithin(list);
    const annex = list.sections[1] ? paginate(list.sections[1]) : [];
    const headings = annex.flatMap((page) =>
      linesOf(page).filter((line) => /^\d+\. Đội mẫu \d+ ?\(đăng ký chậm\)$/.test(line)),
    );
    expect(headings).toHaveLength(80);
    expect(headings.at(-1)).toMatch(/^80\. Đội mẫu 80/);
    expectWithin(build(opening({ unitIds: units.map(({ id }) => id) }), facts));
  });

  test('never part a signature from the text, wherever it ends', () => {
    for (let count = 1; count <= 40; count += 1) {
      const requirements = Array.from({ length: count }, () => 'Một dòng.');
      const [section] = build(opening({ requirements })).sections;
      const last = section ? linesOf(paginate(section).at(-1) ?? []) : [];
      expect(last.indexOf('Nơi nhận:')).toBeGreaterThanOrEqual(2);
      expect(last).toContain('Thượng tá Nguyễn Văn Mẫu');
    }
  });
});

const HEAD = /<w:tblHeader\/>/u;

test('in the DOCX a head of two rows has its height written down, and no row below it', async () => {
  const docx = unzipSync(await writeDocx(build(form(ofTeam1))));
  const xml = strFromU8(docx['word/document.xml'] ?? new Uint8Array());
  const rows = xml.match(/<w:tr>.*?<\/w:tr>/gsu) ?? [];
  const heights = rows
    .filter((row) => HEAD.test(row))
    .map((row) => Number(/<w:trHeight w:val="(\d+)" w:hRule="atLeast"\/>/u.exec(row)?.[1]));
  // The rows of the head as the PDF has them, in twentieths of a point.
  const [section] = build(form(ofTeam1)).sections;
  const head = section && paginate(section)[0]?.find(({ box }) => linesIn(box).includes('STT'));
  expect(heights).toHaveLength(2);
  const written = heights.reduce((sum, height) => sum + height, 0);
  expect(Math.abs(written - (head?.box.height ?? 0) * 20)).toBeLessThanOrEqual(2);
  const body = rows.filter((row) => !HEAD.test(row));
  expect(body.length).toBeGreaterThan(0);
  for (const row of body) expect(row).not.toContain('<w:trHeight');
});
