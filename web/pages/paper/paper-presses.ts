import type { WebContext } from '../../environment.ts';
import { readVietnameseNumber, typedText, type TypedFields } from '../../layout/typed-values.ts';
import type { FormError } from '../../refusal.ts';
import { typedDay } from '../office/office-fields.ts';

/** What a form of the paper's page says to its act; `faults` are what only a page can put in words. */
interface ReadForm {
  readonly data: Readonly<Record<string, unknown>>;
  readonly faults: readonly FormError[];
}
type Read = (c: WebContext, fields: TypedFields) => ReadForm | Promise<ReadForm>;

const right = (data: ReadForm['data'] = {}): ReadForm => ({ data, faults: [] });

const readNumber: Read = (c, fields) => {
  const typed = typedText(fields, 'number');
  const number = typed === '' ? null : readVietnameseNumber(typed);
  const isWrong = typed !== '' && (number === null || !Number.isInteger(number) || number < 1);
  return {
    data: { number, documentDate: typedDay(fields, 'documentDate') ?? '' },
    faults: isWrong ? [{ field: 'number', text: c.get('t')('paper.number-not-whole') }] : [],
  };
};

const readScan: Read = async (c, fields) => {
  const { scan } = fields;
  if (!(scan instanceof File) || scan.size === 0) {
    return { data: {}, faults: [{ field: 'scan', text: c.get('t')('paper.scan-missing') }] };
  }
  return right({ bytes: new Uint8Array(await scan.arrayBuffer()) });
};

const readSignature: Read = async (c, fields) => {
  const { signature } = fields;
  if (!(signature instanceof File) || signature.size === 0) {
    const text = c.get('t')('paper.signature-file-missing');
    return { data: {}, faults: [{ field: 'signature', text }] };
  }
  return right({
    pdfSha256: typedText(fields, 'pdfSha256'),
    signedAt: typedText(fields, 'signedAt'),
    bytes: new Uint8Array(await signature.arrayBuffer()),
  });
};

/** The acts of a paper's page, each with how its form is read. */
export const PAPER_FORMS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['record-ink-signature', () => right()],
  ['enter-original', () => right()],
  ['confirm-signature', () => right()],
  ['number-paper', readNumber],
  ['number-for-digital-signature', readNumber],
  ['sign-digitally', (_, fields) => right({ pdfSha256: typedText(fields, 'pdfSha256') })],
  ['take-digital-signature', readSignature],
  [
    'void-number',
    (_, fields) =>
      right({ number: Number(typedText(fields, 'number')), reason: typedText(fields, 'reason') }),
  ],
  ['stamp-paper', () => right()],
  ['attach-scan', readScan],
  ['issue-paper', () => right()],
]);

/** The acts on one delivery, which add its recipient. */
export const DELIVERY_FORMS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['hand-over-paper', () => right()],
  ['send-again', () => right()],
  ['give-up-delivery', (_, fields) => right({ reason: typedText(fields, 'reason') })],
]);
