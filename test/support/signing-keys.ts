// Keys and certificates made for a test and thrown away with it.
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import forge from 'node-forge';
import { createDigitalSigning } from '../../documents/sign/create-digital-signing.ts';
import { readCredential, type Credential } from '../../documents/sign/credential.ts';
import type { TimeStamper } from '../../documents/sign/cms.ts';

const findsOpenssl = (): boolean => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** openssl makes keys, and signs as a token would; in CI it must be there. */
export const canSign = findsOpenssl() || process.env.CI !== undefined;

export const PASSWORD = 'a password';

interface Wish {
  readonly days?: number;
  readonly kind?: 'rsa' | 'ec' | 'ed25519';
  /** As older programs write it: 3DES and RC2. */
  readonly isOld?: boolean;
}

const run = (folder: string, ...args: readonly string[]): void => {
  execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
};

/** A key file (PKCS 12) and its certificate (PEM), made out to that name. */
export const makeKeyFile = (
  name: string,
  { days = 30, kind = 'rsa', isOld = false }: Wish = {},
) => {
  const folder = mkdtempSync(join(tmpdir(), 'reform-key-'));
  try {
    const pair =
      kind === 'rsa'
        ? generateKeyPairSync('rsa', { modulusLength: 2048 })
        : kind === 'ec'
          ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
          : generateKeyPairSync('ed25519');
    const key = pair.privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(join(folder, 'key.pem'), key);
    const subject = ['-utf8', '-subj', `/C=VN/CN=${name}`];
    const use = ['-addext', 'keyUsage=critical,digitalSignature,nonRepudiation'];
    const validity = ['-days', String(days)];
    run(
      folder,
      'req',
      '-x509',
      '-new',
      '-key',
      'key.pem',
      '-out',
      'cert.pem',
      ...validity,
      ...subject,
      ...use,
    );
    const old = isOld ? ['-legacy'] : [];
    const files = ['-inkey', 'key.pem', '-in', 'cert.pem', '-out', 'key.p12'];
    run(folder, 'pkcs12', '-export', ...files, '-passout', `pass:${PASSWORD}`, ...old);
    return {
      p12: new Uint8Array(readFileSync(join(folder, 'key.p12'))),
      certificate: readFileSync(join(folder, 'cert.pem'), 'utf8'),
      key: String(key),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export type KeyFileMade = ReturnType<typeof makeKeyFile>;

export const credentialOf = ({ p12 }: KeyFileMade): Credential => readCredential(p12, PASSWORD);

/** What a token's program makes of bytes: a detached CMS, by openssl, with the certificate signed along. */
export const signElsewhere = (
  bytes: Uint8Array,
  { certificate, key }: KeyFileMade,
  more: readonly string[] = ['-cades'],
): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), 'reform-token-'));
  try {
    writeFileSync(join(folder, 'in'), bytes);
    writeFileSync(join(folder, 'cert.pem'), certificate);
    writeFileSync(join(folder, 'key.pem'), key);
    const signer = ['-signer', 'cert.pem', '-inkey', 'key.pem', '-md', 'sha256'];
    const files = ['-in', 'in', '-out', 'out', '-outform', 'DER'];
    run(folder, 'cms', '-sign', '-binary', '-nosmimecap', ...signer, ...files, ...more);
    return new Uint8Array(readFileSync(join(folder, 'out')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Signing with the keys of one signer and one office. */
export const signingWith = (
  signer: KeyFileMade | null,
  seal: KeyFileMade | null,
  stamp: TimeStamper | null = null,
) =>
  createDigitalSigning({
    signer: signer && credentialOf(signer),
    seal: seal && credentialOf(seal),
    stamp,
  });

export const oidsIn = (der: Uint8Array): readonly string[] => {
  const found: string[] = [];
  const look = (node: forge.asn1.Asn1): void => {
    if (Array.isArray(node.value)) node.value.forEach(look);
    else if (node.type === forge.asn1.Type.OID) found.push(forge.asn1.derToOid(node.value));
  };
  look(forge.asn1.fromDer(Buffer.from(der).toString('latin1')));
  return found;
};
