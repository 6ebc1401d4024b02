import { textsOfYearReport } from '../../../domain/summary/year-report-texts.ts';
import type { YearReportContent } from '../../../domain/summary/year-report.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText } from '../../layout/content.tsx';
import {
  ActForm,
  Button,
  ButtonGroup,
  ErrorSummary,
  errorOf,
  TextArea,
} from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { OverrideInputs } from '../drafts/report-overrides.tsx';
import { MomentFields } from '../paper/moment-fields.tsx';
import { SIGNER, signerChoices } from '../plan/general-fields.ts';
import { SignerInput } from '../plan/schedule-inputs.tsx';
import { PaperPreview } from '../registration/period-notice.tsx';
import {
  NOTHING_REFUSED,
  pressOnPeriod,
  repeatedActId,
  type RefusedForm,
} from '../registration/period-press.ts';
import { freshYearReport, readYearReport, yearReportContents } from './report-form.ts';
import { pathOfSummary, requireSummaryView, type SummaryView } from './summary-reading.ts';
import { YearSources } from './year-sources.tsx';

interface PartProps {
  readonly c: WebContext;
  readonly view: SummaryView;
}
interface FormProps extends PartProps {
  readonly form: RefusedForm;
  /** null: nobody has written about the year yet. */
  readonly drawn: YearReportContent | null;
}

const ReportForm = ({ c, view: { cycle }, form, drawn }: FormProps) => {
  const t = c.get('t');
  const { fields, errors } = form;
  return (
    <ActForm action={`${pathOfSummary(cycle.year)}/report`} actId={repeatedActId(form)}>
      {drawn === null && <InsetText>{t('summary.no-text-yet')}</InsetText>}
      <TextArea
        t={t}
        name="subject"
        label={t('drafts.subject')}
        rows={2}
        value={typedText(fields, 'subject')}
        error={errorOf(errors, 'subject')}
      />
      {drawn && <OverrideInputs t={t} form={form} texts={textsOfYearReport(drawn)} />}
      <SignerInput
        t={t}
        fields={fields}
        errors={errors}
        choices={signerChoices(cycle.facts)}
        nameOf={cycle.nameOf}
      />
      <MomentFields c={c} cycle={cycle} form={form} />
      <ButtonGroup>
        {/* First, so that the Enter key shows the report and submits nothing. */}
        <Button kind="secondary" name="step" value="preview">
          {t('check.show-report')}
        </Button>
        <Button name="step" value="submit">
          {t('summary.submit-report')}
        </Button>
      </ButtonGroup>
    </ActForm>
  );
};

/** The report as it would be, and where each of its figures comes from. */
const ReportPreview = ({
  c,
  view: { cycle, unitName },
  content,
}: PartProps & { readonly content: YearReportContent }) => (
  <>
    <YearSources c={c} cycle={cycle} content={content} unitName={unitName} />
    <PaperPreview
      c={c}
      title={c.get('t')('check.report-preview')}
      source={{ kind: 'year-report', content }}
      facts={cycle.facts}
      year={cycle.year}
    />
  </>
);

/** The year's report: who signs it, words put otherwise, and the paper with its sources below. */
export const yearReportPage = async (c: WebContext, refused: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const view = await requireSummaryView(c);
  const isFresh = Object.keys(refused.fields).length === 0;
  const form = isFresh ? { ...refused, fields: freshYearReport(view) } : refused;
  const contents = await yearReportContents(c, view, form.fields);
  const title = t('summary.form-report');
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfSummary(view.cycle.year) }}
      hasError={form.errors.length > 0}
      stylesheets={['paper.css']}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {view.isWritable ? (
        <ReportForm c={c} view={view} form={form} drawn={contents?.drawn ?? null} />
      ) : (
        <p class="govuk-body">{t('summary.read-only')}</p>
      )}
      {contents && <ReportPreview c={c} view={view} content={contents.content} />}
    </Frame>,
    form.status,
  );
};

const fieldOf = (id: string): string | null => {
  if (id.startsWith('overrides-')) return id;
  if (id.startsWith('signer')) return SIGNER;
  return id === 'subject' || id === 'occurredAt' ? id : null;
};

export const submitYearReport = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  const { cycle } = await requireSummaryView(c);
  if (typedText(fields, 'step') !== 'submit') {
    return yearReportPage(c, { fields, errors: [], status: 200 });
  }
  return pressOnPeriod(c, {
    fields,
    act: 'submit-year-report',
    data: readYearReport(fields),
    to: pathOfSummary(cycle.year),
    fieldOf,
    again: (refusal) => yearReportPage(c, refusal),
  });
};
