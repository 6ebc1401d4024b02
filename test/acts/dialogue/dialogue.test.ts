import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDraft } from '../../../domain/draft.ts';
import { countQuestions } from '../../../domain/dialogue/question-end.ts';
import {
  CLERK,
  COORDINATOR,
  DEPUTY,
  HEAD,
  openOfficeSystem,
  SECRETARY,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../../support/office-system.ts';
import { takePaperThrough, todayHere } from '../../support/walk.ts';
import { openDialogueWalk, questionOf } from '../../support/dialogue.ts';

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openDialogueWalk>;
beforeAll(async () => {
  system = await openOfficeSystem({ hasOfficeDay: true });
  office = await system.startOffice();
  walk = openDialogueWalk(system, office);
});
afterAll(() => system.close());

describe('a question without a name', () => {
  it('is kept without whoever asked it, in act, content, trail and history', async () => {
    await walk.ask('CH-0', { isAnonymous: true }, TEAM_HEAD);
    const state = await walk.until('CH-0', 'asked');
    expect(state).toMatchObject({ askedById: null, askedByUnitId: null, isAnonymous: true });
    const dump = await walk.everythingKeptOf('CH-0');
    expect(dump.length).toBeGreaterThan(3);
    expect(dump.join('\n')).not.toContain(TEAM_HEAD);
    const histories = await walk.everythingInHistories();
    expect(histories).toContain('CH-0');
    expect(histories).not.toContain(TEAM_HEAD);
  });

  it('is pressed twice by its asker and asked once', async () => {
    const actId = 'act-asked-twice';
    const first = await walk.ask('CH-00', { isAnonymous: true }, TEAM_HEAD, { actId });
    const second = await walk.ask('CH-00', { isAnonymous: true }, TEAM_HEAD, { actId });
    expect(second).toEqual(first);
  });

  it('names nobody', async () => {
    const named = { isAnonymous: true, askedById: TEAM_HEAD };
    await expect(walk.ask('CH-1x', named, TEAM_HEAD)).rejects.toMatchObject({
      code: 'not-schema',
      place: '/question/askedById',
    });
  });
});

describe('whoever asks', () => {
  it('asks for themselves, unless they write for others', async () => {
    const ofOther = { askedById: 'P-05', askedByUnitId: 'T-1' };
    await expect(walk.ask('CH-1x', ofOther, TEAM_HEAD)).rejects.toMatchObject({
      code: 'no-power',
      place: '/question/askedById',
    });
    await walk.ask('CH-1y', ofOther, SECRETARY);
    expect(await walk.until('CH-1y', 'asked')).toMatchObject(ofOther);
  });

  it('brings no complaint here: it is handed to the competent body', async () => {
    const text = 'Tôi tố cáo đồng chí A.';
    await expect(walk.ask('CH-1x', { text }, TEAM_HEAD)).rejects.toMatchObject({
      code: 'complaint',
      place: '/question/text',
    });
    const about = 'Đề nghị giảm thời gian giải quyết khiếu nại, tố cáo.';
    await walk.ask('CH-1z', { text: about }, TEAM_HEAD);
  });
});

describe('an answer', () => {
  it('gives a unit work, reaches both askers by mail once, and ends when the work is done', async () => {
    await walk.ask('CH-1', {}, TEAM_HEAD);
    await walk.ask('CH-6', { askedById: 'P-05', askedByUnitId: 'T-1' }, SECRETARY);
    await office.act(COORDINATOR, 'merge-question', { questionId: 'CH-6', intoId: 'CH-1' });
    await system.until('the kept question knows', async () =>
      (await walk.state('CH-1'))?.joined.includes('CH-6'),
    );
    const work = {
      assignmentId: 'CH-1-viec',
      unitId: 'T-TH',
      dueOn: todayHere(),
      task: 'Gộp báo cáo.',
    };
    const answer = { how: 'at-conference', answer: 'Thống nhất.', work };
    await office.act(HEAD, 'answer-question', { questionId: 'CH-1', ...answer });
    const mails = await walk.mailsAbout('Thống nhất.', 2);
    expect(mails.map(({ to }) => to).toSorted()).toEqual(
      [await walk.mailboxOf('P-05'), await walk.mailboxOf(TEAM_HEAD)].toSorted(),
    );
    expect(await walk.endOf('CH-1')).toBeNull();

    const workId = `${office.cycle}/assignment/CH-1-viec`;
    await system.until('the work is given', () =>
      system.stores.strands.find(office.officeId, workId, 'assignment'),
    );
    const report = { done: 'Đã gộp.', evidence: [] };
    await office.act(COORDINATOR, 'report-work', { assignmentId: 'CH-1-viec', report });
    await office.act(HEAD, 'confirm-work', { assignmentId: 'CH-1-viec', version: 1 });
    await system.until('the question has ended', () => walk.endOf('CH-1'));
    expect(await walk.mailsAbout('Thống nhất.', 2)).toHaveLength(2);
  });

  it('is the head’s, or of a deputy who is delegated; the secretary enters whose it was', async () => {
    await walk.ask('CH-4', {}, TEAM_HEAD);
    const answer = { questionId: 'CH-4', how: 'at-conference', answer: 'Đồng ý.', work: null };
    const by = (answeredById: string) => ({ ...answer, answeredById });
    await expect(office.act(DEPUTY, 'answer-question', answer)).rejects.toMatchObject({
      code: 'no-power',
    });
    await expect(office.act(SECRETARY, 'answer-question', by(DEPUTY))).rejects.toMatchObject({
      code: 'no-power',
      place: '/answeredById',
    });
    await office.act(SECRETARY, 'answer-question', by(HEAD));
    expect((await walk.until('CH-4', 'answered')).answer).toMatchObject({ answeredById: HEAD });
  });

  it('in writing is the deputy’s too', async () => {
    await walk.ask('CH-5', {}, TEAM_HEAD);
    const answer = { how: 'in-writing', answer: 'Công khai hằng quý.', work: null };
    await office.act(SECRETARY, 'answer-question', {
      questionId: 'CH-5',
      ...answer,
      answeredById: DEPUTY,
    });
    expect((await walk.until('CH-5', 'answered')).answer?.how).toBe('in-writing');
  });
});

describe('questions that go up', () => {
  it('go on one slip to one body, know its number, and end with the reply', async () => {
    for (const questionId of ['CH-2', 'CH-3']) {
      await walk.ask(questionId, {}, TEAM_HEAD);
      await office.act(HEAD, 'pass-question-up', {
        questionId,
        ...questionOf.passedUp,
        dueOn: todayHere(),
      });
      await walk.until(questionId, 'passed-up');
    }
    const slip = {
      about: 'CH-2',
      questionIds: ['CH-2', 'CH-3'],
      subject: 'Chuyển kiến nghị về trang thiết bị',
      signer: { personId: HEAD, capacity: null },
      dueOn: todayHere(),
    };
    await expect(office.act(COORDINATOR, 'submit-submission', slip)).rejects.toMatchObject({
      code: 'out-of-time',
      place: '/questionIds/0',
    });
    await office.act(COORDINATOR, 'submit-transfer-slip', slip);
    const draftId = `transfer-slip-${String(office.year)}-CH-2`;
    await walk.approveDraft(draftId);
    const paperId = `${draftId}-v1`;
    await office.paper(paperId, 'awaiting-signature');
    await takePaperThrough(system, office, paperId, 69);
    for (const questionId of ['CH-2', 'CH-3']) {
      await system.until('the question knows its slip', async () => {
        const state = await walk.state(questionId);
        return state?.slip?.number === 69 && state.slip.issuedOn === todayHere();
      });
    }
    const drafts = (await office.cycleState())?.drafts ?? [];
    expect(findDraft(drafts, draftId)?.phase).toBe('issued');
    const deliveries = await system.until('the recipients are known', async () => {
      return (await office.paperState(paperId))?.deliveries;
    });
    expect(deliveries.map(({ recipientId }) => recipientId)).toEqual(['SUP-PH10']);

    const reply = {
      text: 'Đưa vào nhu cầu trang bị năm sau.',
      number: '12/PH10',
      date: todayHere(),
      issuerId: 'SUP-PH10',
      summary: null,
    };
    await office.act(CLERK, 'enter-reply', { questionId: 'CH-2', reply, bytes: null });
    await system.until('the question has ended', () => walk.endOf('CH-2'));
    const [mail] = await walk.mailsAbout('Đưa vào nhu cầu', 1);
    expect(mail?.text).toContain('12/PH10');
  });

  it('are counted by how they came out', async () => {
    const questions = await system.stores.strands.list(office.officeId, office.year, 'question');
    expect(countQuestions(questions, todayHere())).toMatchObject({
      answered: 2,
      inWriting: 1,
      merged: 1,
      escalated: 2,
      escalatedAnswered: 1,
      escalatedOverdue: 0,
    });
  });

  it('go to bodies that the office knows, a submission to leaders alone', async () => {
    await walk.ask('CH-9', {}, TEAM_HEAD);
    const up = { questionId: 'CH-9', ...questionOf.passedUp, dueOn: todayHere() };
    await expect(
      office.act(HEAD, 'pass-question-up', { ...up, form: 'submission' }),
    ).rejects.toMatchObject({ code: 'unknown-reference', place: '/toSuperiorIds/0' });
    await expect(office.act(COORDINATOR, 'pass-question-up', up)).rejects.toMatchObject({
      code: 'no-power',
    });
  });

  it('are not given up before their day is over', async () => {
    const close = { questionId: 'CH-3', reason: 'Không còn cần thiết.' };
    await expect(office.act(COORDINATOR, 'close-question', close)).rejects.toMatchObject({
      code: 'out-of-time',
    });
  });
});
