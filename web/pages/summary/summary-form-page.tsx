import { DomainError } from '../../../domain/errors.ts';
import type { WebContext } from '../../environment.ts';
import { ActForm, Button, ErrorSummary } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { readRunningCycle } from '../cycle/cycle-reading.ts';
import { MomentFields } from '../paper/moment-fields.tsx';
import {
  NOTHING_REFUSED,
  pressOnPeriod,
  repeatedActId,
  type RefusedForm,
} from '../registration/period-press.ts';
import {
  ACT_OF,
  FORMS,
  readSummaryForm,
  summaryFieldsOf,
  type SummaryForm,
} from './summary-fields.ts';
import { SummaryInputs } from './summary-inputs.tsx';
import { summaryPage } from './summary-page.tsx';
import { pathOfSummary, readSummaryView, requireSummaryView } from './summary-reading.ts';

const formOn = (c: WebContext): SummaryForm => {
  const given = c.req.param('form');
  const form = FORMS.find((name) => name === given);
  if (form) return form;
  throw new DomainError('unknown-reference', 'there is no such form', { given: given ?? '' });
};

/** One part of the summary, to be written by whoever may; refused, it keeps what was typed. */
export const summaryFormPage = async (c: WebContext, refused: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const part = formOn(c);
  const view = await requireSummaryView(c);
  const { cycle } = view;
  const isFresh = Object.keys(refused.fields).length === 0;
  const form = isFresh ? { ...refused, fields: summaryFieldsOf(part, view) } : refused;
  const title = t(`summary.form-${part}`);
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfSummary(cycle.year) }}
      hasError={form.errors.length > 0}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {view.isWritable ? (
        <ActForm action={`${pathOfSummary(cycle.year)}/${part}`} actId={repeatedActId(form)}>
          <SummaryInputs part={part} c={c} view={view} form={form} />
          <MomentFields c={c} cycle={cycle} form={form} />
          <Button>{t('summary.save')}</Button>
        </ActForm>
      ) : (
        <p class="govuk-body">{t('summary.read-only')}</p>
      )}
    </Frame>,
    form.status,
  );
};

export const saveSummaryForm = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  const part = formOn(c);
  const view = await requireSummaryView(c);
  const { data, errors, fieldOf } = readSummaryForm(part, fields, c.get('t'), view);
  const again = (refused: RefusedForm) => summaryFormPage(c, refused);
  if (errors.length > 0) return again({ fields, errors, status: 422 });
  return pressOnPeriod(c, {
    fields,
    act: ACT_OF[part],
    data,
    to: pathOfSummary(view.cycle.year),
    fieldOf: (id) => (id === 'occurredAt' ? id : fieldOf(id)),
    again,
  });
};

export const openSummary = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  const cycle = await readRunningCycle(c);
  return pressOnPeriod(c, {
    fields,
    act: 'open-summary',
    data: {},
    to: pathOfSummary(cycle.year),
    fieldOf: (id) => (id === 'occurredAt' ? id : null),
    again: (refused) => summaryPage(c, refused),
    isShown: async () => (await readSummaryView(c, cycle)) !== null,
  });
};
