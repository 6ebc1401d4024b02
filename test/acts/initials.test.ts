import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftApprovalId } from '../../workflows/contract.ts';
import { openDraftWalk } from '../support/drafts.ts';
import { recordIfAsked, replayAll } from '../support/histories.ts';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  SECRETARY,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { expectRefusal } from '../support/refusal.ts';
import { historiesOf } from '../support/walk.ts';

let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openDraftWalk>;
beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  walk = openDraftWalk(system, office);
});
afterAll(() => system.close());

const BOTH = { content: ['notice', 'plan'], form: ['notice', 'plan'], formCheckerId: CLERK };

const submitNotice = async (about: string, ...paragraphs: readonly string[]) => {
  const { result } = await office.act(SECRETARY, 'submit-plain-paper', {
    kind: 'notice',
    about,
    subject: 'Phân công chuẩn bị tổng kết',
    signer: { personId: HEAD, capacity: null },
    paragraphs,
    unitIds: ['T-1', 'T-2'],
    superiorIds: [],
  });
  return walk.untilAwaited(String(result['draftId']), Number(result['version']));
};
type Read = Awaited<ReturnType<typeof submitNotice>>;

const initial = (personId: string, part: 'content' | 'form', read: Read) =>
  office.act(personId, 'initial-draft', { ...read, part });
const refused = (personId: string, act: string, data: object, code: string) =>
  expectRefusal(system, office, ['x', personId, act, () => data, code, null]);
const approvalOf = async ({ draftId, version }: Read) => {
  const id = draftApprovalId(office.officeId, office.year, draftId, version);
  return (await system.stores.strands.find(office.officeId, id, 'approval'))?.state;
};
const waitsOf = async ({ draftId }: Read) =>
  (await system.stores.cycles.listWaiting(office.officeId))
    .filter(({ workflow_id }) => workflow_id.includes(`/draft/${draftId}/`))
    .map(({ what, role_id, person_id, unit_id }) => [what, role_id ?? person_id ?? unit_id]);

describe('what an office has initialled', () => {
  it('is nothing at first: a paper goes to the leader at once', async () => {
    const read = await submitNotice('1', 'Các đội tự kiểm tra.');
    expect(await waitsOf(read)).toEqual([['approve-draft', 'leader']]);
    await refused(COORDINATOR, 'initial-draft', { ...read, part: 'content' }, 'out-of-time');
    await walk.approve(read);
  });

  it('is a table by kind, with somebody in post who checks the form, kept by the coordinator', async () => {
    const refuses = (personId: string, change: object, code: string, place: string | null) =>
      expectRefusal(system, office, [
        'x',
        personId,
        'change-initials',
        () => ({ ...BOTH, ...change }),
        code,
        place,
      ]);
    await refuses(SECRETARY, {}, 'no-power', null);
    await refuses(COORDINATOR, { formCheckerId: null }, 'missing-field', '/formCheckerId');
    await refuses(COORDINATOR, { formCheckerId: 'P-99' }, 'unknown-reference', '/formCheckerId');
    await refuses(COORDINATOR, { content: ['minutes'] }, 'not-schema', '/content/0');
    await office.act(COORDINATOR, 'change-initials', BOTH, { year: null });
    expect(await system.stores.offices.initialsRule(office.officeId)).toEqual(BOTH);
  });
});

describe('a paper that is initialled', () => {
  let first: Read;
  let second: Read;

  it('waits for the head of the unit that drafts it, and for nobody else', async () => {
    first = await submitNotice('2', 'I. NỘI DUNG', 'Các đội tự kiểm tra.');
    expect(await waitsOf(first)).toEqual([['initial-content', 'T-TH']]);
    await refused(HEAD, 'approve-draft', first, 'not-ready');
    await refused(TEAM_HEAD, 'initial-draft', { ...first, part: 'content' }, 'no-power');
    await refused(CLERK, 'initial-draft', { ...first, part: 'form' }, 'out-of-time');
    await initial(COORDINATOR, 'content', first);
    expect(await waitsOf(first)).toEqual([['initial-form', CLERK]]);
  });

  it('is not initialled for its form while that breaks rules, and goes back with the reason', async () => {
    const press = () => initial(CLERK, 'form', first);
    await expect(press()).rejects.toMatchObject({
      code: 'bad-form',
      details: { rules: ['section-heading'] },
    });
    const reason = 'Đề mục gõ tay chưa đậm; xin viết liền đoạn.';
    const data = { ...first, part: 'form', reason };
    await refused(COORDINATOR, 'refuse-draft-initial', data, 'no-power');
    await office.act(CLERK, 'refuse-draft-initial', data);
    const draft = await walk.untilDraft(first.draftId, 'drafting');
    const { readReason } = system.stores.paperSources;
    expect(await readReason(office.officeId, draft.returned?.reasonId ?? '')).toBe(reason);
    expect((await approvalOf(first))?.decision?.by?.personId).toBe(CLERK);
  });

  it('needs new initials in its next version, and then goes to the leader', async () => {
    second = await submitNotice('2', 'Các đội tự kiểm tra.');
    expect(second.version).toBe(2);
    expect(await waitsOf(second)).toEqual([['initial-content', 'T-TH']]);
    await initial(COORDINATOR, 'content', second);
    await initial(CLERK, 'form', second);
    expect(await waitsOf(second)).toEqual([['approve-draft', 'leader']]);
    const given = (await approvalOf(second))?.initials?.map((one) => one.given?.by.personId);
    expect(given).toEqual([COORDINATOR, CLERK]);
    await walk.approve(second);
  });

  it('leaves in the trail who initialled which version, and when', async () => {
    const trail = await system.stores.cycles.listTrail(office.officeId, office.year);
    const steps = trail
      .filter(({ type }) => type.endsWith('Initialled'))
      .map(({ type, event, at }) => {
        const { version, by } = event as unknown as { version: number; by: { personId: string } };
        return [type, version, by.personId, at.slice(-6)];
      });
    expect(steps.toSorted()).toEqual([
      ['ContentInitialled', 1, COORDINATOR, '+07:00'],
      ['ContentInitialled', 2, COORDINATOR, '+07:00'],
      ['FormInitialled', 2, CLERK, '+07:00'],
    ]);
  });
});

describe('the plan', () => {
  it('is initialled like any paper, and may be taken back meanwhile', async () => {
    const read = await office.submit();
    await expect(office.act(HEAD, 'approve-plan', read)).rejects.toMatchObject({
      code: 'not-ready',
    });
    await office.act(COORDINATOR, 'initial-plan', { ...read, part: 'content' });
    await office.act(COORDINATOR, 'withdraw-plan', { version: 1 });
    await system.until(
      'the plan is being drafted',
      async () => (await office.cycleState())?.plan.phase === 'drafting',
    );
    // Submitted as it was, it goes as a version of its own.
    await office.act(COORDINATOR, 'submit-plan', { version: 1 });
    const again = await system.until('it is back with the unit', async () => {
      const state = await office.approvalState(2);
      return state && { version: 2, boundHash: state.boundHash };
    });
    await office.act(COORDINATOR, 'initial-plan', { ...again, part: 'content' });
    await office.act(CLERK, 'initial-plan', { ...again, part: 'form' });
    await office.act(HEAD, 'approve-plan', again);
    await office.paper(`plan-${String(office.year)}-v2`, 'awaiting-signature');
  });

  it('of a past year, which is entered from its original, is not initialled again', async () => {
    const past = await system.startOffice('2024');
    await past.act(COORDINATOR, 'change-initials', BOTH, { year: null });
    await past.submit(1, { occurredAt: '2024-01-09T08:00:00+07:00' });
    expect((await past.approvalState(1))?.initials).toBeUndefined();
  });
});

it('the histories of initialled papers replay with the workflows of today', async () => {
  const histories = await historiesOf(system, office);
  recordIfAsked('initials', histories);
  expect(await replayAll(histories)).toEqual([]);
});
