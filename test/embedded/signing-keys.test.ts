import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { openSigning } from '../../open-signing.ts';
import { canSign, makeKeyFile, PASSWORD } from '../support/signing-keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'reform-p12-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.runIf(canSign)('the keys for digital signatures', () => {
  const path = join(folder, 'office.p12');
  if (canSign) writeFileSync(path, makeKeyFile('Phòng Mẫu').p12);

  it('are none where none is named, and there where one is', () => {
    expect(openSigning(readConfig({})).hasSeal).toBe(false);
    const config = readConfig({ SEAL_P12: path, SEAL_P12_PASSWORD: PASSWORD });
    expect(openSigning(config).hasSeal).toBe(true);
  });

  it('stop the start with a plain word where the file or the password is wrong', () => {
    const open = (env: Record<string, string>) => () => openSigning(readConfig(env));
    expect(open({ SEAL_P12: path, SEAL_P12_PASSWORD: 'another' })).toThrow(
      `SEAL_P12: ${path} can't be used, its password is another`,
    );
    expect(open({ SIGN_P12: join(folder, 'none.p12') })).toThrow(
      `SIGN_P12: there is no readable file ${join(folder, 'none.p12')}`,
    );
    expect(() => readConfig({ SIGN_TSA_URL: 'tsa.example.test' })).toThrow('SIGN_TSA_URL');
  });
});
