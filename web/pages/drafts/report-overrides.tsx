import type { DrawnText, ReportOverride } from '../../../domain/report-texts.ts';
import type { Words } from '../../../locale/words.ts';
import { Details, Tag } from '../../layout/content.tsx';
import { errorOf, Select, TextArea, TextInput } from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import type { RefusedForm } from '../registration/period-press.ts';

const SHOWN = 80;

const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

const fieldName = (at: number, part: keyof ReportOverride): string =>
  `overrides-${String(at)}-${part}`;

const partsOf = ({ path, text, reason }: ReportOverride): readonly string[] => [path, text, reason];

const isWhole = (override: ReportOverride): boolean =>
  partsOf(override).every((part) => part.trim() !== '');

/** What was typed in place of the system's own words, whole or not; what is empty is left out. */
export const readOverrides = (fields: TypedFields): readonly ReportOverride[] => {
  const rows: ReportOverride[] = [];
  for (let at = 0; fields[fieldName(at, 'path')] !== undefined; at += 1) {
    const typed = (part: keyof ReportOverride): string => typedText(fields, fieldName(at, part));
    const row = { path: typed('path'), text: typed('text'), reason: typed('reason') };
    if (partsOf(row).some((part) => part.trim() !== '')) rows.push(row);
  }
  return rows;
};

/** Those that can be shown in the preview: place, words and reason are all there. */
export const readWholeOverrides = (fields: TypedFields): readonly ReportOverride[] =>
  readOverrides(fields).filter(isWhole);

interface InputsProps {
  readonly t: Words;
  readonly form: RefusedForm;
  /** Of the report before anything was put otherwise. */
  readonly texts: readonly Pick<DrawnText<unknown>, 'path' | 'text'>[];
}

/** Other words for some place, each with its reason; there is always room for one more. */
export const OverrideInputs = ({ t, form: { fields, errors }, texts }: InputsProps) => {
  const overrides = readOverrides(fields);
  const places = texts.flatMap(({ path, text }) =>
    text === null ? [] : [{ value: path, label: cut(text) }],
  );
  return (
    <Details summary={t('check.put-otherwise')} isOpen={overrides.length > 0}>
      <p class="govuk-hint">{t('check.put-otherwise-hint')}</p>
      {[...overrides, { path: '', text: '', reason: '' }].map(({ path, text, reason }, at) => {
        const order = at + 1;
        return (
          <>
            <Select
              t={t}
              name={fieldName(at, 'path')}
              label={t('check.override-path', { order })}
              options={places}
              value={path}
              error={errorOf(errors, fieldName(at, 'path'))}
            />
            <TextArea
              t={t}
              name={fieldName(at, 'text')}
              label={t('check.override-text', { order })}
              rows={2}
              value={text}
              error={errorOf(errors, fieldName(at, 'text'))}
            />
            <TextInput
              t={t}
              name={fieldName(at, 'reason')}
              label={t('check.override-reason', { order })}
              value={reason}
              error={errorOf(errors, fieldName(at, 'reason'))}
            />
          </>
        );
      })}
    </Details>
  );
};

/** Marks what was put otherwise at a place of the report, with the reason. */
export const PutOtherwise = ({
  t,
  overrides,
}: {
  readonly t: Words;
  readonly overrides: readonly ReportOverride[];
}) => (
  <>
    {overrides.map(({ text, reason }) => (
      <div>
        <Tag tone="soon">{t('check.source-put-otherwise')}</Tag>{' '}
        {t('check.override-said', { text, reason })}
      </div>
    ))}
  </>
);

/** All that are about a task, its indicators as well. */
export const overridesUnder = (
  overrides: readonly ReportOverride[],
  task: number,
): readonly ReportOverride[] =>
  overrides.filter(({ path }) => path.startsWith(`/tasks/${String(task)}/`));

/** Of an indicator those about its words, and of a task's first one those about the task's title. */
export const overridesOf = (
  overrides: readonly ReportOverride[],
  task: number,
  indicator: number,
): readonly ReportOverride[] => {
  const at = `/tasks/${String(task)}`;
  const words = `${at}/indicators/${String(indicator)}/`;
  return overrides.filter(
    ({ path }) => path.startsWith(words) || (indicator === 0 && path === `${at}/title`),
  );
};
