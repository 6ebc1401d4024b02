import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApprovalState } from '../../domain/approval.ts';
import type { Instant } from '../../domain/local-date.ts';
import { startReformCycle } from '../../domain/reform-cycle.ts';
import { cycleId, planApprovalId } from '../../workflows/contract.ts';
import { FRESH_APPROVAL } from '../support/given.ts';
import { personRow } from '../support/small-office.ts';
import { openPostRoom, type PostRoom } from './open-post-room.ts';

let open: PostRoom;
beforeAll(async () => {
  open = await openPostRoom();
});
afterAll(() => open.close());

const NOW: Instant = '2024-01-15T10:00:00+07:00';
const MORNING: Instant = '2024-01-16T07:30:00+07:00';
const SUBMITTED_AT = '2024-01-15T09:58:00+07:00';

/** A live cycle of 2024 whose plan waits for the head; mailboxes are this office's own. */
const planBeforeHead = async () => {
  const { officeId } = await open.office();
  const mailbox = (name: string) => `${name}@${officeId.toLowerCase()}.test`;
  await open.stores.offices.save({
    people: [
      personRow(officeId, 'head', {
        full_name: 'Nguyễn Văn Mẫu',
        roles: ['leader'],
        email: mailbox('head'),
      }),
      personRow(officeId, 'deputy', {
        full_name: 'Trần Thí Dụ',
        roles: ['deputyLeader'],
        email: mailbox('deputy'),
      }),
      personRow(officeId, 'head-1', {
        unit_id: 'team-1',
        roles: ['teamLead', 'cycleCoordinator'],
        email: mailbox('one'),
      }),
    ],
  });
  const last = { at: SUBMITTED_AT, event: 'ApprovalRequested', personId: 'head-1' };
  const showCycle = () =>
    open.stores.strands.project({
      officeId,
      year: 2024,
      workflowId: cycleId(officeId, 2024),
      kind: 'reformCycle',
      seq: 1,
      state: startReformCycle(officeId, 2024, { mode: 'live' }),
      events: [],
    });
  let seq = 0;
  const showApproval = (version: number, change: Partial<ApprovalState> = {}) => {
    seq += 1;
    return open.stores.strands.project({
      officeId,
      year: 2024,
      workflowId: planApprovalId(officeId, 2024, version),
      kind: 'approval',
      seq,
      state: {
        ...FRESH_APPROVAL,
        version,
        boundHash: `hash-of-${String(version)}`,
        last,
        ...change,
      },
      events: [],
    });
  };
  await showCycle();
  await showApproval(1);
  const send = async (noticeIds: readonly string[]) => {
    for (const noticeId of noticeIds) await open.run('sendNotice', { officeId, noticeId });
  };
  return {
    officeId,
    showApproval,
    mailsTo: (name: string) => open.smtp.messagesTo(mailbox(name)),
    write: (kind: 'at-once' | 'digest', now = NOW) =>
      open.run('writeNotices', { officeId, kind, now }),
    send,
    delegate: () =>
      open.stores.offices.insertDelegation({
        office_id: officeId,
        delegation_id: 'd-1',
        from_person_id: 'head',
        to_person_id: 'deputy',
        capacity: 'KT.',
        valid_from: '2024-01-15',
        valid_to: '2024-01-19',
        basis: 'Phân công trực lãnh đạo',
        act_id: 'act-of-delegation',
      }),
  };
};

const linksIn = (text: string | undefined): readonly string[] =>
  text?.match(/https:\/\/reform\.test\/d\/\S+/g) ?? [];

const linkOf = (url: string) =>
  open.stores.notices.findLink(open.dependencies.decisionLinks.sha256Of(url.split('/d/')[1] ?? ''));

describe('the mail that goes to a leader at once', () => {
  test('names what waits and for whom, and holds a link that decides, until two weeks later', async () => {
    const office = await planBeforeHead();
    await office.send(await office.write('at-once'));
    const [mail] = office.mailsTo('head');
    expect(mail?.parsed.subject).toBe('Chờ lãnh đạo: Phê duyệt kế hoạch năm 2024');
    const [url = ''] = linksIn(mail?.parsed.text);
    expect(mail?.parsed.text).toBe(`Phòng Mẫu

Kính gửi đồng chí Nguyễn Văn Mẫu,

Đang chờ đồng chí quyết định:
- Phê duyệt kế hoạch năm 2024

Xem và quyết định (không cần đăng nhập):
${url}

Mở ra xem chưa làm thay đổi gì: quyết định chỉ được ghi nhận khi đồng chí bấm nút phê duyệt hoặc trả lại ở cuối trang.
Đường dẫn chỉ dành cho đồng chí; dùng một lần, đến hết ngày 29/01/2024. Xin không chuyển tiếp thư này.

Hoặc đăng nhập để xem trên hệ thống:
https://reform.test/cycles/2024/plan/approval/1

Xem mọi việc đang chờ: https://reform.test/waiting

Thư này được gửi tự động, xin không trả lời. Nếu nhận được hai thư giống hệt nhau, đó là cùng một lần gửi.
`);
    expect(String(mail?.parsed.html)).toContain(`<a href="${url}"`);
    expect(await linkOf(url)).toMatchObject({
      office_id: office.officeId,
      person_id: 'head',
      year: 2024,
      workflow_id: planApprovalId(office.officeId, 2024, 1),
      what: 'approve-plan',
      version: 1,
      bound_hash: 'hash-of-1',
      expires_at: '2024-01-29T23:59:59+07:00',
      used_at: null,
    });
    // The token itself is in the mail alone.
    const rows = await open.stores.notices.list(office.officeId);
    expect(JSON.stringify(rows)).not.toContain(url.split('/d/')[1]);
  });

  test('holds the same link when it has to be sent again, under the same Message-ID', async () => {
    const office = await planBeforeHead();
    const noticeIds = await office.write('at-once');
    open.smtp.loseReplies(1);
    await expect(office.send(noticeIds)).rejects.toThrow();
    await office.send(noticeIds);
    const mails = office.mailsTo('head');
    expect(mails).toHaveLength(2);
    expect(new Set(mails.map(({ parsed }) => parsed.messageId)).size).toBe(1);
    expect(new Set(mails.flatMap(({ parsed }) => linksIn(parsed.text))).size).toBe(1);
    await office.send(noticeIds);
    expect(office.mailsTo('head')).toHaveLength(2);
  });

  test('goes to a delegate with a link of their own, and says for whom they decide', async () => {
    const office = await planBeforeHead();
    await office.delegate();
    await office.send(await office.write('at-once'));
    const [own] = office.mailsTo('deputy');
    expect(own?.parsed.text).toContain('do đang được đồng chí Nguyễn Văn Mẫu ủy quyền');
    const [heads] = office.mailsTo('head');
    const [mine, theirs] = [linksIn(own?.parsed.text)[0] ?? '', linksIn(heads?.parsed.text)[0]];
    expect(mine).not.toBe(theirs);
    expect(await linkOf(mine)).toMatchObject({ person_id: 'deputy', version: 1 });
  });

  test('is not sent of what was decided before it went', async () => {
    const office = await planBeforeHead();
    const noticeIds = await office.write('at-once');
    await office.showApproval(1, {
      decision: { kind: 'approved', by: null, at: NOW, reasonId: null },
    });
    await office.send(noticeIds);
    expect(office.mailsTo('head')).toEqual([]);
    const [row] = await open.stores.notices.list(office.officeId);
    expect(row?.status).toBe('needless');
  });
});

describe('the digest of a working day', () => {
  test('leads to the pages and decides nothing: whoever reads it signs in', async () => {
    const office = await planBeforeHead();
    await office.send(await office.write('digest', MORNING));
    const [mail] = office.mailsTo('head');
    expect(mail?.parsed.subject).toBe('Việc đang chờ, ngày 16/01/2024');
    expect(linksIn(mail?.parsed.text)).toEqual([]);
    expect(mail?.parsed.text).toContain(
      'VIỆC CẦN XỬ LÝ\n- Phê duyệt kế hoạch năm 2024\n  Việc mới\n',
    );
    expect(mail?.parsed.text).toContain('https://reform.test/cycles/2024/plan/approval/1');
    // Nobody hears twice of what is new.
    expect(await office.write('digest', MORNING)).toEqual([]);
  });
});
