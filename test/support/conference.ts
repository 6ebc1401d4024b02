// One conference of each kind, told once for the tests that need a part of it.
import type { ActCall } from '../../acts/act.ts';
import type { ConferencePhase, ConferenceState } from '../../domain/conference/conference.ts';
import type { ConferenceContent } from '../../domain/conference/conference-content.ts';
import { draftPaperId } from '../../domain/draft.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { draftApprovalId, yearStrandId } from '../../workflows/contract.ts';
import {
  COORDINATOR,
  HEAD,
  SECRETARY,
  type OfficeSystem,
  type TestOffice,
} from './office-system.ts';
import { takePaperThrough } from './walk.ts';

/** A launch as in the office of the examples, on the day given. */
export const launchOn = (
  date: LocalDate,
  change: Partial<ConferenceContent> = {},
): ConferenceContent => ({
  kind: 'LAUNCH',
  name: 'Lễ phát động phong trào thi đua cải cách hành chính và đối thoại',
  closesYear: null,
  opensYear: null,
  date,
  session: 'afternoon',
  startAt: `${date}T14:00:00+07:00`,
  endAt: `${date}T16:00:00+07:00`,
  place: 'Hội trường Phòng An ninh nội địa',
  link: null,
  chairId: HEAD,
  secretaryId: SECRETARY,
  host: 'Phòng An ninh nội địa',
  launchedBy: 'Đảng ủy, Lãnh đạo Phòng An ninh nội địa',
  inResponseTo: 'phong trào thi đua do Bộ Công an, Công an tỉnh phát động',
  context: null,
  witnesses: 'Lãnh đạo Phòng và toàn thể cán bộ, chiến sĩ',
  guestsText: null,
  agenda: [
    { ordinal: 1, title: 'Ổn định tổ chức', minutes: 10, ownerId: COORDINATOR },
    { ordinal: 2, title: 'Phát động phong trào thi đua', minutes: 20, ownerId: HEAD },
    { ordinal: 3, title: 'Kết luận, bế mạc', minutes: 15, ownerId: HEAD },
  ],
  guests: [
    { key: 'khach-1', name: 'Ông Nguyễn Văn Khách', mailbox: 'khach@ban.test' },
    { key: 'khach-2', name: 'Bà Trần Thị Khách', mailbox: null },
  ],
  invitedSuperiorIds: [],
  summonedUnitIds: ['T-TH', 'T-1'],
  ...change,
});

export const ATTENDED = {
  summoned: 48,
  present: 45,
  absentWithReason: 3,
  absentWithoutReason: 0,
  groups: [
    { name: 'Các đội', summoned: 40, present: 38, absentWithReason: 2, absentWithoutReason: 0 },
    { name: 'Đoàn thể', summoned: 8, present: 7, absentWithReason: 1, absentWithoutReason: 0 },
  ],
  guests: null,
};

/** Minutes that give one unit work until the day. */
export const minutesWith = (dueOn: LocalDate, change: object = {}) => ({
  opening: 'Đồng chí thư ký tuyên bố lý do, giới thiệu đại biểu',
  course: [{ title: 'Phát động', text: 'Đồng chí Trưởng phòng phát động phong trào thi đua' }],
  questions: null,
  signing: 'Đại diện các đội ký giao ước thi đua',
  conclusion: 'Các đội triển khai ngay nhiệm vụ đã ký giao ước',
  conclusionWork: [
    { assignmentId: 'KL-1', unitId: 'T-TH', dueOn, task: 'Tổng hợp ý kiến, báo cáo Trưởng phòng' },
  ],
  readBack: true,
  ...change,
});

type Acting = Partial<ActCall>;

/** The way of one conference, from its plan to its minutes, by the acts that people use. */
export const openConferenceWalk = (
  system: OfficeSystem,
  office: TestOffice,
  conferenceId = 'CONF',
) => {
  const { officeId, year } = office;
  const workflowId = yearStrandId(officeId, year, { kind: 'conference', id: conferenceId });
  const signer = { personId: HEAD, capacity: null };

  const state = () =>
    system.stores.strands.find(officeId, workflowId, 'conference').then((row) => row?.state);
  const until = (what: string, isSo: (found: ConferenceState) => unknown) =>
    system.until(`the conference ${what}`, async () => {
      const found = await state();
      return found && isSo(found) ? found : null;
    });
  const untilPhase = (phase: ConferencePhase) =>
    until(`is ${phase}`, (found) => found.phase === phase);

  const act = (personId: string, name: string, data: object = {}, more: Acting = {}) =>
    office.act(personId, name, { conferenceId, ...data }, more);

  const plan = async (conference: ConferenceContent, more: Acting = {}) => {
    await act(COORDINATOR, 'plan-conference', { conference }, more);
    return untilPhase('planned');
  };

  const approve = async (draftId: string, version: number): Promise<string> => {
    const id = draftApprovalId(officeId, year, draftId, version);
    const waiting = await system.until('the draft is before the leader', () =>
      system.stores.strands.find(officeId, id, 'approval'),
    );
    const { boundHash } = waiting.state;
    await office.act(HEAD, 'approve-draft', { draftId, version, boundHash });
    return draftPaperId(draftId, version);
  };

  /** Submitted, approved where its kind is, signed, numbered and issued. */
  const issue = async (
    name: string,
    data: object,
    { number, on }: { number: number; on: LocalDate },
    more: Acting = {},
  ): Promise<string> => {
    const { result } = await act(COORDINATOR, name, data, more);
    const draftId = String(result['draftId']);
    const version = Number(result['version']);
    const paperId =
      name === 'submit-minutes' ? draftPaperId(draftId, version) : await approve(draftId, version);
    await office.paper(paperId, 'awaiting-signature');
    await takePaperThrough(system, office, paperId, number, on);
    await until(`knows ${paperId}`, ({ papers }) =>
      papers.some((paper) => paper.paperId === paperId && paper.phase === 'issued'),
    );
    return paperId;
  };

  const invite = (number: number, on: LocalDate, more: Acting = {}) =>
    issue(
      'submit-invitation',
      { subject: 'Dự Lễ phát động phong trào thi đua', signer, notes: ['Trang phục: thu đông'] },
      { number, on },
      more,
    );
  const summon = (number: number, on: LocalDate, more: Acting = {}) =>
    issue(
      'submit-summons',
      { subject: 'Triệu tập dự Lễ phát động phong trào thi đua', signer, requirements: [] },
      { number, on },
      more,
    );

  return { workflowId, signer, state, until, untilPhase, act, plan, issue, invite, summon };
};
