import { wantsSlip } from '../../domain/dialogue/question-end.ts';
import { localDateOf } from '../../domain/local-date.ts';
import { formatShortDate } from '../../locale/papers.ts';
import { REPLAY_WORDS } from '../../locale/replay.ts';
import { isSlip, questionStrandOf, type UpwardPaper } from './dialogue-content.ts';
import { draftSteps } from './draft-steps.ts';
import { plainPaperData } from './plain-paper-steps.ts';
import {
  joinRooms,
  NO_STEPS,
  onceStrand,
  type PlannedRoom,
  type ReadyActs,
} from './replay-step.ts';
import { laterOf, morningOf, signerOf, type YearToEnter } from './year-to-enter.ts';

// Each question on the paper has been passed up, and waits for a paper where its form asks for one.
const onceAllWait =
  (year: YearToEnter, { kind, questions }: UpwardPaper): ReadyActs =>
  async (reader) => {
    for (const { id } of questions) {
      const state = await reader.strand(questionStrandOf(year, id), 'question');
      if (state?.phase !== 'passed-up') return null;
      if (isSlip(kind) && !wantsSlip(state)) return null;
    }
    return [{ key: '', data: {} }];
  };

/** The paper by which questions go up: slip or submission, or whatever else the file names. */
export const upwardRoom = (year: YearToEnter, upward: UpwardPaper): PlannedRoom => {
  const { paper, kind, about, questions, superiorIds, dueOn, from } = upward;
  const { signer, assumed } = signerOf(year, paper, paper.document.issuedOn);
  const { subject } = paper.document;
  const drafted = draftSteps(year, {
    paper,
    kind,
    about,
    subjects: questions.map(({ question }) => question.id),
    act: isSlip(kind) ? `submit-${kind}` : 'submit-plain-paper',
    data: isSlip(kind)
      ? { about, questionIds: questions.map(({ id }) => id), subject, signer, dueOn }
      : plainPaperData({
          kind,
          about,
          subject,
          signer,
          unitIds: [],
          superiorIds,
          paragraphs: questions.map(({ question, escalation }) =>
            REPLAY_WORDS.upward(question.text, formatShortDate(escalation.dueOn)),
          ),
        }),
    from,
    ready: onceAllWait(year, upward),
  });
  return { ...drafted, assumed: [...assumed, ...drafted.assumed] };
};

/** The replies that came, each on its day; one that never came leaves the question before the bodies above. */
export const replySteps = (year: YearToEnter, { questions, from }: UpwardPaper): PlannedRoom =>
  joinRooms(
    questions.map(({ id, place, escalation }): PlannedRoom => {
      const { repliedOn, reply, toSuperiorIds } = escalation;
      const [issuerId] = toSuperiorIds;
      if (repliedOn === null || reply === null || issuerId === undefined) return NO_STEPS;
      const at = laterOf(morningOf(repliedOn), from);
      return {
        steps: [
          {
            id: `dialogue-${id}-reply`,
            at,
            personId: year.coordinatorOn(localDateOf(at)),
            act: 'enter-reply',
            data: {
              questionId: id,
              reply: { text: reply, number: null, date: repliedOn, issuerId, summary: null },
              bytes: null,
            },
            place: `${place}/escalation/repliedOn`,
            ready: onceStrand(questionStrandOf(year, id), 'question', ({ phase }) =>
              phase === 'passed-up' ? {} : null,
            ),
          },
        ],
        assumed: [
          {
            path: `${place}/escalation/reply`,
            assumed: `answered by ${issuerId}; entered on that day, without number and scan`,
            because: 'the file says of a reply its day and its words alone',
          },
        ],
        papers: {},
      };
    }),
  );
