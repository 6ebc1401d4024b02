// Everything that may happen in a room of the year, once: what recorded histories are made of. The year is
// that of 2024, as it is entered; `at` says when each thing was.
import { addDays } from '../../domain/local-date.ts';
import { at, figuresOf, openCheckWalk } from '../acts/check/check-walk.ts';
import { ATTENDED, launchOn, minutesWith, openConferenceWalk } from './conference.ts';
import { openDialogueWalk, questionOf } from './dialogue.ts';
import { openDraftWalk } from './drafts.ts';
import {
  CLERK,
  COORDINATOR,
  DEPUTY,
  HEAD,
  SECRETARY,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from './office-system.ts';
import { markOf, openPledgeWalk } from './pledge-life.ts';
import { scanOf } from './scan.ts';
import { takePaperThrough } from './walk.ts';

export const WORDS = {
  reason: 'Hội trường được dùng cho việc đột xuất.',
  visit: 'Chậm cập nhật sổ theo dõi văn bản.',
  answer: 'Thống nhất, giao Đội Tham mưu thực hiện.',
} as const;
const { reason } = WORDS;
const SIGNER = { personId: HEAD, capacity: null } as const;
const T1_HEAD = 'P-04';

const untilStrandEnded = (
  system: OfficeSystem,
  office: TestOffice,
  kind: string,
  ids: readonly string[],
) =>
  system.until(`${kind} ${ids.join(', ')} ended`, async () => {
    const { strands = [] } = (await office.cycleState()) ?? {};
    return ids.every((id) =>
      strands.some(({ strand, ended }) => strand.kind === kind && strand.id === id && ended),
    );
  });

/** Reported, returned, moved, confirmed; dropped; late. */
export const walkWork = async (system: OfficeSystem, office: TestOffice) => {
  const walk = openDraftWalk(system, office);
  const dueOn = '2024-02-05';
  await walk.giveWork('V-1', { dueOn }, at('2024-01-20'));
  await walk.reportWork(T1_HEAD, 'V-1', at('2024-01-25'));
  const first = { assignmentId: 'V-1', version: 1 };
  await office.act(COORDINATOR, 'return-work', { ...first, reason }, at('2024-01-26'));
  const moved = { assignmentId: 'V-1', unitId: 'T-2', reason };
  await office.act(COORDINATOR, 'move-work', moved, at('2024-01-27'));
  await walk.reportWork(TEAM_HEAD, 'V-1', at('2024-02-06'));
  await office.act(COORDINATOR, 'confirm-work', { ...first, version: 2 }, at('2024-02-07'));
  await walk.giveWork('V-2', { dueOn: '2024-02-20' }, at('2024-02-08'));
  await office.act(HEAD, 'drop-work', { assignmentId: 'V-2', reason }, at('2024-02-09'));
  await untilStrandEnded(system, office, 'assignment', ['V-1', 'V-2']);
};

/** Letters about the plan: returned and withdrawn and issued, its mail refused; dropped on every step. */
export const walkDrafts = async (system: OfficeSystem, office: TestOffice, planPaper: string) => {
  const walk = openDraftWalk(system, office);
  const day = '2024-02-12';
  const submit = () => walk.submitCorrection(planPaper, {}, at(day));
  const first = await submit();
  const { draftId } = first;
  await office.act(HEAD, 'return-draft', { ...first, reason }, at(day));
  await walk.untilDraft(draftId, 'drafting');
  await submit();
  await office.act(COORDINATOR, 'withdraw-draft', { draftId, version: 2 }, at(day));
  await walk.untilDraft(draftId, 'drafting');
  const boxes = { late: 'doitruong.d2@annd.test', never: 'doitruong.th@annd.test' };
  for (const box of Object.values(boxes)) system.smtp.refuse(box);
  const paperId = await walk.approve(await submit(), at(day));
  await takePaperThrough(system, office, paperId, 31, day);
  const undeliverable = await system.until('mail was refused', async () => {
    const { deliveries = null } = (await office.paperState(paperId)) ?? {};
    const found = deliveries?.filter(({ status }) => status === 'undeliverable') ?? [];
    return found.length === 2 && found.map(({ recipientId }) => recipientId);
  });
  for (const box of Object.values(boxes)) system.smtp.accept(box);
  const [again, never] = undeliverable;
  await office.act(CLERK, 'send-again', { paperId, recipientId: again });
  await office.act(CLERK, 'give-up-delivery', { paperId, recipientId: never, reason });
  await system.until('the mail is sent after all', async () =>
    (await office.paperState(paperId))?.deliveries?.some(
      ({ recipientId, status }) => recipientId === again && status === 'sent',
    ),
  );
  const { draftId: second } = await submit();
  await office.act(COORDINATOR, 'drop-draft', { draftId: second, reason }, at(day));
  await walk.untilDraft(second, 'dropped');
  const third = await submit();
  const dropped = await walk.approve(third, at(day));
  await office.act(COORDINATOR, 'drop-draft', { draftId: third.draftId, reason }, at(day));
  await office.paper(dropped, 'cancelled');
};

/** Planned, changed, invited, put off, invited anew, held, told of and ended; with the pledge of it. */
export const walkConference = async (system: OfficeSystem, office: TestOffice) => {
  const walk = openConferenceWalk(system, office);
  const planned = launchOn('2024-04-10', { summonedUnitIds: [] });
  await walk.plan(planned, at('2024-03-25'));
  const changed = { ...planned, agenda: planned.agenda.slice(0, 2), summonedUnitIds: ['T-1'] };
  const change = { basedOn: 1, conference: changed };
  await walk.act(COORDINATOR, 'change-conference', change, at('2024-03-26'));
  await walk.invite(41, '2024-03-27', at('2024-03-27'));
  const summons = { subject: 'Triệu tập', signer: SIGNER, requirements: [] };
  await walk.act(COORDINATOR, 'submit-summons', summons, at('2024-03-28'));
  const moved = {
    startAt: '2024-04-17T14:00:00+07:00',
    endAt: '2024-04-17T16:00:00+07:00',
    place: 'Hội trường tầng 2',
    link: null,
    reason,
  };
  await walk.act(COORDINATOR, 'postpone-conference', moved, at('2024-03-29'));
  await walk.untilPhase('postponed');
  await walk.invite(42, '2024-03-30', at('2024-03-30'));
  await walk.summon(43, '2024-03-30', at('2024-03-30', '10:00'));
  await walk.untilPhase('invited');

  const pledge = openPledgeWalk(system, office);
  await pledge.open(
    { ownerId: 'CONF', signatoryRule: 'named', unitIds: ['T-1', 'T-2'], points: ['Một việc.'] },
    at('2024-04-01'),
  );
  const after = at('2024-04-17', '16:30');
  await walk.act(COORDINATOR, 'record-attendance', { attendance: ATTENDED }, after);
  await walk.act(SECRETARY, 'close-agenda-point', { ordinal: 1, outcome: 'Đúng giờ' }, after);
  const { startAt: startedAt, endAt: endedAt } = moved;
  await walk.act(COORDINATOR, 'hold-conference', { startedAt, endedAt }, after);
  const minutes = { basedOn: null, minutes: minutesWith('2024-04-24') };
  await walk.act(SECRETARY, 'write-minutes', minutes, after);
  const about = { subject: 'Lễ phát động' };
  await walk.issue('submit-minutes', about, { number: 44, on: '2024-04-17' }, after);
  const conclusion = { subject: 'Kết luận', signer: SIGNER, points: ['Triển khai ngay.'] };
  const issue = { number: 45, on: '2024-04-18' };
  await walk.issue('submit-conclusion', conclusion, issue, at('2024-04-18'));

  await signJointPledge(system, office);
  await walk.untilPhase('ended');
  const off = openConferenceWalk(system, office, 'OFF');
  await off.plan(launchOn('2024-05-15', { summonedUnitIds: [] }), at('2024-04-25'));
  await off.invite(46, '2024-04-26', at('2024-04-26'));
  await off.act(COORDINATOR, 'cancel-conference', { reason }, at('2024-04-27'));
  const notice = { subject: 'Không tổ chức', signer: SIGNER };
  const on = { number: 47, on: '2024-04-27' };
  await off.issue('submit-cancellation', notice, on, at('2024-04-27', '10:00'));
  // Nobody had been told of this one: it ends at once.
  const untold = openConferenceWalk(system, office, 'UNTOLD');
  await untold.plan(launchOn('2024-05-15', { summonedUnitIds: [] }), at('2024-04-28'));
  await untold.act(COORDINATOR, 'cancel-conference', { reason }, at('2024-04-28', '10:00'));
  await untilStrandEnded(system, office, 'conference', ['CONF', 'OFF', 'UNTOLD']);
};

/** Marked, taken back, a substitute, late; its paper dropped once, then issued. */
const signJointPledge = async (system: OfficeSystem, office: TestOffice) => {
  const walk = openPledgeWalk(system, office);
  const signedOn = '2024-04-17';
  const more = at('2024-04-18');
  await walk.mark([markOf('T-1', T1_HEAD)], signedOn, { more });
  const bytes = await scanOf('sheet of the ceremony');
  await office.act(SECRETARY, 'attach-pledge-scan', { pledgeId: 'GU', signedOn, bytes }, more);
  const wrong = { pledgeId: 'GU', unitId: 'T-1', reason };
  await office.act(SECRETARY, 'take-back-mark', wrong, more);
  await walk.mark([markOf('T-1', SECRETARY, 'Giấy ủy quyền 05')], signedOn, { bytes, more });
  const late = { bytes: await scanOf('late sheet'), more: at('2024-04-22') };
  await walk.mark([markOf('T-2', TEAM_HEAD)], '2024-04-22', late);
  await walk.submit(at('2024-04-22', '10:00'));
  const draftId = 'pledge-2024-GU';
  await office.act(COORDINATOR, 'drop-draft', { draftId, reason }, at('2024-04-22', '11:00'));
  await system.until('the pledge knows', async () => {
    return (await walk.state())?.paper?.phase === 'dropped';
  });
  const paperId = await walk.submit(at('2024-04-22', '14:00'));
  await walk.issue(paperId, () => at('2024-04-22', '15:00'));
  await walk.until('done');
};

/** Each unit its own commitment: confirmed in the system, others instead of those named; one dropped. */
export const walkPledges = async (system: OfficeSystem, office: TestOffice) => {
  const named = { signatoryRule: 'named', unitIds: ['T-1', 'T-2'], points: ['Một việc.'] };
  const own = { ...named, form: 'per-unit', witnessId: null };
  const walk = openPledgeWalk(system, office, 'CK');
  await walk.open(own, at('2024-04-29'));
  const changed = { pledgeId: 'CK', unitIds: ['T-2', 'T-4'], reason };
  await office.act(COORDINATOR, 'change-signatories', changed, at('2024-04-29', '10:00'));
  const confirmed = { pledgeId: 'CK', unitId: 'T-2' };
  await office.act(TEAM_HEAD, 'confirm-commitment', confirmed, at('2024-04-30'));
  const bytes = await scanOf('T-4 signed');
  const more = at('2024-05-02');
  await walk.mark([markOf('T-4', 'P-08')], '2024-05-02', { bytes, more });
  const dropped = openPledgeWalk(system, office, 'DR');
  await dropped.open(own, at('2024-05-02'));
  await office.act(COORDINATOR, 'drop-pledge', { pledgeId: 'DR', reason }, at('2024-05-03'));
  await untilStrandEnded(system, office, 'pledge', ['CK', 'DR']);
};

/** Answered with work; merged before and after the end; passed up, with its reply and without one. */
export const walkQuestions = async (system: OfficeSystem, office: TestOffice) => {
  const walk = openDialogueWalk(system, office);
  const asked = at('2024-05-06');
  for (const id of ['CH-1', 'CH-2', 'CH-3', 'CH-4', 'CH-5']) {
    await walk.ask(id, {}, TEAM_HEAD, asked);
  }
  await walk.ask('CH-6', { isAnonymous: true }, TEAM_HEAD, asked);
  const merge = (questionId: string, on: string) =>
    office.act(COORDINATOR, 'merge-question', { questionId, intoId: 'CH-1' }, at(on));
  await merge('CH-2', '2024-05-07');
  await system.until('the kept question knows', async () =>
    (await walk.state('CH-1'))?.joined.includes('CH-2'),
  );
  const task = { assignmentId: 'CH-1-viec', unitId: 'T-TH', dueOn: '2024-05-20', task: 'Gộp.' };
  const answer = (questionId: string, how: string, work: object | null, answeredById = HEAD) =>
    office.act(
      SECRETARY,
      'answer-question',
      { questionId, how, answer: WORDS.answer, work, answeredById },
      at('2024-05-08'),
    );
  await answer('CH-1', 'at-conference', task);
  await answer('CH-6', 'in-writing', null, DEPUTY);
  const drafts = openDraftWalk(system, office);
  await drafts.untilWork('CH-1-viec', 'given');
  await drafts.reportWork(COORDINATOR, 'CH-1-viec', at('2024-05-15'));
  const done = { assignmentId: 'CH-1-viec', version: 1 };
  await office.act(HEAD, 'confirm-work', done, at('2024-05-16'));
  await untilStrandEnded(system, office, 'question', ['CH-1', 'CH-2', 'CH-6']);
  await merge('CH-5', '2024-05-17');

  const up = { ...questionOf.passedUp, dueOn: '2024-06-10' };
  for (const questionId of ['CH-3', 'CH-4']) {
    await office.act(HEAD, 'pass-question-up', { questionId, ...up }, at('2024-05-17'));
  }
  const slip = {
    about: 'CH-3',
    questionIds: ['CH-3', 'CH-4'],
    subject: 'Chuyển kiến nghị',
    signer: SIGNER,
    dueOn: '2024-06-10',
  };
  await office.act(COORDINATOR, 'submit-transfer-slip', slip, at('2024-05-20'));
  await walk.approveDraft('transfer-slip-2024-CH-3');
  const paperId = 'transfer-slip-2024-CH-3-v1';
  await office.paper(paperId, 'awaiting-signature');
  await takePaperThrough(system, office, paperId, 52, '2024-05-20');
  for (const id of ['CH-3', 'CH-4']) {
    await system.until('the question knows its slip', async () => {
      return (await walk.state(id))?.slip?.issuedOn;
    });
  }
  const replied = { text: 'Đưa vào nhu cầu.', number: '12/PH10', date: '2024-06-03' };
  const reply = { ...replied, issuerId: 'SUP-PH10', summary: null };
  const entered = { questionId: 'CH-3', reply, bytes: null };
  await office.act(CLERK, 'enter-reply', entered, at('2024-06-04'));
  await office.act(COORDINATOR, 'close-question', { questionId: 'CH-4', reason }, at('2024-06-20'));
  await untilStrandEnded(system, office, 'question', ['CH-3', 'CH-4', 'CH-5']);
};

/** Opened by hand, figures returned and confirmed, visited, held, its report given back once and issued. */
export const walkCheck = async (system: OfficeSystem, office: TestOffice) => {
  const walk = openCheckWalk(system, office);
  await walk.open('Q1', '2024-02-20');
  const [read, figures] = [{ quarter: 'Q1', unitId: 'T-1' }, figuresOf('Q1', 'NV2')];
  await office.act(T1_HEAD, 'report-figures', { ...read, figures }, at('2024-03-11'));
  const returned = { ...read, version: 1, reason };
  await office.act(COORDINATOR, 'return-figures', returned, at('2024-03-11', '10:00'));
  await walk.report('Q1', T1_HEAD, 'T-1', figures, at('2024-03-12'));
  const visit = {
    visitId: 'DK-1',
    unitId: 'T-2',
    on: '2024-03-12',
    themes: ['Phòng, chống tác hại rượu, bia'],
    team: [COORDINATOR, SECRETARY],
    strengths: null,
    weaknesses: null,
    findings: [{ text: WORDS.visit, remedy: 'Cập nhật sổ theo dõi.' }],
  };
  const signed = { quarter: 'Q1', visit, bytes: await scanOf('DK-1') };
  await office.act(COORDINATOR, 'record-visit', signed, at('2024-03-12', '15:00'));
  const held = { quarter: 'Q1', checkedOn: '2024-03-14' };
  await office.act(COORDINATOR, 'hold-check', held, at('2024-03-14', '16:00'));
  const overview = { strengths: [], weaknesses: [], causes: [], directions: [], proposals: [] };
  const report = { quarter: 'Q1', subject: 'Kết quả quý I', signer: SIGNER, overview };
  const draftId = 'quarter-report-2024-Q1';
  const submit = async (day: string, version: number) => {
    await office.act(COORDINATOR, 'submit-quarter-report', report, at(day));
    return openDraftWalk(system, office).untilAwaited(draftId, version);
  };
  const first = await submit('2024-03-15', 1);
  await office.act(HEAD, 'return-draft', { ...first, reason }, at('2024-03-15', '11:00'));
  await walk.until('Q1', 'has its report back', (found) => found.report?.phase === 'drafting');
  await submit('2024-03-18', 2);
  await walk.issueReport(`${draftId}-v2`, 2, 40, '2024-03-18');
  await untilStrandEnded(system, office, 'check', ['Q1']);
};

/** Opened by the schedule, held five days late; and the last, for which the year's report stands. */
export const walkLateCheck = async (system: OfficeSystem, office: TestOffice) => {
  const walk = openCheckWalk(system, office);
  await walk.untilAsked('Q3');
  const plannedOn = (await walk.state('Q3'))?.plannedOn ?? '';
  const on = addDays(plannedOn, 5);
  await walk.report('Q3', TEAM_HEAD, 'T-2', figuresOf('Q3', 'NV3', 'NV4'), at(on));
  const held = (quarter: string, checkedOn: string) =>
    office.act(COORDINATOR, 'hold-check', { quarter, checkedOn }, at(checkedOn, '16:00'));
  await held('Q3', on);
  await walk.open('Q4', '2024-11-10');
  await held('Q4', '2024-12-05');
  await untilStrandEnded(system, office, 'check', ['Q4']);
};
