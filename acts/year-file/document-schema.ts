import * as z from 'zod';
import { SECRET_MARKS } from '../../locale/year-file.ts';
import { ordinal, paperDay, refused, text, textOrEmpty, texts } from './fields.ts';

const isSecret = (mark: string): boolean => SECRET_MARKS.includes(mark.trim().toUpperCase());

// Three marks of secrecy are refused as such, and there is no fourth.
const secrecy = z
  .string()
  .refine((mark) => !isSecret(mark), refused('secret-paper', 'no secret paper'))
  .refine(() => false, refused('not-schema', 'no mark of secrecy'));

export const documentSchema = z.strictObject({
  id: text,
  type: text,
  typeAbbreviation: textOrEmpty.nullable(),
  number: ordinal.nullable(),
  numberDisplay: text.nullable(),
  issuedOn: paperDay,
  subject: text,
  signerId: text.nullable(),
  cosignerId: text.optional(),
  signingCapacity: z.enum(['KT.', 'TL.', 'TUQ.', 'Q.', 'TM.']).optional(),
  signatureLines: texts.optional(),
  amends: text.optional(),
  corrects: text.optional(),
  attachedTo: text.optional(),
  status: z.literal('VOID').optional(),
  secrecy: secrecy.optional(),
});
