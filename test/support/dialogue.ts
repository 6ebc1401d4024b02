// Questions of the dialogue, from being asked until they end, for tests on real parts.
import type { ActCall } from '../../acts/act.ts';
import { findStrand } from '../../domain/year-strand.ts';
import { draftApprovalId } from '../../workflows/contract.ts';
import { textsIn } from './histories.ts';
import { HEAD, TEAM_HEAD, type OfficeSystem, type TestOffice } from './office-system.ts';
import { historiesOf } from './walk.ts';

export const questionOf = {
  team: {
    text: 'Đề nghị trang bị thêm máy quét.',
    domain: 'D6',
    askedByUnitId: 'T-2',
    askedById: TEAM_HEAD,
    isAnonymous: false,
    conferenceId: null,
  },
  unnamed: { askedByUnitId: null, askedById: null, isAnonymous: true },
  passedUp: {
    answer: 'Kiến nghị chính đáng; đề xuất cấp trên.',
    reason: 'Kinh phí do cấp trên cấp.',
    toSuperiorIds: ['SUP-PH10'],
    form: 'transfer-slip',
  },
} as const;

export const openDialogueWalk = (system: OfficeSystem, office: TestOffice) => {
  const workflowId = (questionId: string): string => `${office.cycle}/question/${questionId}`;
  const state = async (questionId: string) =>
    (await system.stores.strands.find(office.officeId, workflowId(questionId), 'question'))?.state;

  return {
    state,

    until: (questionId: string, phase: string) =>
      system.until(`${questionId} is ${phase}`, async () => {
        const found = await state(questionId);
        return found?.phase === phase && found;
      }),

    /** Answers once the question's own strand is there. */
    async ask(
      questionId: string,
      change: Readonly<Record<string, unknown>>,
      personId: string,
      more: Partial<ActCall> = {},
    ) {
      const unnamed = change['isAnonymous'] === true ? questionOf.unnamed : {};
      const question = { ...questionOf.team, ...unnamed, ...change };
      const outcome = await office.act(personId, 'ask-question', { questionId, question }, more);
      await system.until(`${questionId} is there`, () => state(questionId));
      return outcome;
    },

    /** How it ended; null: it has not. */
    endOf: async (questionId: string) => {
      const { strands = [] } = (await office.cycleState()) ?? {};
      return findStrand(strands, 'question', questionId)?.ended ?? null;
    },

    approveDraft: async (draftId: string, version = 1) => {
      const id = draftApprovalId(office.officeId, office.year, draftId, version);
      const approval = await system.until('the draft is before the leader', () =>
        system.stores.strands.find(office.officeId, id, 'approval'),
      );
      const { boundHash } = approval.state;
      await office.act(HEAD, 'approve-draft', { draftId, version, boundHash });
    },

    mailboxOf: async (personId: string): Promise<string> => {
      const people = await system.stores.offices.listPeople(office.officeId);
      return people.find(({ person_id }) => person_id === personId)?.email ?? '';
    },

    /** The mails that hold that text, once there are so many. */
    mailsAbout: async (text: string, count: number) => {
      const found = () =>
        system.smtp.messages
          .filter(({ parsed }) => parsed.text?.includes(text))
          .map(({ envelopeTo, parsed }) => ({ to: envelopeTo[0] ?? '', text: parsed.text ?? '' }));
      await system.until(`${String(count)} mails`, () => Promise.resolve(found().length >= count));
      return found();
    },

    /** Every row of the database that speaks of the question. */
    everythingKeptOf: async (questionId: string): Promise<readonly string[]> => {
      const tables = ['version', 'act', 'audit', 'strand', 'waiting', 'notice'] as const;
      const rows = await Promise.all(
        tables.map((table) =>
          system.db
            .selectFrom(table)
            .selectAll()
            .where('office_id', '=', office.officeId)
            .execute(),
        ),
      );
      return rows
        .flat()
        .map((row) => JSON.stringify(row))
        .filter((row) => row.includes(questionId));
    },

    /** All that Temporal keeps of the year so far, as text. */
    everythingInHistories: async (): Promise<string> =>
      textsIn(await historiesOf(system, office)).join('\n'),
  };
};
