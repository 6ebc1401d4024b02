import type { QuarterReportContent } from '../../../domain/check/check-content.ts';
import type { Words } from '../../../locale/words.ts';
import { Details } from '../../layout/content.tsx';
import { errorOf, Select, TextArea, TextInput } from '../../layout/forms.tsx';
import type { RefusedForm } from '../registration/period-press.ts';
import { readReportForm } from './report-form.ts';

const SHOWN = 80;

const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** Every text of the report that people may put otherwise, by its place. */
const placesIn = ({ tasks, works }: QuarterReportContent) => [
  ...tasks.flatMap(({ title, indicators }, at) => [
    { value: `/tasks/${String(at)}/title`, label: cut(title) },
    ...indicators.flatMap(({ name, note }, position) => {
      const path = `/tasks/${String(at)}/indicators/${String(position)}`;
      return [
        { value: `${path}/name`, label: cut(name) },
        ...(note === null ? [] : [{ value: `${path}/note`, label: cut(note) }]),
      ];
    }),
  ]),
  ...works.map(({ task }, at) => ({ value: `/works/${String(at)}/task`, label: cut(task) })),
];

interface InputsProps {
  readonly t: Words;
  readonly form: RefusedForm;
  /** Before anything was put otherwise. */
  readonly drawn: QuarterReportContent;
}

/** Other words for some place, each with its reason; there is always room for one more. */
export const OverrideInputs = ({ t, form: { fields, errors }, drawn }: InputsProps) => {
  const { overrides } = readReportForm(fields);
  const places = placesIn(drawn);
  return (
    <Details summary={t('check.put-otherwise')} isOpen={overrides.length > 0}>
      <p class="govuk-hint">{t('check.put-otherwise-hint')}</p>
      {[...overrides, { path: '', text: '', reason: '' }].map(({ path, text, reason }, at) => {
        const name = `overrides-${String(at)}`;
        const order = at + 1;
        return (
          <>
            <Select
              t={t}
              name={`${name}-path`}
              label={t('check.override-path', { order })}
              options={places}
              value={path}
              error={errorOf(errors, `${name}-path`)}
            />
            <TextArea
              t={t}
              name={`${name}-text`}
              label={t('check.override-text', { order })}
              rows={2}
              value={text}
              error={errorOf(errors, `${name}-text`)}
            />
            <TextInput
              t={t}
              name={`${name}-reason`}
              label={t('check.override-reason', { order })}
              value={reason}
              error={errorOf(errors, `${name}-reason`)}
            />
          </>
        );
      })}
    </Details>
  );
};
