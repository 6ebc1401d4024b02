// A paper signed digitally stays PDF/A-2b, and holds by a reader of others. Here, because it needs Java too.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layOutPaper, renderPdf } from '../../documents/render.ts';
import { instantOf } from '../../domain/local-date.ts';
import { paperWithUnits } from '../documents/every-kind.ts';
import { findPyHanko, judgeSignatures } from '../support/pyhanko.ts';
import { canSign, makeKeyFile, signingWith, type KeyFileMade } from '../support/signing-keys.ts';
import { findVeraPdf, judgeArchivePdfs } from '../support/verapdf.ts';

const SIGNER = 'Nguyễn Văn Mẫu';
const OFFICE = 'Phòng An ninh nội địa';
const veraPdf = await findVeraPdf();
const pyHanko = await findPyHanko();
const folder = mkdtempSync(join(tmpdir(), 'reform-signed-'));
let keys: { readonly signer: KeyFileMade; readonly seal: KeyFileMade };
beforeAll(() => {
  if (canSign) keys = { signer: makeKeyFile(SIGNER), seal: makeKeyFile(OFFICE, { kind: 'ec' }) };
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const signAndSeal = async (kind: 'letter' | 'year-report') => {
  const paper = paperWithUnits(kind, 8);
  const { signaturePlace: place } = layOutPaper(paper);
  if (!place) throw new Error('it is signed by one');
  const moment = { place, signedAt: instantOf(Date.now()) };
  const signing = signingWith(keys.signer, keys.seal);
  const signed = await signing.sign(await renderPdf(paper), SIGNER, moment);
  return { signed, sealed: await signing.seal(signed, OFFICE, moment) };
};

test.runIf(canSign && veraPdf !== null)(
  'a paper passes PDF/A-2b when it is signed, and when it is sealed',
  { timeout: 120_000 },
  async () => {
    const files = [];
    for (const kind of ['letter', 'year-report'] as const) {
      for (const [name, bytes] of Object.entries(await signAndSeal(kind))) {
        const file = join(folder, `${kind}-${name}.pdf`);
        writeFileSync(file, bytes);
        files.push(file);
      }
    }
    const wanted = ['letter-signed', 'letter-sealed', 'year-report-signed', 'year-report-sealed'];
    expect(await judgeArchivePdfs(veraPdf ?? '', files)).toEqual(
      Object.fromEntries(wanted.map((name) => [`${name}.pdf`, 'PASS'])),
    );
  },
);

test.runIf(canSign && pyHanko !== null)(
  'both signatures hold by pyHanko, the seal leaves the first as it is, and one changed byte shows',
  { timeout: 120_000 },
  async () => {
    const { sealed } = await signAndSeal('letter');
    const roots = [keys.signer.certificate, keys.seal.certificate];
    const well = { isIntact: true, isTrusted: true, isWell: true };
    expect(await judgeSignatures(pyHanko ?? '', sealed, roots)).toMatchObject([
      { ...well, name: SIGNER, changedSince: 'FORM_FILLING' },
      { ...well, name: OFFICE, coverage: 'ENTIRE_FILE', changedSince: 'NONE' },
    ]);
    const changed = Uint8Array.from(sealed);
    changed[5_000] = (changed[5_000] ?? 0) ^ 1;
    const verdicts = await judgeSignatures(pyHanko ?? '', changed, roots);
    expect(verdicts.map(({ isIntact }) => isIntact)).toEqual([false, false]);
  },
);
