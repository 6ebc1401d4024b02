import { proposeCommendation } from '../../../acts/summary/propose-commendation.ts';
import type { OfficeFacts } from '../../../domain/office.ts';
import type { PaperSource } from '../../../domain/paper-source.ts';
import { NO_ADDRESSEES } from '../../../domain/recipients.ts';
import type { CommendationContent } from '../../../domain/summary/commendation.ts';
import type {
  Commendations,
  CommendedPerson,
  CommendedUnit,
} from '../../../domain/summary/year-report.ts';
import type { WebContext } from '../../environment.ts';
import { Checkboxes } from '../../layout/choices.tsx';
import { EmptyState } from '../../layout/content.tsx';
import { errorOf } from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import type { RunningCycle } from '../cycle/cycle-reading.ts';
import {
  decisionFieldOf,
  decisionFieldsOf,
  DecisionPage,
  readDecision,
  WordsInput,
} from '../drafts/decision-parts.tsx';
import { pathOfDrafts } from '../drafts/draft-reading.ts';
import { typedChoices } from '../plan/form-reading.ts';
import { NOTHING_REFUSED, pressOnPeriod, type RefusedForm } from '../registration/period-press.ts';
import { pathOfSummary, requireSummaryView } from './summary-reading.ts';

type Commended = CommendedUnit | CommendedPerson;

const listed = <One,>(named: readonly One[] | number): readonly One[] =>
  typeof named === 'number' ? [] : named;

/** Whom the summary names; null: it was not opened, or names only how many. */
export const namedIn = (commendations: Commendations | undefined) => {
  if (!commendations) return null;
  const collectives = listed(commendations.collectives);
  const individuals = listed(commendations.individuals);
  return collectives.length + individuals.length === 0 ? null : { collectives, individuals };
};

const valueOf = (one: Commended): string =>
  ['name' in one ? one.name : 'unitId' in one ? one.unitId : one.personId, one.form].join('|');

const chosen = <One extends Commended>(
  named: readonly One[],
  fields: TypedFields,
  list: string,
): readonly One[] => {
  const values = typedChoices(fields, list);
  return named.filter((one) => values.includes(valueOf(one)));
};

const nameOf = (one: Commended, { units, people }: OfficeFacts): string => {
  if ('name' in one) return one.name;
  return 'unitId' in one
    ? (units.find(({ id }) => id === one.unitId)?.name ?? one.unitId)
    : (people.find(({ id }) => id === one.personId)?.fullName ?? one.personId);
};

const fieldsOf = (content: CommendationContent): TypedFields => ({
  ...decisionFieldsOf(content),
  collectives: content.collectives.map(valueOf),
  individuals: content.individuals.map(valueOf),
  merit: content.merit,
  reward: content.reward,
});

const readForm = (fields: TypedFields, named: NonNullable<ReturnType<typeof namedIn>>) => ({
  ...readDecision(fields),
  collectives: chosen(named.collectives, fields, 'collectives'),
  individuals: chosen(named.individuals, fields, 'individuals'),
  merit: typedText(fields, 'merit'),
  reward: typedText(fields, 'reward'),
});

const nobodyPage = (c: WebContext, { year }: RunningCycle, title: string) => {
  const t = c.get('t');
  return c.html(
    <Frame c={c} title={title} backLink={{ href: pathOfSummary(year) }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <EmptyState title={t('decisions.none-named')} />
    </Frame>,
  );
};

/** The decision on commendations, drafted from whom the year's summary names. */
export const commendPage = async (c: WebContext, refused: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const { cycle, contents } = await requireSummaryView(c);
  if (!(await hasPower(c, 'submitDraft', cycle.day))) return c.notFound();
  const title = t('decisions.commend-title', { year: cycle.year });
  const named = namedIn(contents.text?.commendations);
  if (!named) return nobodyPage(c, cycle, title);
  const proposed = { officeId: cycle.row.office_id, cycle: cycle.state, facts: cycle.facts };
  const isFresh = Object.keys(refused.fields).length === 0;
  const form = isFresh
    ? {
        ...refused,
        fields: fieldsOf(await proposeCommendation(c.get('deps').acts, proposed, named)),
      }
    : refused;
  const content = { ...readForm(form.fields, named), year: cycle.year, addressees: NO_ADDRESSEES };
  const source: PaperSource = { kind: 'commendation-decision', content };
  const lists = [
    { name: 'collectives', all: named.collectives },
    { name: 'individuals', all: named.individuals },
  ] as const;
  return c.html(
    <DecisionPage
      c={c}
      cycle={cycle}
      form={form}
      title={title}
      back={pathOfSummary(cycle.year)}
      action={`${pathOfSummary(cycle.year)}/commendation`}
      source={source}
    >
      <p class="govuk-body">{t('decisions.commend-hint')}</p>
      {lists
        .filter(({ all }) => all.length > 0)
        .map(({ name, all }) => (
          <Checkboxes
            t={t}
            name={name}
            label={t(`decisions.${name}`)}
            isOptional
            options={all.map((one) => ({
              value: valueOf(one),
              label: `${nameOf(one, cycle.facts)}: ${one.form}`,
            }))}
            values={typedChoices(form.fields, name)}
            error={errorOf(form.errors, name)}
          />
        ))}
      <WordsInput
        c={c}
        form={form}
        name="merit"
        label={t('decisions.merit')}
        hint={t('decisions.merit-hint')}
        rows={2}
      />
      <WordsInput c={c} form={form} name="reward" label={t('decisions.reward')} rows={2} />
    </DecisionPage>,
    form.status,
  );
};

const FIELDS = ['collectives', 'individuals', 'merit', 'reward'] as const;

export const submitCommendation = async (c: WebContext) => {
  const fields = await c.req.parseBody({ all: true });
  const { cycle, contents } = await requireSummaryView(c);
  const named = namedIn(contents.text?.commendations);
  if (!named || typedText(fields, 'step') !== 'submit') {
    return commendPage(c, { fields, errors: [], status: 200 });
  }
  return pressOnPeriod(c, {
    fields,
    act: 'submit-commendation',
    data: readForm(fields, named),
    to: pathOfDrafts(cycle.year),
    fieldOf: (id) => FIELDS.find((name) => id.startsWith(name)) ?? decisionFieldOf(id),
    again: (refusal) => commendPage(c, refusal),
  });
};
