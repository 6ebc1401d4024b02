import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgePaper } from '../../../documents/conformity/judge-paper.ts';
import { layOutPaper, renderPdf } from '../../../documents/render.ts';
import { buildSignature } from '../../../documents/sign/cms.ts';
import { nameOf, readCredential, UnusableKeyError } from '../../../documents/sign/credential.ts';
import { readSignature } from '../../../documents/sign/read-cms.ts';
import { readSignedPdf } from '../../../documents/sign/read-signed-pdf.ts';
import type { SigningMoment } from '../../../documents/sign/digital-signing.ts';
import { createTimeStamper } from '../../../documents/sign/time-stamp.ts';
import { maySignDigitally } from '../../../domain/digital-signing.ts';
import { paperKinds } from '../../../domain/paper-way.ts';
import { instantOf } from '../../../domain/local-date.ts';
import { formatSigningTime } from '../../../locale/digital-signature.ts';
import {
  canSign,
  credentialOf,
  makeKeyFile,
  oidsIn,
  PASSWORD,
  signElsewhere,
  signingWith,
  type KeyFileMade,
} from '../../support/signing-keys.ts';
import { paperWithUnits } from '../every-kind.ts';
import { canReadPdf } from '../paper-text.ts';

const SIGNER = 'Nguyễn Văn Mẫu';
const OFFICE = 'PHÒNG AN NINH NỘI ĐỊA';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.47';
const SIGNING_TIME = '1.2.840.113549.1.9.5';

const folder = mkdtempSync(join(tmpdir(), 'reform-sign-'));
let signer: KeyFileMade;
let seal: KeyFileMade;
let pdf: Uint8Array;
let moment: SigningMoment;
let sealed: Uint8Array;

beforeAll(async () => {
  if (!canSign) return;
  signer = makeKeyFile(SIGNER);
  seal = makeKeyFile(OFFICE, { kind: 'ec' });
  const paper = paperWithUnits('letter', 8);
  pdf = await renderPdf(paper);
  const { signaturePlace: place } = layOutPaper(paper);
  if (!place) throw new Error('a letter is signed by one');
  moment = { place, signedAt: instantOf(Date.now()) };
  const signing = signingWith(signer, seal);
  sealed = await signing.seal(await signing.sign(pdf, SIGNER, moment), OFFICE, moment);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const digest = createHash('sha256').update('the paper').digest();

describe.runIf(canSign)('a paper signed digitally', () => {
  it('bears the signer’s and the office’s signatures, both whole, and none of its own bytes is changed', () => {
    expect(readSignedPdf(sealed)).toMatchObject([
      { name: SIGNER, fault: null, hasTimeStamp: false },
      { name: OFFICE, fault: null, signedLength: sealed.length },
    ]);
    expect(Buffer.from(sealed.subarray(0, pdf.length)).equals(pdf)).toBe(true);
  });

  it('shows one changed byte anywhere outside the signatures', () => {
    for (const at of [40, 5_000, pdf.length - 30, pdf.length + 40]) {
      const changed = Uint8Array.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(readSignedPdf(changed).map(({ fault }) => fault)).toEqual([
        'other-digest',
        'other-digest',
      ]);
    }
    const behindSigner = Uint8Array.from(sealed);
    behindSigner[sealed.length - 40] = (behindSigner[sealed.length - 40] ?? 0) ^ 1;
    expect(readSignedPdf(behindSigner).map(({ fault }) => fault)).toEqual([null, 'other-digest']);
  });

  it('shows a signature that was tampered with', async () => {
    const cms = await buildSignature(digest, credentialOf(signer), null);
    const changed = Uint8Array.from(cms);
    changed[cms.length - 5] = (changed[cms.length - 5] ?? 0) ^ 1;
    expect(readSignature(cms, digest)?.fault).toBeNull();
    expect(readSignature(changed, digest)?.fault).toBe('broken-signature');
    expect(readSignature(cms.subarray(10), digest)).toBeNull();
  });

  it('is bound to its certificate and says no time of its own inside (EN 319 142-1)', async () => {
    for (const key of [signer, seal]) {
      const oids = oidsIn(await buildSignature(digest, credentialOf(key), null));
      expect(oids).toContain(SIGNING_CERTIFICATE);
      expect(oids).not.toContain(SIGNING_TIME);
    }
  });

  it.runIf(canReadPdf)('holds by pdfsig, signer and office', () => {
    const file = join(folder, 'sealed.pdf');
    writeFileSync(file, sealed);
    const said = execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
    expect(said.match(/Signature is Valid/g)).toHaveLength(2);
    expect(said.match(/ETSI\.CAdES\.detached/g)).toHaveLength(2);
    expect(said).toContain(`Common Name: ${SIGNER}`);
    expect(said).toContain('Total document signed');
    const changed = Uint8Array.from(sealed);
    changed[5_000] = (changed[5_000] ?? 0) ^ 1;
    writeFileSync(file, changed);
    expect(execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })).toContain(
      'Digest Mismatch',
    );
  });
});

describe.runIf(canSign)('the form of a paper', () => {
  it('is judged without the signatures that lie upon it, as it was before them', async () => {
    expect(await judgePaper(sealed)).toEqual(await judgePaper(pdf));
  });
});

describe('the place of a signature', () => {
  it.each(paperKinds().filter(maySignDigitally))(
    'stands in every kind that one signs: %s',
    (kind) => {
      expect(layOutPaper(paperWithUnits(kind, 8))).toMatchObject({
        signaturePlace: { page: expect.any(Number) },
      });
    },
  );

  it('is none where several sign, and where nobody does', () => {
    expect(layOutPaper(paperWithUnits('minutes', 8)).signaturePlace).toBeNull();
    expect(layOutPaper(paperWithUnits('pledge', 8)).signaturePlace).toBeNull();
    expect(
      ['minutes', 'pledge', 'news-item'].filter((kind) => maySignDigitally(kind as 'plan')),
    ).toEqual([]);
  });

  it('bears the moment as the decree writes it', () => {
    expect(formatSigningTime('2024-04-17T16:32:05+07:00')).toBe('17/04/2024 16:32:05 +07:00');
  });
});

describe.runIf(canSign)('whose key signs', () => {
  it('is the signer of the paper’s alone, whichever way the letters are composed', async () => {
    const signing = signingWith(signer, seal);
    await expect(signing.sign(pdf, 'Trần Thị Mẫu', moment)).rejects.toMatchObject({
      code: 'bad-signature',
      details: { problem: 'other-name' },
    });
    expect(signing.hasSigner(SIGNER.normalize('NFD'))).toBe(true);
    await expect(signing.sign(pdf, SIGNER.normalize('NFD'), moment)).resolves.toBeDefined();
  });

  it('is of this office alone where it seals', () => {
    const signing = signingWith(signer, seal);
    expect(() => {
      signing.checkSeal('Phòng khác', moment.signedAt);
    }).toThrow(expect.objectContaining({ details: { problem: 'other-office' } }));
    signing.checkSeal('Phòng An ninh nội địa', moment.signedAt);
    expect(() => {
      signingWith(signer, null).checkSeal(OFFICE, moment.signedAt);
    }).toThrow(expect.objectContaining({ details: { problem: 'no-seal' } }));
  });

  it('has not expired', async () => {
    const later = { ...moment, signedAt: instantOf(Date.now() + 60 * 86_400_000) };
    await expect(signingWith(signer, seal).sign(pdf, SIGNER, later)).rejects.toMatchObject({
      details: { problem: 'expired' },
    });
  });

  it.each([
    ['RSA, as openssl writes it now', {}],
    ['RSA, as older programs write it', { isOld: true }],
    ['a curve, P-256', { kind: 'ec' }],
  ] as const)('comes in a file: %s', (_label, wish) => {
    expect(nameOf(credentialOf(makeKeyFile(SIGNER, wish)).certificate)).toBe(SIGNER);
  });

  it('is refused in plain words with another password, as another kind of key, or of no file', () => {
    expect(() => readCredential(signer.p12, 'another')).toThrow(UnusableKeyError);
    expect(() => readCredential(signer.p12, 'another')).toThrow('its password is another');
    expect(() => readCredential(makeKeyFile(SIGNER, { kind: 'ed25519' }).p12, PASSWORD)).toThrow(
      'its key is neither RSA nor of the curve P-256',
    );
    expect(() => readCredential(signer.p12, 'mật khẩu')).toThrow('more than plain letters');
    expect(() => readCredential(pdf, PASSWORD)).toThrow('it is no PKCS 12 file');
  });
});

describe.runIf(canSign)('a signature made elsewhere', () => {
  it('is taken in where it is of this paper, this moment and this signer', () => {
    const signing = signingWith(null, seal);
    const { bytes, sha256 } = signing.toBeSigned(pdf, SIGNER, moment);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    const signed = signing.insert(pdf, signElsewhere(bytes, signer), SIGNER, moment);
    expect(readSignedPdf(signed)).toMatchObject([{ name: SIGNER, fault: null }]);
  });

  it('is refused where it is of anything or anybody else', async () => {
    const signing = signingWith(null, seal);
    const { bytes } = signing.toBeSigned(pdf, SIGNER, moment);
    const right = signElsewhere(bytes, signer);
    const minuteLater = { ...moment, signedAt: instantOf(Date.parse(moment.signedAt) + 60_000) };
    const otherPaper = await renderPdf(paperWithUnits('letter', 1));
    const stranger = signElsewhere(bytes, makeKeyFile('Trần Thị Mẫu'));
    const problemOf = (insert: () => unknown): string | null => {
      try {
        insert();
        return null;
      } catch (error) {
        return (error as { details: { problem: string } }).details.problem;
      }
    };
    expect([
      problemOf(() => signing.insert(pdf, right, SIGNER, minuteLater)),
      problemOf(() => signing.insert(otherPaper, right, SIGNER, moment)),
      problemOf(() => signing.insert(pdf, stranger, SIGNER, moment)),
      problemOf(() => signing.insert(pdf, signElsewhere(bytes, signer, []), SIGNER, moment)),
      problemOf(() => signing.insert(pdf, pdf, SIGNER, moment)),
    ]).toEqual([
      'other-digest',
      'other-digest',
      'other-name',
      'no-signing-certificate',
      'unreadable',
    ]);
  });
});

describe.runIf(canSign)('a time stamp', () => {
  const askOpenssl = (request: Uint8Array): Promise<Uint8Array> => {
    const place = mkdtempSync(join(folder, 'tsa-'));
    const { certificate, key } = makeTsaKey(place);
    const config = `[tsa]\ndefault_tsa=t\n[t]\nserial=${place}/serial\ncrypto_device=builtin\nsigner_cert=${certificate}\ncerts=${certificate}\nsigner_key=${key}\nsigner_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256\nordering=no\ntsa_name=yes\ness_cert_id_chain=no\ness_cert_id_alg=sha256\n`;
    writeFileSync(join(place, 'config'), config);
    writeFileSync(join(place, 'request'), request);
    const files = ['-queryfile', join(place, 'request'), '-out', join(place, 'answer')];
    execFileSync('openssl', ['ts', '-reply', '-config', join(place, 'config'), ...files], {
      stdio: 'pipe',
    });
    return Promise.resolve(new Uint8Array(execFileSync('cat', [join(place, 'answer')])));
  };
  const makeTsaKey = (place: string) => {
    const [certificate, key] = [join(place, 'tsa.pem'), join(place, 'tsa.key')];
    const use = ['-addext', 'extendedKeyUsage=critical,timeStamping'];
    const out = ['-keyout', key, '-out', certificate, '-subj', '/CN=TSA'];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...out, ...use], {
      stdio: 'pipe',
    });
    return { certificate, key };
  };

  it('is set beside the signature where a server is named, and only one of that very signature', async () => {
    const signing = signingWith(signer, seal, createTimeStamper(askOpenssl));
    const stamped = await signing.sign(pdf, SIGNER, moment);
    expect(readSignedPdf(stamped)).toMatchObject([{ fault: null, hasTimeStamp: true }]);
    const ofOther = createTimeStamper(async () =>
      askOpenssl(
        new Uint8Array(
          execFileSync('openssl', ['ts', '-query', '-digest', 'ab'.repeat(32), '-sha256', '-cert']),
        ),
      ),
    );
    await expect(signingWith(signer, seal, ofOther).sign(pdf, SIGNER, moment)).rejects.toThrow(
      'stamped something else',
    );
  });
});
