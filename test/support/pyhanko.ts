// pyHanko judges the signatures of a PDF: a second reader beside poppler's pdfsig.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inheritedEnvironment, readConfig } from '../../config.ts';

const VERSION = '0.38.0';
const run = promisify(execFile);

const SCRIPT = `
import json, sys
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

pdf, *roots = sys.argv[1:]
trust = ValidationContext(trust_roots=[load_cert_from_pemder(root) for root in roots])
with open(pdf, 'rb') as file:
    for signature in PdfFileReader(file).embedded_signatures:
        status = validate_pdf_signature(signature, trust)
        print(json.dumps({
            'name': status.signing_cert.subject.native['common_name'],
            'isIntact': status.intact and status.valid,
            'isTrusted': status.trusted,
            'isWell': status.bottom_line,
            'coverage': status.coverage.name,
            'changedSince': status.modification_level.name if status.modification_level else None,
        }))
`;

/** Its Python; null where it is not there and can't be installed, which in CI is an error. */
export const findPyHanko = async (): Promise<string | null> => {
  const environment = inheritedEnvironment();
  const folder = join(readConfig(environment).cacheDir, 'reform-cycle', `pyhanko-${VERSION}`);
  const [python, done] = [join(folder, 'bin', 'python'), join(folder, 'is-whole')];
  if (existsSync(done)) return python;
  try {
    await run('python3', ['-m', 'venv', '--clear', folder]);
    await run(python, ['-m', 'pip', 'install', '--quiet', `pyHanko==${VERSION}`], {
      timeout: 300_000,
    });
    writeFileSync(done, VERSION);
    return python;
  } catch (error) {
    if (environment['CI']) throw error;
    return null;
  }
};

export interface PyHankoVerdict {
  readonly name: string;
  readonly isIntact: boolean;
  readonly isTrusted: boolean;
  readonly isWell: boolean;
  readonly coverage: string;
  readonly changedSince: string | null;
}

/** What it says of each signature, where these certificates (PEM) are trusted. */
export const judgeSignatures = async (
  python: string,
  pdf: Uint8Array,
  certificates: readonly string[],
): Promise<readonly PyHankoVerdict[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'reform-pyhanko-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    const roots = certificates.map((certificate, index) => {
      const root = join(folder, `${String(index)}.pem`);
      writeFileSync(root, certificate);
      return root;
    });
    const { stdout } = await run(python, ['-c', SCRIPT, file, ...roots]);
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as PyHankoVerdict);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
