import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, localDateOf } from '../../domain/local-date.ts';
import {
  CLERK,
  DEPUTY,
  HEAD,
  openOfficeSystem,
  type OfficeSystem,
} from '../support/office-system.ts';
import { canSign, makeKeyFile, signingWith } from '../support/signing-keys.ts';
import { hasBrowser } from './browser.ts';
import { openInBrowser } from './examine-page.ts';

const TODAY = localDateOf(instantOf(Date.now()));
const CAN = hasBrowser && canSign;

describe.runIf(CAN)('signing digitally, in a browser (needs Chromium and openssl)', () => {
  let system: OfficeSystem;
  let browser: Awaited<ReturnType<typeof openInBrowser>>;
  let office: Awaited<ReturnType<OfficeSystem['startOffice']>>;
  let paperId: string;
  const cookieOf = (personId: string) => system.cookieOf(office.officeId, personId);
  const shoot = (name: string): string | null =>
    process.env['SHOOT'] ? `${process.env['SHOOT']}/${name}` : null;

  beforeAll(async () => {
    if (!CAN) return;
    const digitalSigning = signingWith(
      makeKeyFile('Nguyễn Văn Mẫu'),
      makeKeyFile('Phòng An ninh nội địa'),
    );
    system = await openOfficeSystem({ digitalSigning });
    browser = await openInBrowser(system);
    office = await system.startOffice();
    paperId = await office.approve();
  });
  afterAll(async () => {
    if (!CAN) return;
    await browser.close();
    await system.close();
  });

  const examine = async (personId: string, name: string) =>
    browser.examine(`/papers/${paperId}`, await cookieOf(personId), shoot(name));

  it('is readable wide and on a phone, at each step, for clerk, signer and onlooker', async () => {
    expect(await examine(CLERK, 'sign-1-clerk')).toEqual([]);
    await office.act(CLERK, 'number-for-digital-signature', {
      paperId,
      number: 15,
      documentDate: TODAY,
    });
    const files = await system.until(
      'the final paper',
      async () => (await office.paperState(paperId))?.finalFiles,
    );
    expect(await examine(HEAD, 'sign-2-signer')).toEqual([]);
    expect(await examine(DEPUTY, 'sign-2-onlooker')).toEqual([]);
    expect(await examine(CLERK, 'sign-2-clerk')).toEqual([]);
    await office.act(HEAD, 'sign-digitally', { paperId, pdfSha256: files.pdfSha256 });
    await system.until(
      'the seal',
      async () => (await office.paperState(paperId))?.digital?.sealedSha256,
    );
    expect(await examine(CLERK, 'sign-3-clerk')).toEqual([]);
  });
});
