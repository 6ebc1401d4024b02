import { expect, test } from 'vitest';
import type { DocumentIssueEvent } from '../../domain/document-issue.ts';
import { CLERK, HEAD } from '../support/actors.ts';
import { givenPaper } from '../support/given.ts';
import { issued, numbered, opened, prepared, rendered, voided } from '../support/paper-life.ts';

const TO_SIGN = [opened, prepared, numbered(), rendered] as const;
const sign = { type: 'signDigitally', pdfSha256: 'sha-final', signedSha256: 'sha-signed' } as const;
const signed = {
  type: 'PaperSigned',
  how: 'digital',
  signedSha256: 'sha-signed',
  by: HEAD,
} as const;
const sealed = { type: 'PaperSealed', sha256: 'sha-sealed' } as const;
const numberFirst = {
  type: 'giveNumber',
  number: 15,
  documentDate: '2024-01-15',
  forDigital: true,
} as const;
const whole: readonly DocumentIssueEvent[] = [...TO_SIGN, signed, sealed];

test('a paper that is signed digitally gets its number before the signature', () => {
  const state = givenPaper([opened, prepared]).when(numberFirst, { by: CLERK }).then([numbered()]);
  expect(state).toMatchObject({ phase: 'awaiting-digital-signature', signed: null });
});

test('its date is the day on which it is signed', () => {
  givenPaper([opened, prepared])
    .when({ ...numberFirst, documentDate: '2024-01-14' }, { by: CLERK })
    .thenRefuses('out-of-time', {}, '/documentDate');
  givenPaper([opened, prepared, numbered(15, '2024-01-12'), rendered])
    .when(sign, { by: HEAD })
    .thenRefuses('out-of-time', { earliest: '2024-01-12', latest: '2024-01-12' });
});

test('its signer alone signs it, once, and the very paper that they have read', () => {
  const state = givenPaper(TO_SIGN).when(sign, { by: HEAD }).then([signed]);
  expect(state).toMatchObject({ phase: 'awaiting-issue', signed: { how: 'digital' } });
  givenPaper(TO_SIGN).when(sign, { by: CLERK }).thenRefuses('no-power');
  givenPaper([...TO_SIGN, signed])
    .when(sign, { by: HEAD })
    .thenRefuses('out-of-time');
  givenPaper([opened, prepared, numbered()]).when(sign, { by: HEAD }).thenRefuses('not-ready');
  givenPaper(TO_SIGN)
    .when({ ...sign, pdfSha256: 'sha-of-before' }, { by: HEAD })
    .thenRefuses('stale-version');
});

test('it is issued with the office’s signature, without stamp and scan', () => {
  givenPaper([...TO_SIGN, signed])
    .when({ type: 'issue' }, { by: CLERK })
    .thenRefuses('not-ready');
  givenPaper(whole)
    .when({ type: 'attachScan', sha256: 'sha' }, { by: CLERK })
    .thenRefuses('out-of-time');
  givenPaper(whole).when({ type: 'issue' }, { by: CLERK }).then([issued()]);
});

test('with its number made void it loses what was signed, and begins before the signature again', () => {
  for (const events of [TO_SIGN, whole]) {
    const state = givenPaper(events)
      .when({ type: 'voidNumber', number: 15, reasonId: 'act-of-reason' }, { by: CLERK })
      .then([voided()]);
    expect(state).toMatchObject({
      phase: 'awaiting-signature',
      signed: null,
      number: null,
      digital: null,
      finalFiles: null,
    });
  }
});
