import { randomInt } from 'node:crypto';
import { errorOf, TextInput } from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { OfficeForm, type OfficeFormProps } from './office-form.tsx';

// Without letters and digits that look alike on paper.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** A password to hand on by word or on a slip: three groups, about 59 bits. */
const newPassword = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join(''),
  ).join('-');

export const fieldsOfAccount = (userName: string | null): TypedFields => ({
  userName: userName ?? '',
  password: newPassword(),
});

export const accountOfFields = (personId: string, fields: TypedFields) => ({
  personId,
  userName: typedText(fields, 'userName').toLowerCase(),
  password: typedText(fields, 'password'),
});

/** The first password is shown, since somebody has to hand it on; it is never shown again. */
export const AccountForm = (props: OfficeFormProps & { readonly name: string }) => {
  const { c, fields, errors, name } = props;
  const t = c.get('t');
  return (
    <OfficeForm
      {...props}
      title={t('office.account-of', { name })}
      intro={<p>{t('office.account-explained')}</p>}
      button={t('office.give-account')}
    >
      <TextInput
        t={t}
        name="userName"
        label={t('office.user-name')}
        hint={t('office.user-name-hint')}
        error={errorOf(errors, 'userName')}
        autocomplete="off"
        width={20}
        value={typedText(fields, 'userName')}
      />
      <TextInput
        t={t}
        name="password"
        label={t('office.first-password')}
        hint={t('office.first-password-hint')}
        error={errorOf(errors, 'password')}
        autocomplete="off"
        width={20}
        value={typedText(fields, 'password')}
      />
    </OfficeForm>
  );
};
