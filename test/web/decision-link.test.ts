import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actIdOf } from '../../acts/decision-link.ts';
import { performAct } from '../../acts/perform-act.ts';
import { createTemporalClient } from '../../adapters/temporal-client.ts';
import { createApp } from '../../web/app.ts';
import {
  COORDINATOR,
  DEPUTY,
  HEAD,
  openOfficeSystem,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { connectToTemporal } from '../support/temporal.ts';
import { todayHere } from '../support/walk.ts';
import { actsByMail, linkRow, linkTo, readTables } from './mailed-links.ts';
import { createReader, type Reader } from './reader.ts';

let system: OfficeSystem;
/** Whoever has the mail: nobody is signed in. */
let holder: Reader;

beforeAll(async () => {
  system = await openOfficeSystem({ hasOfficeDay: true });
  holder = createReader(system, null);
});
afterAll(() => system.close());

const planBeforeLeader = async (): Promise<{ office: TestOffice; link: string }> => {
  const office = await system.startOffice();
  await office.submit();
  return { office, link: await linkTo(system, office, 'approve-plan') };
};

const press = (link: string, how: 'approve' | 'return', reason = '') =>
  holder.send(`${link}/${how}`, how === 'return' ? { reason } : {});

const decisionsIn = async ({ officeId, year }: TestOffice) =>
  (await system.stores.cycles.listTrail(officeId, year)).filter(({ type }) =>
    ['Approved', 'Returned', 'Withdrawn'].includes(type),
  );

const saveAgain = async (office: TestOffice, basedOn: number, purpose: string) => {
  const id = `plan-${String(office.year)}`;
  const draft = await system.stores.versions.latest(office.officeId, 'plan', id);
  const plan = { ...JSON.parse(draft?.text ?? ''), purpose };
  await office.act(COORDINATOR, 'save-plan', { basedOn, plan });
};

const untilDrafting = (office: TestOffice) =>
  system.until('the plan is back', async () => {
    const state = await office.cycleState();
    return state?.plan.phase === 'drafting';
  });

describe("the link in a leader's mail", () => {
  it('stands in the mail that goes out at once, and decides without a sign-in', async () => {
    const { office, link } = await planBeforeLeader();
    const mail = system.smtp
      .messagesTo('truongphong@annd.test')
      .find(({ parsed }) => parsed.text?.includes(link));
    expect(mail?.parsed.html).toContain(`href="http://reform.test${link}"`);

    const page = await holder.open(link);
    expect(page.status).toBe(200);
    expect(page.title).toBe(`Kế hoạch cải cách hành chính năm ${String(office.year)}`);
    expect(page.text).toContain('Nguyễn Văn Mẫu, Trưởng phòng');
    expect(page.text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(page.actions).toEqual([`${link}/approve`, `${link}/return`]);

    const pressed = await holder.press(page, `${link}/approve`);
    expect([pressed.status, pressed.location]).toEqual([303, link]);
    const after = await holder.open(link);
    expect(after.title).toBe('Đã phê duyệt');
    expect(after.text).toContain('Nguyễn Văn Mẫu đã phê duyệt lúc');
    expect(after.text).toContain('Mỗi đường dẫn chỉ dùng một lần.');
    expect(after.actions).toEqual([]);
    const state = await office.approvalState(1);
    expect(state?.decision).toMatchObject({ kind: 'approved', by: { personId: HEAD } });
    await office.paper(`plan-${String(office.year)}-v1`, 'awaiting-signature');
  });
});
