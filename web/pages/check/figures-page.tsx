import { readFigures } from '../../../acts/check/confirmed-figures.ts';
import type { ReportedFigure } from '../../../domain/check/check-content.ts';
import {
  findCheckedUnit,
  isCheckOver,
  isReported,
  type CheckedUnit,
} from '../../../domain/check/quarterly-check.ts';
import type { Indicator } from '../../../domain/plan.ts';
import { headOfUnit } from '../../../domain/office.ts';
import type { WebContext } from '../../environment.ts';
import { EmptyState, WarningText } from '../../layout/content.tsx';
import {
  ActForm,
  Button,
  ErrorSummary,
  errorOf,
  NumberInput,
  TextArea,
} from '../../layout/forms.tsx';
import { formatVietnameseNumber, typedText, type TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { hasPower, mayGiveOccurredAt } from '../../powers.ts';
import { userOn } from '../../signed-in.ts';
import { OccurredAtFields } from '../paper/paper-moment.tsx';
import { NOTHING_REFUSED, repeatedActId, type RefusedForm } from '../registration/period-press.ts';
import { pathOfCheck, requireCheckView, romanOf, type CheckView } from './check-reading.ts';

/** One figure that the unit is asked for; its fields stand under `{place}`. */
export interface AskedFigure {
  readonly taskId: string;
  readonly taskTitle: string;
  readonly indicator: Indicator;
  readonly place: string;
}

export const askedFigures = ({ tasks }: CheckView, unitId: string): readonly AskedFigure[] =>
  tasks
    .filter((one) => one.unitId === unitId)
    .flatMap(({ task }) =>
      task.indicators.map((indicator) => ({
        taskId: task.id,
        taskTitle: task.title,
        indicator,
      })),
    )
    .map((one, index) => ({ ...one, place: `figures-${String(index)}` }));

const typedOf = (asked: readonly AskedFigure[], figures: readonly ReportedFigure[]): TypedFields =>
  Object.fromEntries(
    asked.flatMap(({ taskId, indicator, place }) => {
      const figure = figures.find(
        (one) => one.taskId === taskId && one.indicatorId === indicator.id,
      );
      const actual = figure?.actual ?? null;
      return [
        [`${place}-actual`, actual === null ? '' : formatVietnameseNumber(actual)],
        [`${place}-note`, figure?.note ?? ''],
        [`${place}-evidence`, (figure?.evidence ?? []).join('\n')],
      ];
    }),
  );

interface FormProps {
  readonly c: WebContext;
  readonly view: CheckView;
  readonly unitId: string;
  readonly form: RefusedForm;
}

const FigureInputs = ({ c, view, form, asked }: FormProps & { asked: AskedFigure }) => {
  const t = c.get('t');
  const { fields, errors } = form;
  const { indicator, place, taskTitle } = asked;
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
        {taskTitle}: {indicator.name}
      </legend>
      <NumberInput
        t={t}
        name={`${place}-actual`}
        label={t('check.actual')}
        hint={t('check.figure-hint', {
          target: formatVietnameseNumber(indicator.quarterTargets[view.quarter]),
          unit: indicator.unit,
        })}
        isOptional
        value={typedText(fields, `${place}-actual`)}
        error={errorOf(errors, `${place}-actual`)}
      />
      <TextArea
        t={t}
        name={`${place}-note`}
        label={t('check.note')}
        isOptional
        rows={2}
        value={typedText(fields, `${place}-note`)}
        error={errorOf(errors, `${place}-note`)}
      />
      <TextArea
        t={t}
        name={`${place}-evidence`}
        label={t('check.evidence')}
        hint={t('plan.one-per-line')}
        isOptional
        rows={2}
        value={typedText(fields, `${place}-evidence`)}
        error={errorOf(errors, `${place}-evidence`)}
      />
    </fieldset>
  );
};

const FiguresForm = (props: FormProps) => {
  const { c, view, unitId, form } = props;
  const t = c.get('t');
  const asked = askedFigures(view, unitId);
  if (asked.length === 0) return <EmptyState title={t('check.no-figures')} />;
  const path = `${pathOfCheck(view.cycle.year, view.quarter)}/units/${unitId}`;
  return (
    <ActForm action={path} actId={repeatedActId(form)}>
      {asked.map((one) => (
        <FigureInputs {...props} asked={one} />
      ))}
      {mayGiveOccurredAt(view.cycle.facts, userOn(c).person.person_id) && (
        <OccurredAtFields t={t} fields={form.fields} errors={form.errors} />
      )}
      <Button>{t('check.send-figures')}</Button>
    </ActForm>
  );
};

const Reported = ({
  c,
  view,
  figures,
}: Pick<FormProps, 'c' | 'view'> & { figures: readonly ReportedFigure[] }) => {
  const t = c.get('t');
  const nameOf = ({ taskId, indicatorId }: ReportedFigure) =>
    view.tasks
      .find(({ task }) => task.id === taskId)
      ?.task.indicators.find(({ id }) => id === indicatorId)?.name ?? indicatorId;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {figures.map((figure) => (
        <li>
          {nameOf(figure)}:{' '}
          <strong>
            {figure.actual === null
              ? t('check.grade-MISSING')
              : formatVietnameseNumber(figure.actual)}
          </strong>
          {[figure.note, ...figure.evidence].filter(Boolean).map((text) => ` · ${text ?? ''}`)}
        </li>
      ))}
    </ul>
  );
};

const JudgeForms = ({ c, view, unitId, form, unit }: FormProps & { unit: CheckedUnit }) => {
  const t = c.get('t');
  const path = `${pathOfCheck(view.cycle.year, view.quarter)}/units/${unitId}`;
  const version = <input type="hidden" name="version" value={String(unit.version)} />;
  return (
    <>
      <ActForm action={`${path}/confirm`} actId={repeatedActId(form)}>
        {version}
        <Button>{t('check.confirm', { version: unit.version })}</Button>
      </ActForm>
      <ActForm action={`${path}/return`}>
        {version}
        <TextArea
          t={t}
          name="reason"
          label={t('check.return-reason')}
          rows={2}
          value={typedText(form.fields, 'reason')}
          error={errorOf(form.errors, 'reason')}
        />
        <Button kind="warning">{t('check.return')}</Button>
      </ActForm>
    </>
  );
};

const readReason = async (c: WebContext, unit: CheckedUnit | null): Promise<string | null> => {
  if (unit?.standing !== 'returned' || !unit.returned) return null;
  const { paperSources } = c.get('deps').acts.stores;
  return paperSources.readReason(userOn(c).officeId, unit.returned.reasonId);
};

const readReported = async (c: WebContext, view: CheckView, unit: CheckedUnit | null) => {
  if (!unit || unit.version === 0) return [];
  const { stores } = c.get('deps').acts;
  const { row } = view.cycle;
  return readFigures(stores, row.office_id, view.check, unit.unitId, unit.version);
};

const mayReportFor = (c: WebContext, { cycle }: CheckView, unitId: string): boolean => {
  const me = userOn(c).person.person_id;
  const roles = cycle.facts.people.find(({ id }) => id === me)?.roles ?? [];
  const isHelper = roles.includes('cycleCoordinator') || roles.includes('clerk');
  return isHelper || headOfUnit(cycle.facts, unitId)?.id === me;
};

const Forms = (props: FormProps & { unit: CheckedUnit | null; mayJudge: boolean }) => {
  const { c, view, unitId, unit, mayJudge } = props;
  if (isCheckOver(view.check) || isReported(view.check)) return null;
  if (unit?.standing === 'reported') return mayJudge ? <JudgeForms {...props} unit={unit} /> : null;
  return mayReportFor(c, view, unitId) ? <FiguresForm {...props} /> : null;
};

const Standing = ({
  c,
  unit,
  reason,
}: {
  c: WebContext;
  unit: CheckedUnit | null;
  reason: string | null;
}) => {
  const t = c.get('t');
  return (
    <>
      {unit && <p class="govuk-body">{t(`check.unit-${unit.standing}`)}</p>}
      {reason !== null && (
        <WarningText t={t}>{t('check.returned-because', { reason })}</WarningText>
      )}
    </>
  );
};

/** A unit's figures: to be reported, corrected, or judged. */
export const figuresPage = async (c: WebContext, refused: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const view = await requireCheckView(c);
  const { cycle, quarter, check } = view;
  const unitId = c.req.param('unit') ?? '';
  const unit = findCheckedUnit(check, unitId);
  const reported = await readReported(c, view, unit);
  const isFresh = Object.keys(refused.fields).length === 0;
  const fresh = typedOf(askedFigures(view, unitId), reported);
  const form = isFresh ? { ...refused, fields: fresh } : refused;
  const mayJudge = await hasPower(c, 'confirmFigures', cycle.day);
  const reason = await readReason(c, unit);
  const title = t('check.figures-of', { quarter: romanOf(quarter), unit: view.unitName(unitId) });
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfCheck(cycle.year, quarter) }}
      hasError={form.errors.length > 0}
    >
      <ErrorSummary t={t} errors={form.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <Standing c={c} unit={unit} reason={reason} />
      <Reported c={c} view={view} figures={reported} />
      <Forms c={c} view={view} unitId={unitId} form={form} unit={unit} mayJudge={mayJudge} />
    </Frame>,
    form.status,
  );
};
