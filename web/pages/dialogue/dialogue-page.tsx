import { countQuestions } from '../../../domain/dialogue/question-end.ts';
import { formatDate } from '../../../locale/dates.ts';
import type { WebContext } from '../../environment.ts';
import { EmptyState, InsetText, SummaryList, Table, Tag } from '../../layout/content.tsx';
import { ErrorSummary } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { pathOfCycle, readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { AskForm } from './ask-form.tsx';
import { NOTHING_REFUSED, type RefusedForm } from './dialogue-forms.tsx';
import {
  askerIn,
  pathOfDialogue,
  pathOfQuestion,
  readQuestions,
  standingOf,
  type ReadQuestion,
} from './dialogue-reading.ts';

const FILTERS = ['all', 'open', 'answered', 'passed-up', 'overdue'] as const;
type Filter = (typeof FILTERS)[number];

const isIn = (filter: Filter, { state }: ReadQuestion, day: string): boolean => {
  switch (filter) {
    case 'all':
      return true;
    case 'open':
      return state.phase === 'asked';
    case 'answered':
      return state.phase === 'answered';
    case 'passed-up':
      return state.passedUp !== null;
    case 'overdue':
      return state.phase === 'passed-up' && (state.passedUp?.dueOn ?? day) < day;
  }
};

const Filters = ({ c, year, chosen }: { c: WebContext; year: number; chosen: Filter }) => {
  const t = c.get('t');
  return (
    <p class="govuk-body">
      {t('dialogue.show')}:{' '}
      {FILTERS.map((filter, index) => (
        <>
          {index > 0 && ' · '}
          {filter === chosen ? (
            <strong>{t(`dialogue.filter-${filter}`)}</strong>
          ) : (
            <a class="govuk-link" href={`${pathOfDialogue(year)}?show=${filter}`}>
              {t(`dialogue.filter-${filter}`)}
            </a>
          )}
        </>
      ))}
    </p>
  );
};

const Counts = ({
  c,
  cycle,
  questions,
}: {
  c: WebContext;
  cycle: RunningCycle;
  questions: readonly ReadQuestion[];
}) => {
  const t = c.get('t');
  const counts = countQuestions(
    questions.map(({ state }) => state),
    cycle.day,
  );
  return (
    <SummaryList
      rows={[
        { key: t('dialogue.count-asked'), value: counts.asked },
        { key: t('dialogue.count-unanswered'), value: counts.unanswered },
        { key: t('dialogue.count-answered'), value: counts.answered },
        { key: t('dialogue.count-in-writing'), value: counts.inWriting },
        {
          key: t('dialogue.count-escalated'),
          value: t('dialogue.count-escalated-of', {
            count: counts.escalated,
            answered: counts.escalatedAnswered,
            overdue: counts.escalatedOverdue,
          }),
        },
        { key: t('dialogue.count-merged'), value: counts.merged },
      ]}
    />
  );
};

const List = ({
  c,
  cycle,
  questions,
}: {
  c: WebContext;
  cycle: RunningCycle;
  questions: readonly ReadQuestion[];
}) => {
  const t = c.get('t');
  return (
    <Table
      caption={t('dialogue.list')}
      columns={[
        { label: t('dialogue.question') },
        { label: t('dialogue.asker') },
        { label: t('dialogue.asked-on') },
        { label: t('dialogue.standing') },
      ]}
      rows={questions.map(({ state, text }) => {
        const { tone, words } = standingOf(t, state, cycle.day);
        return [
          <a class="govuk-link" href={pathOfQuestion(state)}>
            {text}
          </a>,
          askerIn(t, cycle, state),
          formatDate(state.askedAt.slice(0, 10)),
          <Tag tone={tone}>{words}</Tag>,
        ];
      })}
    />
  );
};

type PaperName = 'summary' | 'question-slip';

const Papers = ({ c, year, name }: { c: WebContext; year: number; name: PaperName }) => {
  const t = c.get('t');
  const path = `${pathOfDialogue(year)}/${name}`;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`${path}.pdf`}>
        {t(`dialogue.${name}-pdf`)}
      </a>
      {' · '}
      <a class="govuk-link" href={`${path}.docx`}>
        {t(`dialogue.${name}-docx`)}
      </a>
    </p>
  );
};

/** The year's questions: counted, listed, and a form for whoever has one. */
export const dialoguePage = async (c: WebContext, refused: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const cycle = await readRunningCycle(c);
  const questions = await readQuestions(c, cycle);
  const chosen = FILTERS.find((filter) => filter === c.req.query('show')) ?? 'all';
  const shown = questions.filter((question) => isIn(chosen, question, cycle.day));
  const title = t('dialogue.title', { year: cycle.year });
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfCycle(cycle.year) }}
      hasError={refused.errors.length > 0}
    >
      <ErrorSummary t={t} errors={refused.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <InsetText>{t('dialogue.no-complaints')}</InsetText>
      {questions.length > 0 && (
        <>
          <Counts c={c} cycle={cycle} questions={questions} />
          <Papers c={c} year={cycle.year} name="summary" />
          <Filters c={c} year={cycle.year} chosen={chosen} />
        </>
      )}
      {shown.length > 0 ? (
        <List c={c} cycle={cycle} questions={shown} />
      ) : (
        <EmptyState title={t(questions.length > 0 ? 'dialogue.none-shown' : 'dialogue.none')}>
          <p>{t('dialogue.none-hint')}</p>
        </EmptyState>
      )}
      {cycle.state.cancelled === null && (
        <>
          <Papers c={c} year={cycle.year} name="question-slip" />
          <AskForm c={c} cycle={cycle} refused={refused} />
        </>
      )}
    </Frame>,
    refused.status,
  );
};
