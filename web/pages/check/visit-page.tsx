import type { WebContext } from '../../environment.ts';
import { Checkboxes, DateInput } from '../../layout/choices.tsx';
import {
  ActForm,
  Button,
  ErrorSummary,
  errorOf,
  FileUpload,
  Select,
  TextArea,
  TextInput,
} from '../../layout/forms.tsx';
import { readDateInput, typedText, type TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { mayGiveOccurredAt } from '../../powers.ts';
import { userOn } from '../../signed-in.ts';
import { OccurredAtFields } from '../paper/paper-moment.tsx';
import { createFormReader, typedChoices, typedLines, typedOrNull } from '../plan/form-reading.ts';
import {
  NOTHING_REFUSED,
  pressOnPeriod,
  repeatedActId,
  type RefusedForm,
} from '../registration/period-press.ts';
import { pathOfCheck, requireCheckView, type CheckView } from './check-reading.ts';
import { personChoices } from '../office/person-choices.ts';

interface FormProps {
  readonly c: WebContext;
  readonly view: CheckView;
  readonly form: RefusedForm;
}

const TEXTS = ['strengths', 'weaknesses'] as const;

const WhereAndWho = ({ c, view, form }: FormProps) => {
  const t = c.get('t');
  const { fields, errors } = form;
  const { units, people } = view.cycle.facts;
  return (
    <>
      <TextInput
        t={t}
        name="visitId"
        label={t('check.visit-id')}
        hint={t('check.visit-id-hint')}
        width={10}
        value={typedText(fields, 'visitId')}
        error={errorOf(errors, 'visitId')}
      />
      <Select
        t={t}
        name="unitId"
        label={t('check.unit')}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
        value={typedText(fields, 'unitId')}
        error={errorOf(errors, 'unitId')}
      />
      <DateInput
        t={t}
        name="on"
        label={t('check.visit-on')}
        value={readDateInput(fields, 'on').typed}
        error={errorOf(errors, 'on')}
      />
      <Checkboxes
        t={t}
        name="team"
        label={t('check.team')}
        options={personChoices(people)}
        values={typedChoices(fields, 'team')}
        error={errorOf(errors, 'team')}
      />
    </>
  );
};

const WhatWasFound = ({ c, form }: FormProps) => {
  const t = c.get('t');
  const { fields, errors } = form;
  return (
    <>
      <TextArea
        t={t}
        name="themes"
        label={t('check.themes')}
        hint={t('plan.one-per-line')}
        value={typedText(fields, 'themes')}
        error={errorOf(errors, 'themes')}
      />
      {TEXTS.map((name) => (
        <TextArea
          t={t}
          name={name}
          label={t(`check.${name}`)}
          isOptional
          rows={2}
          value={typedText(fields, name)}
          error={errorOf(errors, name)}
        />
      ))}
      <TextArea
        t={t}
        name="findings"
        label={t('check.findings')}
        hint={t('check.findings-hint')}
        isOptional
        value={typedText(fields, 'findings')}
        error={errorOf(errors, 'findings')}
      />
      <FileUpload
        t={t}
        name="scan"
        label={t('check.scan')}
        isOptional
        accept="application/pdf"
        error={errorOf(errors, 'scan')}
      />
    </>
  );
};

/** The form of a visit to a unit, whose minutes both sides have signed. */
export const visitPage = async (c: WebContext, form: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const view = await requireCheckView(c);
  const { cycle, quarter } = view;
  const path = pathOfCheck(cycle.year, quarter);
  const title = t('check.new-visit');
  return c.html(
    <Frame c={c} title={title} backLink={{ href: path }} hasError={form.errors.length > 0}>
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <ActForm action={`${path}/visits/new`} actId={repeatedActId(form)} hasFiles>
        <WhereAndWho c={c} view={view} form={form} />
        <WhatWasFound c={c} view={view} form={form} />
        {mayGiveOccurredAt(cycle.facts, userOn(c).person.person_id) && (
          <OccurredAtFields t={t} fields={form.fields} errors={form.errors} />
        )}
        <Button>{t('check.save-visit')}</Button>
      </ActForm>
    </Frame>,
    form.status,
  );
};

// "What was found => what the unit is to mend."
const readFinding = (line: string) => {
  const [text = '', remedy = ''] = line.split('=>').map((part) => part.trim());
  return { text, remedy: remedy === '' ? null : remedy };
};

const scanIn = async (fields: TypedFields): Promise<Uint8Array | null> => {
  const file = fields['scan'];
  return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
};

const fieldOf = (id: string): string | null =>
  id === 'bytes' ? 'scan' : (/^visit-([A-Za-z]+)/.exec(id)?.[1] ?? null);

export const recordVisit = async (c: WebContext) => {
  const fields = await c.req.parseBody({ all: true });
  const { cycle, quarter } = await requireCheckView(c);
  const reader = createFormReader(fields, c.get('t'));
  const on = reader.date('on', cycle.day);
  if (reader.errors.length > 0) {
    return visitPage(c, { fields, errors: reader.errors, status: 422 });
  }
  const visit = {
    visitId: typedText(fields, 'visitId'),
    unitId: typedText(fields, 'unitId'),
    on,
    themes: typedLines(fields, 'themes'),
    team: typedChoices(fields, 'team'),
    strengths: typedOrNull(fields, 'strengths'),
    weaknesses: typedOrNull(fields, 'weaknesses'),
    findings: typedLines(fields, 'findings').map(readFinding),
  };
  return pressOnPeriod(c, {
    fields,
    act: 'record-visit',
    data: { quarter, visit, bytes: await scanIn(fields) },
    to: pathOfCheck(cycle.year, quarter),
    fieldOf,
    again: (refusal) => visitPage(c, refusal),
  });
};
