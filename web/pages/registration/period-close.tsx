import { listEntriesOf, sharedTasksOf } from '../../../domain/registration-period.ts';
import type { PaperSource } from '../../../domain/paper-source.ts';
import { wordsIn } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { InsetText, WarningText } from '../../layout/content.tsx';
import {
  ActForm,
  Button,
  ButtonGroup,
  ErrorSummary,
  errorOf,
  TextArea,
} from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { MomentFields } from '../paper/moment-fields.tsx';
import { readSigner, SIGNER, signerChoices, signerValue } from '../plan/general-fields.ts';
import { SignerInput } from '../plan/schedule-inputs.tsx';
import { readKeptPeriod } from './period-keeping.ts';
import { NoticePreview } from './period-notice.tsx';
import { periodFieldOf } from './period-opening-form.ts';
import { NOTHING_REFUSED, pressOnPeriod, repeatedActId, type RefusedForm } from './period-press.ts';
import { pathOfPeriod, pathOfUnit, readIssuedPlan, type PeriodView } from './period-reading.ts';
import { isRegistered, type UnitLine, type UnitPhase } from './period-units.ts';

interface CloseProps {
  readonly c: WebContext;
  readonly view: PeriodView;
  readonly source: PaperSource;
  readonly form: RefusedForm;
}

const unitsIn = ({ units }: PeriodView, ...phases: readonly UnitPhase[]): readonly UnitLine[] =>
  units.filter(({ phase }) => phases.includes(phase));

const UnitLinks = ({ view, units }: { view: PeriodView; units: readonly UnitLine[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {units.map(({ unitId, name }) => (
      <li>
        <a class="govuk-link" href={pathOfUnit(view.cycle.year, unitId)}>
          {name}
        </a>
      </li>
    ))}
  </ul>
);

/** Whom the list would name as missing, said before it is closed. */
const Missing = ({ c, view }: Pick<CloseProps, 'c' | 'view'>) => {
  const t = c.get('t');
  const units = unitsIn(view, 'open', 'returned', 'cancelled');
  if (units.length === 0) return <p class="govuk-body">{t('registration.close-all-there')}</p>;
  return (
    <>
      <WarningText t={t}>{t('registration.close-missing', { count: units.length })}</WarningText>
      <UnitLinks view={view} units={units} />
    </>
  );
};

const CloseForm = ({ c, view, source, form }: CloseProps) => {
  const t = c.get('t');
  const { cycle } = view;
  const { fields, errors } = form;
  return (
    <>
      <Missing c={c} view={view} />
      <ActForm action={`${pathOfPeriod(cycle.year)}/close`} actId={repeatedActId(form)}>
        <TextArea
          t={t}
          name="subject"
          label={t('registration.subject')}
          rows={2}
          value={typedText(fields, 'subject')}
          error={errorOf(errors, 'subject')}
        />
        <SignerInput
          t={t}
          fields={fields}
          errors={errors}
          choices={signerChoices(cycle.facts)}
          nameOf={cycle.nameOf}
        />
        <MomentFields c={c} cycle={cycle} form={form} />
        <ButtonGroup>
          <Button kind="secondary" name="step" value="preview">
            {t('registration.show-notice')}
          </Button>
          <Button name="step" value="close">
            {t('registration.close')}
          </Button>
        </ButtonGroup>
      </ActForm>
      <NoticePreview c={c} source={source} facts={cycle.facts} year={cycle.year} />
    </>
  );
};

/** The form, or what is to be done first. */
const Closing = (props: CloseProps) => {
  const { c, view } = props;
  const t = c.get('t');
  const unjudged = unitsIn(view, 'submitted', 'declining');
  if (view.period.phase !== 'open') {
    return <InsetText>{t('registration.close-closed')}</InsetText>;
  }
  if (unjudged.length > 0) {
    return (
      <>
        <WarningText t={t}>
          {t('registration.close-unjudged', { count: unjudged.length })}
        </WarningText>
        <UnitLinks view={view} units={unjudged} />
      </>
    );
  }
  if (!view.units.some(isRegistered)) {
    return <InsetText>{t('registration.close-nothing')}</InsetText>;
  }
  return <CloseForm {...props} />;
};

const closingFieldsOf = ({ cycle, period }: PeriodView): TypedFields => ({
  subject: wordsIn('vi')('registration.result-subject', { year: cycle.year }),
  [SIGNER]: signerValue(period.opening.submitted.signer),
});

const readClosing = (fields: TypedFields) => ({
  subject: typedText(fields, 'subject'),
  signer: readSigner(fields),
});

const readSource = async (
  c: WebContext,
  { cycle, period }: PeriodView,
  fields: TypedFields,
): Promise<PaperSource> =>
  c.get('deps').acts.stores.paperSources.ofList(cycle.row.office_id, {
    ...readClosing(fields),
    year: cycle.year,
    planVersion: period.planVersion,
    issuedPlan: await readIssuedPlan(c, cycle),
    entries: listEntriesOf(period),
    sharedTasks: sharedTasksOf(period),
  });

/** What goes to the leader once the list is closed, with who would be missing from it. */
export const closePage = async (c: WebContext, refused: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const view = await readKeptPeriod(c);
  const isFresh = Object.keys(refused.fields).length === 0;
  const form = isFresh ? { ...refused, fields: closingFieldsOf(view) } : refused;
  const source = await readSource(c, view, form.fields);
  const title = t('registration.to-close');
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfPeriod(view.cycle.year) }}
      hasError={form.errors.length > 0}
      stylesheets={['paper.css']}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <Closing c={c} view={view} source={source} form={form} />
    </Frame>,
    form.status,
  );
};

export const closeList = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  const { cycle } = await readKeptPeriod(c);
  const again = (refused: RefusedForm) => closePage(c, refused);
  if (typedText(fields, 'step') === 'preview') return again({ fields, errors: [], status: 200 });
  const { cycles } = c.get('deps').acts.stores;
  return pressOnPeriod(c, {
    fields,
    act: 'close-list',
    data: readClosing(fields),
    to: pathOfPeriod(cycle.year),
    fieldOf: periodFieldOf,
    again,
    isShown: async () =>
      (await cycles.listWaiting(cycle.row.office_id)).some(
        ({ year, what }) => year === cycle.year && what === 'approve-list',
      ),
  });
};
