import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templateText } from '../../documents/render.ts';
import { canReadPdf, readPdfPages } from '../documents/paper-text.ts';
import { CLERK, COORDINATOR, type TestOffice } from '../support/office-system.ts';
import { openCommandLine, type CommandLine } from './command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'reform-template-'));
let line: CommandLine;
let office: TestOffice;

beforeAll(async () => {
  line = await openCommandLine();
  office = await line.system.startOffice();
});
afterAll(async () => {
  await line.close();
  rmSync(folder, { recursive: true });
});

const reform = (...args: readonly string[]) => line.reform(['template', ...args]);
const fileOf = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const own = templateText('plan').text.replace('V. KINH PHÍ', 'V. NGUỒN LỰC');

describe('reform template', () => {
  it('lists the kinds, each from the shipped template at first', async () => {
    const { code, out } = await reform('list', office.officeId);
    expect(code).toBe(0);
    expect(out).toMatch(/^plan +Kế hoạch +shipped +- +- +-$/mu);
    expect(out).toMatch(/^minutes +Biên bản +shipped/mu);
  });

  it('shows the very text that a paper is made from', async () => {
    const { out } = await reform('show', office.officeId, 'plan');
    expect(out.trimEnd()).toBe(templateText('plan').text.trimEnd());
  });

  it('checks a template: line and field of what can’t be printed, and exit code 1', async () => {
    const bad = fileOf('bad.hbs', own.replace('{{clause subject}}', '{{clause title}}'));
    const refused = await reform('check', office.officeId, 'plan', bad);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('line 3, title (unknown-field)');
    const good = await reform('check', office.officeId, 'plan', fileOf('good.hbs', own));
    expect([good.code, good.out]).toEqual([
      0,
      `${join(folder, 'good.hbs')} can be installed as plan.\n`,
    ]);
    const unknown = await reform('check', office.officeId, 'poster', join(folder, 'good.hbs'));
    expect(unknown.code).toBe(1);
    const absent = await reform('check', office.officeId, 'plan', join(folder, 'none.hbs'));
    expect(absent.code).toBe(2);
  });

  it('previews it with the names of fields, and overwrites nothing', async () => {
    const args = ['preview', office.officeId, 'plan', fileOf('own.hbs', own)];
    const out = join(folder, 'own.pdf');
    expect((await reform(...args, '--out', out)).code).toBe(0);
    const pdf = readFileSync(out);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    if (canReadPdf) {
      const text = readPdfPages(pdf).join('\n');
      expect(text).toContain('V. NGUỒN LỰC');
      expect(text).toContain('«numberAndSymbol»');
    }
    expect((await reform(...args, '--out', out)).code).toBe(2);
  });

  it('installs it as a version, for whoever keeps the office', async () => {
    const args = ['install', office.officeId, 'plan', fileOf('own.hbs', own), '--as'];
    expect((await reform(...args, CLERK)).code).toBe(1);
    const first = await reform(...args, COORDINATOR);
    expect(first.out).toContain('Installed as version 1 of plan');
    expect((await reform(...args, COORDINATOR)).out).toContain('version 2');
    const { out } = await reform('list', office.officeId);
    expect(out).toMatch(/^plan +Kế hoạch +the office's +2 /mu);
    const shown = await reform('show', office.officeId, 'plan');
    expect(shown.out).toContain('V. NGUỒN LỰC');
    const shipped = await reform('show', office.officeId, 'plan', '--shipped');
    expect(shipped.out).not.toContain('V. NGUỒN LỰC');
  });
});
