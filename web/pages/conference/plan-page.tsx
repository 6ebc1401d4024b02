import type { ConferenceContent } from '../../../domain/conference/conference-content.ts';
import { holderOf } from '../../../domain/office.ts';
import { ActForm, Button, ErrorSummary, errorOf, TextInput } from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import type { WebContext } from '../../environment.ts';
import { readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import {
  NOTHING_REFUSED,
  pressOnPeriod,
  repeatedActId,
  type RefusedForm,
} from '../registration/period-press.ts';
import {
  pathOfConference,
  pathOfConferences,
  readConference,
  type ConferenceView,
} from './conference-reading.ts';
import { MomentFields } from '../paper/moment-fields.tsx';
import { PlanFields } from './plan-form.tsx';
import { planFieldOf, planFieldsOf, readPlanFields } from './plan-fields.ts';

interface PageProps {
  readonly title: string;
  readonly action: string;
  readonly back: string;
  readonly cycle: RunningCycle;
  readonly fields: TypedFields;
  readonly form: RefusedForm;
  /** null: a new one, which is given an id. */
  readonly basedOn: number | null;
}

const showPlan = (c: WebContext, props: PageProps) => {
  const t = c.get('t');
  const { title, cycle, fields, form, basedOn } = props;
  const { errors } = form;
  return c.html(
    <Frame c={c} title={title} backLink={{ href: props.back }} hasError={errors.length > 0}>
      <ErrorSummary t={t} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <ActForm action={props.action} actId={repeatedActId(form)}>
        {basedOn === null ? (
          <TextInput
            t={t}
            name="conferenceId"
            label={t('conference.id')}
            hint={t('conference.id-hint')}
            value={typedText(fields, 'conferenceId')}
            error={errorOf(errors, 'conferenceId')}
          />
        ) : (
          <input type="hidden" name="basedOn" value={basedOn} />
        )}
        <PlanFields t={t} facts={cycle.facts} fields={fields} errors={errors} />
        <MomentFields c={c} cycle={cycle} form={form} />
        <Button>{t(basedOn === null ? 'conference.plan' : 'conference.change')}</Button>
      </ActForm>
    </Frame>,
    form.status,
  );
};

// What an office most often wants; whoever plans writes the rest.
const freshContent = ({ facts, day, year }: RunningCycle): ConferenceContent => ({
  kind: 'LAUNCH',
  name: '',
  closesYear: null,
  opensYear: year,
  date: day,
  session: null,
  startAt: `${day}T08:00:00+07:00`,
  endAt: `${day}T10:00:00+07:00`,
  place: '',
  link: null,
  chairId: holderOf(facts, 'leader')?.id ?? '',
  secretaryId: holderOf(facts, 'secretary')?.id ?? '',
  host: facts.name,
  launchedBy: null,
  inResponseTo: null,
  context: null,
  witnesses: null,
  guestsText: null,
  agenda: [],
  guests: [],
  invitedSuperiorIds: [],
  summonedUnitIds: facts.units.map(({ id }) => id),
});

const freshId = ({ state, year }: RunningCycle): string => {
  const count = state.strands.filter(({ strand }) => strand.kind === 'conference').length;
  return `HN-${String(year)}-${String(count + 1)}`;
};

export const newConferencePage = async (c: WebContext, form: RefusedForm = NOTHING_REFUSED) => {
  const cycle = await readRunningCycle(c);
  const isFresh = form === NOTHING_REFUSED;
  return showPlan(c, {
    title: c.get('t')('conference.new-title', { year: cycle.year }),
    action: `${pathOfConferences(cycle.year)}/new`,
    back: pathOfConferences(cycle.year),
    cycle,
    fields: isFresh ? planFieldsOf(freshId(cycle), freshContent(cycle)) : form.fields,
    form,
    basedOn: null,
  });
};

const showChange = (c: WebContext, view: ConferenceView, form: RefusedForm) =>
  showPlan(c, {
    title: c.get('t')('conference.change-title'),
    action: `${pathOfConference(view)}/change`,
    back: pathOfConference(view),
    cycle: view.cycle,
    fields: form === NOTHING_REFUSED ? planFieldsOf(view.id, view.content) : form.fields,
    form,
    basedOn: Number(typedText(form.fields, 'basedOn')) || view.version,
  });

export const changeConferencePage = async (c: WebContext) => {
  const view = await readConference(c);
  return view ? showChange(c, view, NOTHING_REFUSED) : c.notFound();
};

export const planConference = async (c: WebContext) => {
  const fields = await c.req.parseBody({ all: true });
  const { year } = await readRunningCycle(c);
  const { conference, errors } = readPlanFields(fields, c.get('t'));
  if (errors.length > 0) return newConferencePage(c, { fields, errors, status: 422 });
  const conferenceId = typedText(fields, 'conferenceId');
  return pressOnPeriod(c, {
    fields,
    act: 'plan-conference',
    data: { conferenceId, conference },
    to: pathOfConferences(year),
    fieldOf: planFieldOf,
    again: (refused) => newConferencePage(c, refused),
  });
};

export const changeConference = async (c: WebContext) => {
  const fields = await c.req.parseBody({ all: true });
  const view = await readConference(c);
  if (!view) return c.notFound();
  const { conference, errors } = readPlanFields(fields, c.get('t'));
  if (errors.length > 0) return showChange(c, view, { fields, errors, status: 422 });
  return pressOnPeriod(c, {
    fields,
    act: 'change-conference',
    data: { conferenceId: view.id, basedOn: Number(typedText(fields, 'basedOn')), conference },
    to: pathOfConference(view),
    fieldOf: planFieldOf,
    again: (refused) => showChange(c, view, refused),
  });
};
