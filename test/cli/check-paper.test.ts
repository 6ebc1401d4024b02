import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPaper } from '../../documents/paper-blocks.ts';
import { drawPdf } from '../../documents/pdf.ts';
import { renderDocx } from '../../documents/render.ts';
import { FORM_RULES } from '../../domain/conformity.ts';
import { plan2024 } from '../documents/plan-fixture.ts';
import { runReform } from './run-reform.ts';

let folder: string;
let right: string;
let wrong: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reform-form-'));
  right = join(folder, 'right.docx');
  wrong = join(folder, 'wrong.pdf');
  writeFileSync(right, await renderDocx(plan2024('final')));
  const blocks = JSON.stringify(buildPaper(plan2024('final')));
  writeFileSync(wrong, await drawPdf(JSON.parse(blocks.replace('Số: 15/KH', 'Số: 5/KH'))));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

// No system runs on this folder, and none is started.
const check = (...args: readonly string[]) =>
  runReform(['check-paper', ...args], { DATA_DIR: folder });

describe('reform check-paper', () => {
  it('ends with 0 where the paper conforms', async () => {
    const ended = await check(right);
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toMatch(/^The form conforms: \d+ rules kept/);
  });

  it('ends with 1 where it does not, and says rule, section, place and what is asked', async () => {
    const ended = await check(wrong);
    expect(ended).toMatchObject({ code: 1, err: '' });
    expect(ended.out).toContain('number-form: Form of number and symbol');
    expect(ended.out).toContain('Decree 30/2020/ND-CP, appendix I, section I.II.3');
    expect(ended.out).toContain(
      'page 1, “Số: 5/KH-ANNĐ”: words: found Số: 5/KH-ANNĐ, asked Số: 05/',
    );
    expect(ended.out).toContain('The form does not conform: 1 rules broken');
  });

  it('says the same in Vietnamese', async () => {
    const { out } = await check(wrong, '--language', 'vi');
    expect(out).toContain('Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục I.II.3');
    expect(out).toContain(
      'trang 1, “Số: 5/KH-ANNĐ”: cách ghi: thấy Số: 5/KH-ANNĐ, quy định Số: 05/',
    );
  });

  it('prints one object with every rule for a program', async () => {
    const ended = await check(wrong, '--json');
    expect(ended.code).toBe(1);
    const { file, conforms, results } = JSON.parse(ended.out);
    expect({ file, conforms }).toEqual({ file: 'pdf', conforms: false });
    expect(results.map(({ rule }: { rule: string }) => rule)).toEqual(FORM_RULES);
    expect(results.find(({ rule }: { rule: string }) => rule === 'number-form')).toMatchObject({
      verdict: 'fail',
      findings: [{ page: 1, part: 0, found: 'Số: 5/KH-ANNĐ' }],
    });
  });

  it('ends with 2 where the file cannot be read, or is no paper', async () => {
    const text = join(folder, 'text.pdf');
    writeFileSync(text, 'no paper');
    expect(await check(text)).toMatchObject({ code: 2, out: '' });
    expect(await check(join(folder, 'nowhere.docx'))).toMatchObject({ code: 2, out: '' });
    const { code, out } = await check(text, '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out).error.code).toBe('usage');
  });
});
