import type { WebContext } from '../../environment.ts';
import { InsetText } from '../../layout/content.tsx';
import { ActForm, Button, ErrorSummary } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import {
  NOTHING_REFUSED,
  pressOnPeriod,
  repeatedActId,
  type RefusedForm,
} from '../registration/period-press.ts';
import { ACT_FORM_SPECS, ACT_FORMS, type ActFormName } from './act-table.ts';
import {
  pathOfConference,
  readConference,
  readRecordedDay,
  type ConferenceView,
} from './conference-reading.ts';
import { MomentFields } from '../paper/moment-fields.tsx';

const formOn = (c: WebContext): ActFormName | null =>
  ACT_FORMS.find((name) => name === c.req.param('form')) ?? null;

const showForm = async (
  c: WebContext,
  view: ConferenceView,
  name: ActFormName,
  form: RefusedForm,
) => {
  const t = c.get('t');
  const { Fields, fresh, isOpen } = ACT_FORM_SPECS[name];
  const { errors } = form;
  const isFresh = form === NOTHING_REFUSED;
  const fields = isFresh ? fresh(view, await readRecordedDay(c, view)) : form.fields;
  const mayKeep = await hasPower(c, 'keepConference', view.cycle.day);
  const title = t(`conference.form-${name}`);
  const path = pathOfConference(view);
  const isOffered = mayKeep && isOpen(view.state);
  return c.html(
    <Frame c={c} title={title} backLink={{ href: path }} hasError={errors.length > 0}>
      <ErrorSummary t={t} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{view.content.name}</p>
      {isOffered || !isFresh ? (
        <ActForm action={`${path}/${name}`} actId={repeatedActId(form)}>
          <Fields t={t} facts={view.cycle.facts} view={view} fields={fields} errors={errors} />
          <MomentFields c={c} cycle={view.cycle} form={form} />
          <Button kind={name === 'cancel' ? 'warning' : undefined}>{title}</Button>
        </ActForm>
      ) : (
        <InsetText>{t(mayKeep ? 'conference.not-now' : 'conference.may-not')}</InsetText>
      )}
    </Frame>,
    form.status,
  );
};

export const actPage = async (c: WebContext) => {
  const [view, name] = [await readConference(c), formOn(c)];
  return view && name ? showForm(c, view, name, NOTHING_REFUSED) : c.notFound();
};

// "/minutes/course/0/text" is the field "course-0-text"; the signer is one field.
const fieldOf = (id: string): string =>
  id.startsWith('signer') ? 'signer-personId' : id.replace(/^(?:minutes|attendance)-/, '');

export const pressAct = async (c: WebContext) => {
  const [view, name] = [await readConference(c), formOn(c)];
  if (!view || !name) return c.notFound();
  const fields = await c.req.parseBody({ all: true });
  const { data, errors } = ACT_FORM_SPECS[name].read({ fields, view, t: c.get('t') });
  if (errors.length > 0) return showForm(c, view, name, { fields, errors, status: 422 });
  return pressOnPeriod(c, {
    fields,
    act: ACT_FORM_SPECS[name].act,
    data: { conferenceId: view.id, ...data },
    to: pathOfConference(view),
    fieldOf,
    again: (refused) => showForm(c, view, name, refused),
  });
};
