// What a year's rooms tell whom, and when, on a clock that skips: a check that the schedule opens and that is
// held late, what a visit found, work, a question that went up and a conference whose day came, over a long
// holiday and 29 February. Every mail is compared with test/approved/, which a person has read.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDateOf, type LocalDate } from '../../domain/local-date.ts';
import { countQuestions } from '../../domain/dialogue/question-end.ts';
import { officeDayId } from '../../workflows/contract.ts';
import { openCheckWalk } from '../acts/check/check-walk.ts';
import { launchOn, openConferenceWalk } from '../support/conference.ts';
import { openDialogueWalk } from '../support/dialogue.ts';
import { openDraftWalk } from '../support/drafts.ts';
import { CLERK, COORDINATOR, HEAD, TEAM_HEAD, type TestOffice } from '../support/office-system.ts';
import {
  hasTimeSkipping,
  openTimeSkippingSystem,
  type TimeSkippingSystem,
} from '../support/time-skipping.ts';
import { takePaperThrough } from '../support/walk.ts';
import { letMailGo, mailsOf, mailsAsText } from './office-mail.ts';

const DECISIONS = ['approve-plan', 'approve-draft', 'record-ink-signature'];
const T1_HEAD = 'P-05';
const T4_HEAD = 'P-08';

describe.skipIf(!hasTimeSkipping)('the rooms of a year, mail by mail (needs Java)', () => {
  let system: TimeSkippingSystem;
  beforeAll(async () => {
    // A Wednesday. The year's long holiday is from 28 January to 1 February, Monday to Friday.
    const startAt = '2036-01-02T08:00:00+07:00';
    system = await openTimeSkippingSystem({ startAt, hasOfficeDay: true });
  });
  afterAll(() => system.close());

  const goTo = (date: LocalDate, time = '09:00') => system.sleepUntil(`${date}T${time}:00+07:00`);
  // Nobody decides before they have heard of it: else it would be chance whether the mail still goes out.
  const startOffice = async (): Promise<TestOffice> => {
    const office = await system.startOffice();
    return {
      ...office,
      act: async (personId, name, ...more) => {
        if (DECISIONS.includes(name)) await letMailGo(system);
        return office.act(personId, name, ...more);
      },
    };
  };
  const closeOn = (office: TestOffice, date: LocalDate) =>
    office.act(COORDINATOR, 'save-calendar-day', { date, kind: 'off', name: 'Nghỉ lễ' });
  const issue = async (office: TestOffice, paperId: string, number: number) => {
    await office.paper(paperId, 'awaiting-signature');
    await takePaperThrough(system, office, paperId, number, localDateOf(system.now()));
    await letMailGo(system);
    const state = await office.paperState(paperId);
    for (const { recipientId, status } of state?.deliveries ?? []) {
      if (status === 'to-hand-over') {
        await office.act(CLERK, 'hand-over-paper', { paperId, recipientId });
      }
    }
  };
  /** The plan of the office with these days for its checks, issued. */
  const issuePlan = async (office: TestOffice, checks: Readonly<Record<string, LocalDate>>) => {
    const planId = `plan-${String(office.year)}`;
    const draft = await system.stores.versions.latest(office.officeId, 'plan', planId);
    const plan = JSON.parse(draft?.text ?? '');
    plan.schedule = { ...plan.schedule, checks };
    await office.act(COORDINATOR, 'save-plan', { basedOn: 1, plan });
    await office.act(HEAD, 'approve-plan', await office.submit(2));
    await issue(office, `${planId}-v2`, 15);
  };
  /** Day, person and rung of every mail line about that thing. */
  const toldOf = async (office: TestOffice, id: string, what?: string) =>
    (await mailsOf(system, office)).flatMap(({ at, personId, items }) =>
      items
        .filter((item) => item.workflowId === `${office.cycle}/${id}` && item.rung !== null)
        .filter((item) => what === undefined || item.what === what)
        .map(({ what: about, rung }) => `${at.slice(0, 10)} ${personId} ${about} ${String(rung)}`),
    );
  const figuresOf = async (office: TestOffice, unitId: string) => {
    const planId = `plan-${String(office.year)}`;
    const row = await system.stores.versions.latest(office.officeId, 'plan', planId);
    const { tasks } = JSON.parse(row?.text ?? '') as {
      tasks: { id: string; leadUnitId: string; indicators: { id: string; target: number }[] }[];
    };
    return tasks
      .filter(({ leadUnitId }) => leadUnitId === unitId)
      .flatMap(({ id: taskId, indicators }) =>
        indicators.map(({ id, target }) => ({ taskId, indicatorId: id, actual: target })),
      );
  };

  it('tells each person what waits for them over the holiday and the leap day, and who is late', async () => {
    const office = await startOffice();
    for (const day of [28, 29, 30, 31]) await closeOn(office, `2036-01-${String(day)}`);
    await closeOn(office, '2036-02-01');
    await issuePlan(office, {
      Q1: '2036-02-04',
      Q2: '2036-06-13',
      Q3: '2036-09-12',
      Q4: '2036-12-05',
    });
    const drafts = openDraftWalk(system, office);
    const check = openCheckWalk(system, office);
    const conference = openConferenceWalk(system, office);
    const dialogue = openDialogueWalk(system, office);

    await goTo('2036-01-04');
    await conference.plan(launchOn('2036-02-06', { summonedUnitIds: [] }));
    await goTo('2036-01-08');
    await conference.invite(16, '2036-01-08');
    await dialogue.ask('CH-1', {}, TEAM_HEAD);
    await goTo('2036-01-09', '14:00');
    await office.act(HEAD, 'pass-question-up', {
      questionId: 'CH-1',
      answer: 'Kiến nghị chính đáng; báo cáo cấp trên.',
      reason: 'Kinh phí do cấp trên cấp.',
      toSuperiorIds: ['SUP-PH10'],
      form: 'report-up',
      dueOn: '2036-01-30',
    });
    await goTo('2036-01-14');
    await drafts.giveWork('V-1', { dueOn: '2036-01-31' });
    await drafts.giveWork('V-2', { unitId: 'T-4', dueOn: '2036-02-29' });

    await goTo('2036-01-22');
    const report = async (personId: string, unitId: string) => {
      const figures = await figuresOf(office, unitId);
      await office.act(personId, 'report-figures', { quarter: 'Q1', unitId, figures });
    };
    expect((await check.state('Q1'))?.units?.map(({ unitId }) => unitId)).toContain('T-1');
    await report(TEAM_HEAD, 'T-2');
    await report(COORDINATOR, 'T-TH');
    await goTo('2036-01-23', '14:00');
    await check.confirm('Q1', 'T-2', {});
    await check.confirm('Q1', 'T-TH', {});
    await goTo('2036-01-24');
    await report(T4_HEAD, 'T-4');
    await office.act(COORDINATOR, 'return-figures', {
      quarter: 'Q1',
      unitId: 'T-4',
      version: 1,
      reason: 'Bổ sung minh chứng.',
    });
    await goTo('2036-02-04', '15:00');
    await report(T4_HEAD, 'T-4');
    await check.confirm('Q1', 'T-4', {});
    expect((await check.state('Q1'))?.overdue).toBe('no');

    await goTo('2036-02-05', '10:00');
    expect((await check.state('Q1'))?.overdue).toBe('overdue');
    await office.act(COORDINATOR, 'record-visit', {
      quarter: 'Q1',
      visit: {
        visitId: 'DK-1',
        unitId: 'T-4',
        on: '2036-02-05',
        themes: ['Kỷ luật, kỷ cương hành chính'],
        team: [COORDINATOR],
        strengths: null,
        weaknesses: null,
        findings: [{ text: 'Chậm cập nhật sổ.', remedy: 'Cập nhật sổ theo dõi văn bản.' }],
      },
    });
    await goTo('2036-02-08', '10:00');
    expect((await check.state('Q1'))?.overdue).toBe('escalated');
    await goTo('2036-02-11');
    await report(T1_HEAD, 'T-1');
    await check.confirm('Q1', 'T-1', {});
    const held = await office.act(COORDINATOR, 'hold-check', {
      quarter: 'Q1',
      checkedOn: '2036-02-11',
    });
    expect(held.result).toMatchObject({ overdueDays: 7 });
    await goTo('2036-02-22');
    await drafts.reportWork(T4_HEAD, '2036-Q1-DK-1-1');
    expect((await drafts.work('2036-Q1-DK-1-1'))?.report?.isLate).toBe(true);
    await goTo('2036-03-04');

    const about = (id: string, what?: string) => toldOf(office, id, what);
    expect(
      (await about('check/Q1', 'report-figures')).filter((line) => line.includes(T1_HEAD)),
    ).toEqual([
      `2036-01-21 ${T1_HEAD} report-figures new`,
      `2036-01-23 ${T1_HEAD} report-figures three-days`,
      `2036-01-25 ${T1_HEAD} report-figures one-day`,
      `2036-02-04 ${T1_HEAD} report-figures last-day`,
    ]);
    expect((await about('check/Q1')).filter((line) => line.endsWith('late'))).toEqual([
      `2036-02-05 ${COORDINATOR} report-figures late`,
    ]);
    expect(await about('check/Q1', 'late-check')).toEqual([`2036-02-08 ${HEAD} late-check new`]);
    expect(await about('assignment/2036-Q1-DK-1-1', 'do-work')).toEqual([
      `2036-02-06 ${T4_HEAD} do-work new`,
      `2036-02-15 ${T4_HEAD} do-work three-days`,
      `2036-02-19 ${T4_HEAD} do-work one-day`,
      `2036-02-20 ${T4_HEAD} do-work last-day`,
      `2036-02-21 ${COORDINATOR} do-work late`,
    ]);
    expect(await about('assignment/V-1')).toEqual([
      `2036-01-15 ${T1_HEAD} do-work new`,
      `2036-01-23 ${T1_HEAD} do-work three-days`,
      `2036-01-25 ${T1_HEAD} do-work one-day`,
      `2036-02-04 ${T1_HEAD} do-work last-day`,
      `2036-02-05 ${COORDINATOR} do-work late`,
    ]);
    expect(await about('assignment/V-2')).toEqual([
      `2036-01-15 ${T4_HEAD} do-work new`,
      `2036-02-26 ${T4_HEAD} do-work three-days`,
      `2036-02-28 ${T4_HEAD} do-work one-day`,
      `2036-02-29 ${T4_HEAD} do-work last-day`,
      `2036-03-03 ${COORDINATOR} do-work late`,
    ]);
    expect(await about('question/CH-1', 'enter-reply')).toEqual([
      `2036-01-10 ${COORDINATOR} enter-reply new`,
      `2036-01-23 ${COORDINATOR} enter-reply three-days`,
      `2036-01-25 ${COORDINATOR} enter-reply one-day`,
      `2036-02-04 ${COORDINATOR} enter-reply last-day`,
    ]);
    const questions = await system.stores.strands.list(office.officeId, office.year, 'question');
    expect(countQuestions(questions, '2036-02-04').escalatedOverdue).toBe(0);
    expect(countQuestions(questions, '2036-02-05').escalatedOverdue).toBe(1);
    expect(await about('conference/CONF', 'record-conference')).toEqual([
      `2036-02-06 ${COORDINATOR} record-conference last-day`,
    ]);
    await expect(await mailsAsText(system, office, '2036-03-04')).toMatchFileSnapshot(
      '../approved/year-mails.txt',
    );
    // Else its days would go on, mail by mail, to the end of the year.
    for (const id of [officeDayId(office.officeId), office.cycle]) {
      await system.temporal.client.workflow.getHandle(id).terminate('the test is over');
    }
  }, 240_000);

  it('counts the last day of the year to its end, and tells in the next year who is late', async () => {
    await goTo('2036-12-15', '08:00');
    const office = await startOffice();
    await closeOn(office, '2037-01-01');
    await issuePlan(office, {
      Q1: '2036-03-14',
      Q2: '2036-06-13',
      Q3: '2036-09-12',
      Q4: '2036-12-31',
    });
    const drafts = openDraftWalk(system, office);
    const check = openCheckWalk(system, office);
    const dueOn = '2036-12-31';
    await drafts.giveWork('V-1', { dueOn });
    await drafts.giveWork('V-2', { unitId: 'T-2', dueOn });
    await goTo('2036-12-17');
    expect((await check.state('Q4'))?.phase).toBe('reporting');
    expect((await check.state('Q1'))?.overdue).toBe('escalated');

    await goTo(dueOn, '23:59');
    expect((await check.state('Q4'))?.overdue).toBe('no');
    await drafts.reportWork(T1_HEAD, 'V-1');
    expect((await drafts.work('V-1'))?.report?.isLate).toBe(false);
    await goTo('2037-01-01', '00:01');
    expect((await check.state('Q4'))?.overdue).toBe('overdue');
    await drafts.reportWork(TEAM_HEAD, 'V-2');
    expect((await drafts.work('V-2'))?.report?.isLate).toBe(true);
    await goTo('2037-01-05', '10:00');
    expect(await toldOf(office, 'check/Q4', 'late-check')).toEqual([
      `2037-01-04 ${HEAD} late-check new`,
    ]);
    const late = (await toldOf(office, 'check/Q4')).filter((line) => line.endsWith('late'));
    expect([...new Set(late)]).toEqual([`2037-01-02 ${COORDINATOR} report-figures late`]);
    expect(late).toHaveLength(3);
    const told = (await toldOf(office, 'check/Q4')).filter((line) => line.includes(T1_HEAD));
    expect(told).toEqual([
      `2036-12-17 ${T1_HEAD} report-figures new`,
      `2036-12-26 ${T1_HEAD} report-figures three-days`,
      `2036-12-30 ${T1_HEAD} report-figures one-day`,
      `2036-12-31 ${T1_HEAD} report-figures last-day`,
    ]);
  }, 240_000);
});
