import { formatDate, formatDateTime } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { SummaryList, Tag, type SummaryRow } from '../../layout/content.tsx';
import { ErrorSummary } from '../../layout/forms.tsx';
import { Frame } from '../../page-frame.tsx';
import { findAuthority } from '../../powers.ts';
import { pathOfCycle, readRunningCycle, type RunningCycle } from '../cycle/cycle-reading.ts';
import { readTrail } from '../cycle/trail-reading.ts';
import { Trail } from '../cycle/trail.tsx';
import { NOTHING_REFUSED, type RefusedForm } from './dialogue-forms.tsx';
import {
  askerIn,
  pathOfDialogue,
  pathOfQuestion,
  readQuestions,
  standingOf,
  type ReadQuestion,
} from './dialogue-reading.ts';
import { QuestionForms } from './question-forms.tsx';

const unitName = ({ facts }: RunningCycle, id: string): string =>
  [...facts.units, ...(facts.otherUnits ?? [])].find((unit) => unit.id === id)?.name ?? id;

const bodyName = ({ facts }: RunningCycle, id: string): string =>
  facts.superiors.find((body) => body.id === id)?.name ?? id;

const rowsOfAnswer = (t: Words, cycle: RunningCycle, { state, answer }: ReadQuestion) => {
  if (!state.answer || !answer) return [];
  const { how, isLegitimate, answeredById, at } = state.answer;
  return [
    { key: t('dialogue.answer'), value: answer.answer },
    {
      key: t('dialogue.answered-by'),
      value: `${cycle.nameOf(answeredById)}, ${formatDateTime(at)}`,
    },
    ...(how ? [{ key: t('dialogue.how'), value: t(`dialogue.how-${how}`) }] : []),
    ...(isLegitimate ? [] : [{ key: t('dialogue.legitimate'), value: t('dialogue.explained') }]),
  ];
};

const rowsOfWork = (t: Words, cycle: RunningCycle, { state }: ReadQuestion): SummaryRow[] => {
  if (!state.work) return [];
  const { unitId, dueOn, id } = state.work.strand;
  const standing = t(`dialogue.work-${state.work.ended ?? 'open'}`);
  return [
    {
      key: t('dialogue.work'),
      value: `${unitName(cycle, unitId)}, ${formatDate(dueOn)}: ${standing}`,
      action: { href: `${pathOfCycle(cycle.year)}/work/${id}`, label: t('dialogue.see') },
    },
  ];
};

const rowsOfSlip = (t: Words, { state, slipNumber }: ReadQuestion): SummaryRow[] => {
  if (!state.slip) return [];
  const { issuedOn, phase, paperId } = state.slip;
  const action = { href: `/papers/${paperId}`, label: t('dialogue.see') };
  const isPaper = phase === 'approved' || phase === 'issued';
  return [
    {
      key: t('dialogue.slip'),
      value:
        issuedOn === null
          ? t(`dialogue.slip-${phase}`)
          : t('dialogue.slip-issued-on', { number: slipNumber ?? '', day: formatDate(issuedOn) }),
      ...(isPaper ? { action } : {}),
    },
  ];
};

const rowsOfEscalation = (t: Words, cycle: RunningCycle, read: ReadQuestion): SummaryRow[] => {
  const { passedUp, reply } = read.state;
  if (!passedUp) return [];
  return [
    {
      key: t('dialogue.passed-up-to'),
      value: passedUp.superiorIds.map((id) => bodyName(cycle, id)).join(', '),
    },
    { key: t('dialogue.reason'), value: read.answer?.reason ?? '' },
    { key: t('dialogue.due-on'), value: formatDate(passedUp.dueOn) },
    ...rowsOfSlip(t, read),
    ...(reply && read.reply
      ? [
          {
            key: t('dialogue.reply'),
            value: t('dialogue.reply-of', {
              who: bodyName(cycle, reply.issuerId),
              day: formatDate(reply.date),
              number: read.reply.number ?? t('dialogue.no-number'),
              text: read.reply.text,
            }),
            ...(read.reply.scanSha256 === null
              ? {}
              : {
                  action: {
                    href: `${pathOfQuestion(read.state)}/reply-scan/${read.reply.scanSha256}`,
                    label: t('dialogue.see-scan'),
                  },
                }),
          },
        ]
      : []),
  ];
};

const rowsOfMerge = (t: Words, { state }: ReadQuestion, all: readonly ReadQuestion[]) => {
  const textOf = (id: string): string => all.find((one) => one.state.questionId === id)?.text ?? id;
  return [
    ...(state.merged
      ? [
          {
            key: t('dialogue.merged-into'),
            value: textOf(state.merged.intoId),
            action: {
              href: pathOfQuestion({ year: state.year, questionId: state.merged.intoId }),
              label: t('dialogue.see'),
            },
          },
        ]
      : []),
    ...state.joined.map((id) => ({ key: t('dialogue.joined'), value: textOf(id) })),
  ];
};

// Who asked without a name reads the answer here; nobody can be told.
const rowOfTelling = (t: Words, { state }: ReadQuestion): SummaryRow[] => {
  if (state.told.length === 0) return [];
  if (state.isAnonymous) return [{ key: t('dialogue.told'), value: t('dialogue.told-nobody') }];
  const isEntered = state.clock.mode === 'entered';
  return [
    {
      key: t('dialogue.told'),
      value: t(isEntered ? 'dialogue.told-historic' : 'dialogue.told-done'),
    },
  ];
};

/** One question: what was asked, answered and came of it, and what the reader may do now. */
export const questionPage = async (c: WebContext, refused: RefusedForm = NOTHING_REFUSED) => {
  const t = c.get('t');
  const cycle = await readRunningCycle(c);
  const all = await readQuestions(c, cycle);
  const read = all.find(({ state }) => state.questionId === c.req.param('questionId'));
  if (!read) return c.notFound();
  const { state, text } = read;
  const { tone, words } = standingOf(t, state, cycle.day);
  const trail = await readTrail(c.get('deps').acts.stores, cycle.facts.officeId, cycle.year);
  const domain = cycle.facts.domains.find(({ code }) => code === state.domain)?.name;
  const authority = await findAuthority(c, 'answerQuestion', cycle.day);
  const title = t('dialogue.question-title', { id: state.questionId });
  return c.html(
    <Frame
      c={c}
      title={title}
      backLink={{ href: pathOfDialogue(cycle.year) }}
      hasError={refused.errors.length > 0}
    >
      <ErrorSummary t={t} errors={refused.errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <Tag tone={tone}>{words}</Tag>
      </p>
      <SummaryList
        rows={[
          { key: t('dialogue.text'), value: text },
          { key: t('dialogue.domain'), value: domain ?? state.domain },
          { key: t('dialogue.asker'), value: askerIn(t, cycle, state) },
          { key: t('dialogue.asked-on'), value: formatDateTime(state.askedAt) },
          ...rowsOfAnswer(t, cycle, read),
          ...rowsOfWork(t, cycle, read),
          ...rowsOfEscalation(t, cycle, read),
          ...rowsOfMerge(t, read, all),
          ...rowOfTelling(t, read),
        ]}
      />
      <QuestionForms
        c={c}
        cycle={cycle}
        read={read}
        all={all}
        refused={refused}
        mayAnswer={authority !== null}
        isEnteredForOther={authority?.roleId === 'secretary'}
      />
      <Trail
        t={t}
        steps={trail.filter(({ workflowId }) =>
          workflowId.endsWith(`/question/${state.questionId}`),
        )}
        names={{ person: cycle.nameOf, unit: (id) => unitName(cycle, id) }}
      />
    </Frame>,
    refused.status,
  );
};
