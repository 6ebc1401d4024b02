import type { WebContext } from '../../environment.ts';
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
import { mayGiveOccurredAt } from '../../powers.ts';
import { userOn } from '../../signed-in.ts';
import { OccurredAtFields } from '../paper/paper-moment.tsx';
import { signerChoices } from '../plan/general-fields.ts';
import { ReplacesReason } from '../drafts/plain-paper-page.tsx';
import { OverrideInputs } from '../drafts/report-overrides.tsx';
import { SignerInput } from '../plan/schedule-inputs.tsx';
import { PaperPreview } from '../registration/period-notice.tsx';
import {
  NOTHING_REFUSED,
  pressOnPeriod,
  repeatedActId,
  type RefusedForm,
} from '../registration/period-press.ts';
import type { QuarterReportContent } from '../../../domain/check/check-content.ts';
import { textsOfQuarterReport } from '../../../domain/check/quarter-report-texts.ts';
import { pathOfCheck, requireCheckView, romanOf, type CheckView } from './check-reading.ts';
import {
  freshReportFields,
  OVERVIEW,
  paperToReplace,
  readReportForm,
  reportContents,
} from './report-form.ts';
import { ReportSources } from './report-sources.tsx';

interface FormProps {
  readonly c: WebContext;
  readonly view: CheckView;
  readonly form: RefusedForm;
  readonly drawn: QuarterReportContent;
}

const ReportForm = ({ c, view, form, drawn }: FormProps) => {
  const t = c.get('t');
  const { fields, errors } = form;
  const { cycle, quarter } = view;
  return (
    <ActForm action={`${pathOfCheck(cycle.year, quarter)}/report`} actId={repeatedActId(form)}>
      <TextArea
        t={t}
        name="subject"
        label={t('check.subject')}
        rows={2}
        value={typedText(fields, 'subject')}
        error={errorOf(errors, 'subject')}
      />
      {OVERVIEW.map((part) => (
        <TextArea
          t={t}
          name={part}
          label={t(`check.${part}`)}
          hint={t('plan.one-per-line')}
          isOptional
          value={typedText(fields, part)}
          error={errorOf(errors, part)}
        />
      ))}
      {paperToReplace(view) !== null && <ReplacesReason c={c} form={form} isOptional={false} />}
      <OverrideInputs t={t} form={form} texts={textsOfQuarterReport(drawn)} />
      <SignerInput
        t={t}
        fields={fields}
        errors={errors}
        choices={signerChoices(cycle.facts)}
        nameOf={cycle.nameOf}
      />
      {mayGiveOccurredAt(cycle.facts, userOn(c).person.person_id) && (
        <OccurredAtFields t={t} fields={fields} errors={errors} />
      )}
      <ButtonGroup>
        {/* First, so that the Enter key shows the report and submits nothing. */}
        <Button kind="secondary" name="step" value="preview">
          {t('check.show-report')}
        </Button>
        <Button name="step" value="submit">
          {t('check.submit-report')}
        </Button>
      </ButtonGroup>
    </ActForm>
  );
};

/** The report of a quarter: what people write of it, and the paper with its figures below. */
export const reportPage = async (c: WebContext, refused: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const view = await requireCheckView(c);
  const isFresh = Object.keys(refused.fields).length === 0;
  const form = isFresh ? { ...refused, fields: await freshReportFields(c, view) } : refused;
  const { drawn, content } = await reportContents(c, view, form.fields);
  const { cycle, quarter } = view;
  const isReplacing = paperToReplace(view) !== null;
  const title = t(isReplacing ? 'check.report-replacing' : 'check.report-of', {
    quarter: romanOf(quarter),
    year: cycle.year,
  });
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfCheck(cycle.year, quarter) }}
      hasError={form.errors.length > 0}
      stylesheets={['paper.css']}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <ReportForm c={c} view={view} form={form} drawn={drawn} />
      <ReportSources c={c} cycle={cycle} content={content} unitName={view.unitName} />
      <PaperPreview
        c={c}
        title={t('check.report-preview')}
        source={{ kind: 'quarter-report', content }}
        facts={cycle.facts}
        year={cycle.year}
      />
    </Frame>,
    form.status,
  );
};

const fieldOf = (id: string): string | null => {
  const part = OVERVIEW.find((one) => id.startsWith(`overview-${one}`));
  if (part) return part;
  if (id.startsWith('overrides-') || id === 'replaces-reason') return id;
  if (id.startsWith('signer')) return 'signer-personId';
  return id === 'subject' || id === 'occurredAt' ? id : null;
};

export const submitReport = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  const view = await requireCheckView(c);
  const { cycle, quarter } = view;
  if (typedText(fields, 'step') !== 'submit') {
    return reportPage(c, { fields, errors: [], status: 200 });
  }
  const paperId = paperToReplace(view);
  return pressOnPeriod(c, {
    fields,
    act: 'submit-quarter-report',
    data: {
      quarter,
      ...readReportForm(fields),
      replaces: paperId === null ? null : { paperId, reason: typedText(fields, 'replaces-reason') },
    },
    to: pathOfCheck(cycle.year, quarter),
    fieldOf,
    again: (refusal) => reportPage(c, refusal),
  });
};
