import { DateInput } from '../../layout/choices.tsx';
import { errorOf, TextInput } from '../../layout/forms.tsx';
import { readDateInput, typedText } from '../../layout/typed-values.ts';
import { typedIn, type PaperFormProps } from './paper-form.tsx';

/** Number and day of a paper; `act`: the one that gives them. */
export const NumberFields = ({
  t,
  view,
  refused,
  lastNumbers,
  act,
}: PaperFormProps & { readonly act: 'number-paper' | 'number-for-digital-signature' }) => {
  const { fields, errors } = typedIn(refused, act);
  const typedDay = readDateInput(fields, 'documentDate');
  const isOwned = view.office.number_series === 'owned';
  const hint =
    lastNumbers.length > 0
      ? t('paper.last-numbers', { numbers: lastNumbers.join(', ') })
      : t('paper.no-numbers-yet');
  return (
    <>
      {isOwned ? (
        <p>{t('paper.number-is-counted')}</p>
      ) : (
        <TextInput
          t={t}
          name="number"
          label={t('paper.number-from-register')}
          hint={hint}
          error={errorOf(errors, 'number')}
          inputmode="numeric"
          width={5}
          value={typedText(fields, 'number')}
        />
      )}
      <DateInput
        t={t}
        name="documentDate"
        label={t('paper.document-date')}
        hint={t(act === 'number-paper' ? 'paper.document-date-hint' : 'paper.document-date-today')}
        error={errorOf(errors, 'documentDate')}
        value={typedDay.kind === 'empty' ? view.day : typedDay.typed}
      />
    </>
  );
};
