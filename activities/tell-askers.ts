import type { NoticeItem } from '../domain/notices.ts';
import { localDateOf } from '../domain/local-date.ts';
import { headOfUnit, type OfficeFacts, type Person } from '../domain/office.ts';
import type { TellableOutcome as Outcome } from '../domain/dialogue/question-end.ts';
import type { QuestionState } from '../domain/dialogue/question.ts';
import type { ReformActivities } from '../workflows/activity-contract.ts';
import type { ActivityDependencies } from './dependencies.ts';

// A unit that asked as such hears through its head.
const askerOf = (
  { askedById, askedByUnitId }: QuestionState,
  facts: OfficeFacts,
): Person | null => {
  if (askedById !== null) return facts.people.find(({ id }) => id === askedById) ?? null;
  return askedByUnitId === null ? null : headOfUnit(facts, askedByUnitId);
};

export const createAskerTelling = (dependencies: ActivityDependencies) => {
  const { stores, decisionLinks, isMailEmbedded, wakeOfficeDay } = dependencies;

  const mayMail = async ({ officeId, year }: Outcome): Promise<boolean> => {
    const cycle = (await stores.cycles.list(officeId)).find((row) => row.year === year);
    return isMailEmbedded || cycle?.origin !== 'example';
  };

  const noticeFor = async (outcome: Outcome, toldId: string, facts: OfficeFacts) => {
    const { officeId, year, at } = outcome;
    const question = await stores.strands.find(officeId, toldId, 'question');
    if (!question) throw new Error(`question ${toldId} is missing`);
    const asker = askerOf(question.state, facts);
    if (!asker?.mailbox) return [];
    const item = { year, what: 'answer-question', since: at, until: null, rung: null } as const;
    const items: NoticeItem[] = [...new Set([outcome.workflowId, toldId])].map((workflowId) => ({
      ...item,
      workflowId,
      waitsFor: 'reader',
    }));
    return [
      {
        office_id: officeId,
        notice_id: decisionLinks.noticeIdOf(officeId, 'answer', toldId),
        person_id: asker.id,
        kind: 'answer' as const,
        date: localDateOf(at),
        mailbox: asker.mailbox,
        written_at: at,
        items,
      },
    ];
  };

  return {
    tellAskers: async (outcome: Outcome) => {
      if (!(await mayMail(outcome))) return;
      const facts = await stores.factsOn(outcome.officeId, localDateOf(outcome.at));
      const notices = await Promise.all(
        outcome.toldWorkflowIds.map((id) => noticeFor(outcome, id, facts)),
      );
      await stores.notices.write(notices.flat());
      // The office's day sends what is due, and again where the mail server was away.
      await wakeOfficeDay(outcome.officeId);
    },
  } satisfies Partial<ReformActivities>;
};
