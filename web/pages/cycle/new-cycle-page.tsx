import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WebContext } from '../../environment.ts';
import { InsetText } from '../../layout/content.tsx';
import {
  ActForm,
  Button,
  ErrorSummary,
  errorOf,
  FileUpload,
  TextArea,
  TextInput,
} from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import type { FormError } from '../../refusal.ts';
import { userOn } from '../../signed-in.ts';
import { signerChoices } from '../plan/general-fields.ts';
import { ScheduleInputs, SignerInput } from '../plan/schedule-inputs.tsx';
import { typedChoices } from '../plan/form-reading.ts';
import { pathOfCycle, readNames } from './cycle-reading.ts';
import { CopySection, readCopyOffer, type CopyForm } from './new-cycle-copy.tsx';
import { isYear, newCycleFields, yearToStart } from './new-cycle-defaults.ts';

export interface NewCycleForm {
  readonly fields: TypedFields;
  readonly errors: readonly FormError[];
  /** The file has a form of its own on the same page. */
  readonly fileErrors: readonly FormError[];
  /** Where the copy of an earlier year was refused. */
  readonly copy?: CopyForm;
  readonly status: ContentfulStatusCode;
}

const readOffice = async (c: WebContext) => {
  const { stores } = c.get('deps').acts;
  const { officeId } = userOn(c);
  const [facts, cycles, nameOf] = await Promise.all([
    stores.factsOn(officeId, c.get('today')),
    stores.cycles.list(officeId),
    readNames(c, officeId),
  ]);
  return { facts, nameOf, taken: cycles.map(({ year }) => year) };
};
type Office = Awaited<ReturnType<typeof readOffice>>;

/** What the form shows before anybody typed into it. */
export const freshFields = async (c: WebContext, asked: number | null): Promise<TypedFields> => {
  const { facts, taken } = await readOffice(c);
  const today = c.get('today');
  const year = asked !== null && isYear(asked) ? asked : yearToStart(today, taken);
  return newCycleFields(year, facts, today);
};

const RunningNote = ({
  c,
  form,
  office,
}: {
  c: WebContext;
  form: NewCycleForm;
  office: Office;
}) => {
  const year = Number(
    form.copy ? typedText(form.copy.fields, 'copyYear') : typedText(form.fields, 'year'),
  );
  const errors = form.copy?.errors ?? form.errors;
  const isRefused = errors.some(({ code }) => code === 'cycle-exists');
  if (!isRefused || !office.taken.includes(year)) return null;
  return (
    <InsetText>
      <a class="govuk-link" href={pathOfCycle(year)}>
        {c.get('t')('cycle.open-running', { year })}
      </a>
    </InsetText>
  );
};

const StartForm = ({
  c,
  form,
  office,
  isFirstChoice,
}: {
  c: WebContext;
  form: NewCycleForm;
  office: Office;
  isFirstChoice: boolean;
}) => {
  const t = c.get('t');
  const { fields, errors, status } = form;
  return (
    <ActForm action="/cycles/new" actId={status === 503 ? typedText(fields, 'actId') : undefined}>
      <input type="hidden" name="preparedFor" value={typedText(fields, 'preparedFor')} />
      {typedChoices(fields, 'legalBasisIds').map((id) => (
        <input type="hidden" name="legalBasisIds" value={id} />
      ))}
      <TextInput
        t={t}
        name="year"
        label={t('cycle.year')}
        hint={t('cycle.year-hint')}
        width={4}
        inputmode="numeric"
        value={typedText(fields, 'year')}
        error={errorOf(errors, 'year')}
      />
      <SignerInput
        t={t}
        fields={fields}
        errors={errors}
        choices={signerChoices(office.facts)}
        nameOf={office.nameOf}
      />
      <TextArea
        t={t}
        name="subject"
        label={t('plan.subject')}
        hint={t('plan.subject-hint')}
        rows={2}
        value={typedText(fields, 'subject')}
        error={errorOf(errors, 'subject')}
      />
      <ScheduleInputs t={t} fields={fields} errors={errors} />
      <Button kind={isFirstChoice ? 'primary' : 'secondary'}>{t('cycle.start')}</Button>
    </ActForm>
  );
};

const FileForm = ({ c, form }: { c: WebContext; form: NewCycleForm }) => {
  const t = c.get('t');
  return (
    <section id="from-file" aria-labelledby="from-file-title">
      <h2 class="govuk-heading-m" id="from-file-title">
        {t('cycle.from-file')}
      </h2>
      <p class="govuk-body">{t('cycle.from-file-hint')}</p>
      <ActForm action="/cycles/new/file" hasFiles>
        <FileUpload
          t={t}
          name="file"
          label={t('cycle.file')}
          hint={t('cycle.file-hint')}
          accept=".json,application/json"
          error={errorOf(form.fileErrors, 'file')}
        />
        <Button kind="secondary">{t('cycle.start-from-file')}</Button>
      </ActForm>
    </section>
  );
};

export const newCyclePage = async (c: WebContext, form: NewCycleForm) => {
  const t = c.get('t');
  const office = await readOffice(c);
  const year = Number(typedText(form.fields, 'year'));
  const [mayStart, offer] = await Promise.all([
    hasPower(c, 'startCycle', c.get('today')),
    readCopyOffer(c, isYear(year) ? year : null),
  ]);
  const allErrors = [...(form.copy?.errors ?? []), ...form.errors, ...form.fileErrors];
  const title = t('cycle.new-title');
  return c.html(
    <Frame c={c} title={title} backLink={{ href: '/cycles' }} hasError={allErrors.length > 0}>
      <ErrorSummary t={t} errors={allErrors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <RunningNote c={c} form={form} office={office} />
      {mayStart ? (
        <>
          {offer && (
            <>
              <CopySection c={c} offer={offer} form={form.copy} status={form.status} />
              <h2 class="govuk-heading-m">{t('cycle.from-scratch')}</h2>
            </>
          )}
          <StartForm c={c} form={form} office={office} isFirstChoice={offer === null} />
          <FileForm c={c} form={form} />
        </>
      ) : (
        <p class="govuk-body">{t('cycle.start-may-not')}</p>
      )}
    </Frame>,
    form.status,
  );
};
