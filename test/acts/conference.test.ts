import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letters, canReadPdf, readPdfPages } from '../documents/paper-text.ts';
import {
  COORDINATOR,
  DEPUTY,
  openOfficeSystem,
  SECRETARY,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { ATTENDED, launchOn, minutesWith, openConferenceWalk } from '../support/conference.ts';
import { installedBefore } from '../support/own-template.ts';
import { expectRefusal, type RefusalCase } from '../support/refusal.ts';
import { untilAllIsSent } from '../support/walk.ts';

let system: OfficeSystem;
beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const DAY = '2024-04-17';
const NEXT_DAY = '2024-04-24';
const at = (date: string, time = '09:00') => ({ occurredAt: `${date}T${time}:00+07:00` });
const after = at(DAY, '16:30');

const pdfOf = async (officeId: string, paperId: string, role: string): Promise<string> => {
  const files = await system.stores.papers.listFiles(officeId, paperId);
  const file = files.find((row) => row.role === role);
  return file ? letters(readPdfPages(await system.documents.get(file.sha256)).join('')) : '';
};

describe('a launch conference, entered from the papers of 2024', () => {
  let office: TestOffice;
  let walk: ReturnType<typeof openConferenceWalk>;
  let invitation = '';
  beforeAll(async () => {
    office = await system.startOffice('2024');
    await installedBefore(system, office, 'programme', 'Mẫu riêng của phòng');
    walk = openConferenceWalk(system, office);
    await walk.plan(launchOn(DAY), at('2024-04-01'));
    invitation = await walk.invite(62, '2024-04-10', at('2024-04-10'));
    await walk.summon(63, '2024-04-10');
    await walk.untilPhase('invited');
  });

  it('invites guests with the programme enclosed, by mail and by hand', async () => {
    const files = await system.stores.papers.listFiles(office.officeId, invitation);
    expect(files.map(({ role }) => role).sort()).toEqual([
      'enclosure-copy',
      'enclosure-pdf',
      'final-pdf',
      'for-signature',
      'scan',
      'working-copy',
    ]);
    await untilAllIsSent(system, office, invitation);
    const state = await office.paperState(invitation);
    expect(state?.deliveries?.map(({ recipientId, status }) => [recipientId, status])).toEqual([
      ['guest.khach-1', 'sent'],
      ['guest.khach-2', 'to-hand-over'],
    ]);
    const mail = system.smtp
      .messagesTo('khach@ban.test')
      .find(({ parsed }) => parsed.subject?.includes('62'));
    expect(mail?.parsed.attachments.map(({ filename }) => filename)).toEqual([
      'Giấy mời số 62-GM-ANNĐ.pdf',
      'Chương trình (kèm Giấy mời số 62-GM-ANNĐ).pdf',
      'hoi-nghi.ics',
    ]);
    if (!canReadPdf) return;
    const programme = await pdfOf(office.officeId, invitation, 'enclosure-pdf');
    expect(programme).toContain(letters('Kèm theo Giấy mời số 62/GM-ANNĐ'));
    expect(programme).toContain(letters('14:10 - 14:30'));
    expect(programme).toContain(letters('Mẫu riêng của phòng'));
  });

  it('waits for nobody between invitation and its day', async () => {
    const waiting = await system.stores.cycles.listWaiting(office.officeId);
    expect(waiting.filter(({ workflow_id }) => workflow_id === walk.workflowId)).toEqual([]);
  });

  it('is held, its attendance added up, its minutes written and issued, its work given', async () => {
    await walk.act(COORDINATOR, 'record-attendance', { attendance: ATTENDED }, after);
    await walk.act(SECRETARY, 'close-agenda-point', { ordinal: 1, outcome: 'Đúng giờ' }, after);
    await walk.act(
      COORDINATOR,
      'hold-conference',
      { startedAt: `${DAY}T14:00:00+07:00`, endedAt: `${DAY}T16:00:00+07:00` },
      after,
    );
    await walk.act(SECRETARY, 'write-minutes', {
      basedOn: null,
      minutes: minutesWith('2024-04-24'),
    });
    const minutes = await walk.issue(
      'submit-minutes',
      { subject: 'Lễ phát động phong trào thi đua' },
      { number: 66, on: DAY },
      after,
    );
    await walk.untilPhase('ended');
    const work = await system.until('the work is given', async () => {
      const id = `${office.cycle}/assignment/KL-1`;
      return system.stores.strands.find(office.officeId, id, 'assignment');
    });
    expect(work.state).toMatchObject({
      unitId: 'T-TH',
      dueOn: '2024-04-24',
      phase: 'given',
      source: { kind: 'conclusion' },
    });
    if (!canReadPdf) return;
    const text = await pdfOf(office.officeId, minutes, 'final-pdf');
    expect(text).toContain(letters('triệu tập 48; có mặt 45; vắng mặt 03'));
    expect(text).toContain(letters('kết thúc vào 16 giờ 00 phút, ngày 17 tháng 4 năm 2024./.'));
    expect(text).not.toContain(letters('Nghệ An, ngày 17'));
  });

  it('is concluded by a notice to its units that cites the minutes', async () => {
    const { result } = await walk.act(COORDINATOR, 'submit-conclusion', {
      subject: 'Kết luận của đồng chí Trưởng phòng tại Lễ phát động',
      signer: walk.signer,
      points: ['Các đội triển khai ngay nhiệm vụ đã ký'],
    });
    expect(result['draftId']).toBe('conclusion-2024-CONF');
    const draft = await system.stores.versions.latest(
      office.officeId,
      'draft',
      'conclusion-2024-CONF',
    );
    expect(JSON.parse(draft?.text ?? '').minutes).toMatchObject({
      kind: 'Biên bản',
      numberAndSymbol: '66/BB-ANNĐ',
    });
  });
});

describe('a conference that is put off', () => {
  it('drops what was not issued, and cites what was in new papers to the same people', async () => {
    const office = await system.startOffice('2024');
    const walk = openConferenceWalk(system, office);
    await walk.plan(launchOn(DAY), at('2024-04-01'));
    const first = await walk.invite(62, '2024-04-10', at('2024-04-10'));
    const summons = await walk.act(COORDINATOR, 'submit-summons', {
      subject: 'Triệu tập',
      signer: walk.signer,
      requirements: [],
    });
    const draftId = String(summons.result['draftId']);
    await walk.act(
      COORDINATOR,
      'postpone-conference',
      {
        startAt: `${NEXT_DAY}T08:00:00+07:00`,
        endAt: `${NEXT_DAY}T10:00:00+07:00`,
        place: 'Hội trường tầng 2',
        link: null,
        reason: 'Hội trường được dùng cho việc đột xuất',
      },
      at('2024-04-11'),
    );
    const state = await walk.untilPhase('postponed');
    expect(state).toMatchObject({ date: NEXT_DAY, round: 2 });
    await system.until('the summons is dropped', async () => {
      const drafts = (await office.cycleState())?.drafts;
      return drafts?.find((draft) => draft.draftId === draftId)?.phase === 'dropped';
    });
    const second = await walk.invite(64, '2024-04-11');
    expect(second).not.toBe(first);
    await untilAllIsSent(system, office, second);
    expect((await office.paperState(second))?.deliveries?.map((row) => row.recipientId)).toEqual(
      (await office.paperState(first))?.deliveries?.map((row) => row.recipientId),
    );
    if (!canReadPdf) return;
    const text = await pdfOf(office.officeId, second, 'final-pdf');
    expect(text).toContain(letters('thay thế Giấy mời số 62/GM-ANNĐ ngày 10 tháng 4 năm 2024'));
    expect(text).toContain(letters('do Hội trường được dùng cho việc đột xuất'));
    expect(text).toContain(letters('08 giờ 00 phút, sáng thứ Tư, ngày 24 tháng 4 năm 2024'));
  });
});

describe('a conference that is called off', () => {
  it('is over once those invited have been told by a notice', async () => {
    const office = await system.startOffice('2024');
    const walk = openConferenceWalk(system, office);
    await walk.plan(launchOn(DAY, { summonedUnitIds: [] }), at('2024-04-01'));
    await walk.invite(62, '2024-04-10', at('2024-04-10'));
    await walk.untilPhase('invited');
    await walk.act(
      COORDINATOR,
      'cancel-conference',
      { reason: 'Tình hình dịch bệnh' },
      at('2024-04-11'),
    );
    const waiting = await system.until('the notice is waited for', async () => {
      const rows = await system.stores.cycles.listWaiting(office.officeId);
      return rows.find(({ workflow_id }) => workflow_id === walk.workflowId);
    });
    expect(waiting.what).toBe('announce-cancellation');
    await walk.issue(
      'submit-cancellation',
      { subject: 'Không tổ chức Lễ phát động', signer: walk.signer },
      { number: 65, on: '2024-04-11' },
      at('2024-04-11'),
    );
    await system.until('the cycle knows', async () => {
      const strands = (await office.cycleState())?.strands;
      return strands?.[0]?.ended?.how === 'cancelled';
    });
  });
});

describe('refused with its place, and nothing written', () => {
  let office: TestOffice;
  let walk: ReturnType<typeof openConferenceWalk>;
  beforeAll(async () => {
    office = await system.startOffice('2024');
    walk = openConferenceWalk(system, office);
    await walk.plan(launchOn(DAY), at(DAY, '17:00'));
  });
  const planned = (change: object) => ({
    conferenceId: 'OTHER',
    conference: launchOn(DAY, change),
  });
  const attended = (change: object) => ({
    conferenceId: 'CONF',
    attendance: { ...ATTENDED, ...change },
  });

  it.each<RefusalCase>([
    [
      'a second of that id',
      COORDINATOR,
      'plan-conference',
      () => ({ ...planned({}), conferenceId: 'CONF' }),
      'duplicate-id',
      null,
    ],
    ['by a team head', TEAM_HEAD, 'plan-conference', () => planned({}), 'no-power', null],
    [
      'a deputy in the chair who is not delegated',
      COORDINATOR,
      'plan-conference',
      () => planned({ chairId: DEPUTY }),
      'no-power',
      '/conference/chairId',
    ],
    [
      'a unit that is not there',
      COORDINATOR,
      'plan-conference',
      () => planned({ summonedUnitIds: ['T-99'] }),
      'unknown-reference',
      '/conference/summonedUnitIds/0',
    ],
    [
      'a day that has passed',
      COORDINATOR,
      'plan-conference',
      () => ({ conferenceId: 'OTHER', conference: launchOn('2024-04-16') }),
      'impossible-date',
      '/conference/date',
    ],
    [
      'an end before its beginning',
      COORDINATOR,
      'plan-conference',
      () => planned({ endAt: `${DAY}T13:00:00+07:00` }),
      'impossible-date',
      '/conference/endAt',
    ],
    [
      'an hour that is no morning',
      COORDINATOR,
      'plan-conference',
      () => planned({ session: 'morning' }),
      'impossible-date',
      '/conference/startAt',
    ],
    [
      'one that closes no year',
      COORDINATOR,
      'plan-conference',
      () => planned({ kind: 'SUMMARY_AND_REGISTRATION' }),
      'not-schema',
      '/conference/opensYear',
    ],
    [
      'an attendance that does not add up',
      COORDINATOR,
      'record-attendance',
      () => attended({ present: 44 }),
      'not-schema',
      '/attendance',
    ],
    [
      'groups that do not make up the whole',
      COORDINATOR,
      'record-attendance',
      () => attended({ summoned: 50, present: 47 }),
      'not-schema',
      '/attendance/summoned',
    ],
    [
      'minutes before it was held',
      SECRETARY,
      'write-minutes',
      () => ({ conferenceId: 'CONF', basedOn: null, minutes: minutesWith(NEXT_DAY) }),
      'out-of-time',
      null,
    ],
    [
      'minutes that are not written',
      SECRETARY,
      'submit-minutes',
      () => ({ conferenceId: 'CONF', subject: 'x' }),
      'not-ready',
      null,
    ],
    [
      'a conference that is not there',
      COORDINATOR,
      'submit-invitation',
      () => ({ conferenceId: 'NONE', subject: 'x', signer: walk.signer, notes: [] }),
      'unknown-reference',
      '/conferenceId',
    ],
    [
      'a secret mark',
      COORDINATOR,
      'plan-conference',
      () => planned({ name: 'Hội nghị MẬT' }),
      'secret-paper',
      '/conference/name',
    ],
  ])('%s', (...refusal) => expectRefusal(system, office, refusal));
});

describe('a conference that closes a year and opens the next', () => {
  it('is planned in the cycle of the year that it opens, before that year', async () => {
    const office = await system.startOffice();
    const walk = openConferenceWalk(system, office, 'TK');
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const state = await walk.plan(
      launchOn(today, {
        kind: 'SUMMARY_AND_REGISTRATION',
        closesYear: office.year - 1,
        opensYear: office.year,
        invitedSuperiorIds: ['SUP-PV01'],
        guests: [],
        link: 'https://hop.test/phong-1',
      }),
    );
    expect(state.wants).toEqual(['invitation', 'summons']);
  });
});
