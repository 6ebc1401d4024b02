// What is printed and never issued is made from the office's own templates too: those with which the year began.
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templateText } from '../../documents/render.ts';
import { canReadPdf, letters, readDocx, readPdfPages } from '../documents/paper-text.ts';
import {
  COORDINATOR,
  openOfficeSystem,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { headed, installedBefore } from '../support/own-template.ts';
import { openRegistrationWalk } from '../support/registration.ts';
import { readerOf, wordsOf, type OfficeReader } from './office-reader.ts';

const OWN = 'Mẫu riêng của phòng';

let system: OfficeSystem;
let office: TestOffice;
let coordinator: OfficeReader;

beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  const cookie = await system.cookieOf(office.officeId, COORDINATOR);
  coordinator = readerOf(system, cookie);
});
afterAll(() => system.close());

const pathOf = (year: number): string => `/cycles/${String(year)}`;
const bytesOf = async (path: string): Promise<Uint8Array> => {
  const response = await coordinator.get(path);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
};
const docxOf = async (path: string) => letters(readDocx(await bytesOf(path)));

describe("an office's own template of a form", () => {
  it('is on the page of the templates, and is refused by line and field like that of a paper', async () => {
    const page = await coordinator.read('/office/templates');
    expect(wordsOf(page)).toContain('Phiếu hỏi Mẫu gốc của chương trình');
    const form = wordsOf(await coordinator.read('/office/templates/question-slip'));
    expect(form).toContain('Mẫu: Phiếu hỏi');
    const text = templateText('question-slip').text.replace('{{year}}', '{{century}}');
    await expect(
      office.act(COORDINATOR, 'install-template', { kind: 'question-slip', basedOn: null, text }),
    ).rejects.toMatchObject({ code: 'bad-template', details: { field: 'century' } });
  });

  it('is what a unit reads and prints, one by one and all at once', async () => {
    await installedBefore(system, office, 'commitment', OWN);
    const walk = openRegistrationWalk(system, office);
    await walk.open();
    await walk.accept(await walk.submit('T-2'));
    const registration = `${pathOf(office.year)}/registration`;
    const page = await coordinator.read(`${registration}/units/T-2/papers`);
    expect(page.split(OWN)).toHaveLength(2);
    expect(wordsOf(page)).toContain('BẢN ĐĂNG KÝ');
    expect(await docxOf(`${registration}/units/T-2/commitment.docx`)).toContain(letters(OWN));
    const other = await docxOf(`${registration}/units/T-2/registration-form.docx`);
    expect(other).not.toContain(letters(OWN));
    const all = await bytesOf(`${registration}/papers/commitment.pdf`);
    if (canReadPdf) expect(letters(readPdfPages(all).join('\n'))).toContain(letters(OWN));
  });

  it('counts from the next cycle on where it is installed while one runs', async () => {
    const kinds = ['blank-registration-form', 'question-slip'] as const;
    // Instants have seconds: the cycle was started in one before.
    await wait(1_100);
    for (const kind of kinds) {
      const text = headed(kind, OWN);
      await office.act(COORDINATOR, 'install-template', { kind, basedOn: null, text });
    }
    const next = office.year + 1;
    await wait(1_100);
    await office.act(COORDINATOR, 'copy-cycle', { from: office.year }, { year: next });
    const cycle = `cycle/${office.officeId}/${String(next)}`;
    await system.until('the next cycle runs', () =>
      system.stores.strands.find(office.officeId, cycle, 'reformCycle'),
    );
    for (const file of ['registration/blank-form.docx', 'dialogue/question-slip.docx']) {
      expect(await docxOf(`${pathOf(office.year)}/${file}`)).not.toContain(letters(OWN));
      expect(await docxOf(`${pathOf(next)}/${file}`)).toContain(letters(OWN));
    }
  });
});
