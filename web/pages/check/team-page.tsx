import { proposeCheckTeam } from '../../../acts/check/propose-check-team.ts';
import type { PaperSource } from '../../../domain/paper-source.ts';
import { QUARTERS } from '../../../domain/plan.ts';
import { NO_ADDRESSEES } from '../../../domain/recipients.ts';
import type { WebContext } from '../../environment.ts';
import { Checkboxes, DateInput } from '../../layout/choices.tsx';
import { errorOf, Select } from '../../layout/forms.tsx';
import { readDateInput, typedText } from '../../layout/typed-values.ts';
import { hasPower } from '../../powers.ts';
import { readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { DecisionPage, WordsInput, type DecisionForm } from '../drafts/decision-parts.tsx';
import { pathOfDrafts } from '../drafts/draft-reading.ts';
import { createFormReader, typedChoices } from '../plan/form-reading.ts';
import { NOTHING_REFUSED, pressOnPeriod, type RefusedForm } from '../registration/period-press.ts';
import { pathOfChecks, romanOf } from './check-reading.ts';
import {
  quarterNamed,
  readTeamForm,
  SINGLE_ROLES,
  teamFieldOf,
  teamFieldsOf,
} from './team-fields.ts';
import { personChoices } from '../office/person-choices.ts';

const pathOf = (year: number): string => `${pathOfChecks(year)}/team`;

const Team = ({ c, cycle, form }: DecisionForm) => {
  const t = c.get('t');
  const { fields, errors } = form;
  const people = personChoices(cycle.facts.people);
  return (
    <>
      {SINGLE_ROLES.map((role) => (
        <Select
          t={t}
          name={role}
          label={t(`decisions.${role}`)}
          isOptional={role !== 'head'}
          options={people}
          value={typedText(fields, role)}
          error={errorOf(errors, role)}
        />
      ))}
      <Checkboxes
        t={t}
        name="members"
        label={t('decisions.members')}
        isOptional
        options={people}
        values={typedChoices(fields, 'members')}
        error={errorOf(errors, 'members')}
      />
    </>
  );
};

const WhatAndWhen = ({ c, cycle, form }: DecisionForm) => {
  const t = c.get('t');
  const { fields, errors } = form;
  return (
    <>
      <Checkboxes
        t={t}
        name="unitIds"
        label={t('decisions.units')}
        options={cycle.facts.units.map(({ id, name }) => ({ value: id, label: name }))}
        values={typedChoices(fields, 'unitIds')}
        error={errorOf(errors, 'unitIds')}
      />
      {(['from', 'to'] as const).map((name) => (
        <DateInput
          t={t}
          name={name}
          label={t(`decisions.${name}`)}
          value={readDateInput(fields, name).typed}
          error={errorOf(errors, name)}
        />
      ))}
      <WordsInput
        c={c}
        form={form}
        name="duties"
        label={t('decisions.duties')}
        hint={t('plan.one-per-line')}
      />
    </>
  );
};

const sourceOf = (c: WebContext, { year, day }: RunningCycle, form: RefusedForm): PaperSource => {
  const content = readTeamForm(form.fields, createFormReader(form.fields, c.get('t')), day);
  return { kind: 'check-team-decision', content: { ...content, year, addressees: NO_ADDRESSEES } };
};

const freshFields = async (c: WebContext, { row, state, facts }: RunningCycle) =>
  teamFieldsOf(
    await proposeCheckTeam(
      c.get('deps').acts,
      { officeId: row.office_id, cycle: state, facts },
      quarterNamed(c.req.query('quarter')),
    ),
  );

/** The decision on who checks the units, drafted from the year's plan and its last visit. */
export const teamPage = async (c: WebContext, refused: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const cycle = await readRunningCycle(c);
  if (!(await hasPower(c, 'submitDraft', cycle.day))) return c.notFound();
  const isFresh = Object.keys(refused.fields).length === 0;
  const form = isFresh ? { ...refused, fields: await freshFields(c, cycle) } : refused;
  const parts = { c, cycle, form };
  return c.html(
    <DecisionPage
      {...parts}
      title={t('decisions.team-title')}
      back={pathOfChecks(cycle.year)}
      action={pathOf(cycle.year)}
      source={sourceOf(c, cycle, form)}
    >
      <Select
        t={t}
        name="quarter"
        label={t('decisions.quarter')}
        isOptional
        options={QUARTERS.map((quarter) => ({
          value: quarter,
          label: t('decisions.of-quarter', { quarter: romanOf(quarter) }),
        }))}
        value={typedText(form.fields, 'quarter')}
        error={errorOf(form.errors, 'quarter')}
      />
      <Team {...parts} />
      <WhatAndWhen {...parts} />
    </DecisionPage>,
    form.status,
  );
};

export const submitTeam = async (c: WebContext) => {
  const fields = await c.req.parseBody({ all: true });
  const { year, day } = await readRunningCycle(c);
  const reader = createFormReader(fields, c.get('t'));
  const data = readTeamForm(fields, reader, day);
  if (reader.errors.length > 0) return teamPage(c, { fields, errors: reader.errors, status: 422 });
  if (typedText(fields, 'step') !== 'submit') {
    return teamPage(c, { fields, errors: [], status: 200 });
  }
  return pressOnPeriod(c, {
    fields,
    act: 'submit-check-team',
    data,
    to: pathOfDrafts(year),
    fieldOf: teamFieldOf,
    again: (refusal) => teamPage(c, refusal),
  });
};
