import type { PlanContent } from '../../../domain/plan.ts';
import { wordsIn, type Words } from '../../../locale/words.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { createFormReader, dateFields, typedLines } from '../plan/form-reading.ts';
import { readSigner, SIGNER, signerValue } from '../plan/general-fields.ts';

/** What the form shows at first: the deadline and the signer of the plan. */
export const openingFieldsOf = ({ year, signer, schedule }: PlanContent): TypedFields => ({
  subject: wordsIn('vi')('registration.opening-subject', { year }),
  ...dateFields('dueOn', schedule.registrationDeadline),
  [SIGNER]: signerValue(signer),
  requirements: '',
});

// A day that could not be read is refused, so that nothing ever comes of this one.
const UNREAD = '1900-01-01';

export const readOpeningForm = (fields: TypedFields, t: Words) => {
  const reader = createFormReader(fields, t);
  const data = {
    subject: typedText(fields, 'subject'),
    dueOn: reader.date('dueOn', UNREAD),
    signer: readSigner(fields),
    requirements: typedLines(fields, 'requirements'),
  };
  return { data, errors: reader.errors };
};

const FIELDS = ['subject', 'dueOn', 'requirements', 'occurredAt', 'reason', 'unitId'] as const;

/** The field of a form of the period that a place in an act's data belongs to. */
export const periodFieldOf = (id: string): string | null =>
  id.startsWith('signer')
    ? SIGNER
    : (FIELDS.find((name) => id === name || id.startsWith(`${name}-`)) ?? null);
