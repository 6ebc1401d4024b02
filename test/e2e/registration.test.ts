import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWholeSystem, until, type WholeSystem } from '../faults/whole-system.ts';
import { createReader, type Reader } from '../web/reader.ts';

const COORDINATOR = 'P-03';
const LEADER = 'P-01';
const CLERK = 'P-12';
const HEAD_OF_TEAM_2 = 'P-06';
const HEAD_OF_TEAM_4 = 'P-08';
const HEAD_OF_YOUTH_UNION = 'P-09';
const TEAM_2_MAILBOX = 'doitruong.d2@annd.test';
const LEADER_MAILBOX = 'truongphong@annd.test';

interface InboxMessage {
  readonly to: readonly string[] | string;
  readonly subject: string;
  readonly messageId: string;
  readonly attachments: readonly { readonly fileName: string }[];
  readonly links: readonly string[];
}

// From where the example stands: registration is open, one unit is accepted, one returned, one has declined,
// one is late, and the notice that opened it waits for its number.
describe('units register, the leader approves, and everybody has it in the inbox', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'reform-e2e-'));
  let system: WholeSystem;
  let base: string;
  let cycle: string;

  const run = () =>
    JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
  // A browser without scripts, over real HTTP.
  const app: Parameters<typeof createReader>[0]['app'] = Object.assign(Object.create(null), {
    request: (path: string, init: RequestInit = {}) =>
      fetch(new URL(path, base), {
        ...init,
        headers: { ...(init.headers as Record<string, string>), origin: new URL(base).origin },
        redirect: 'manual',
      }),
  });
  const be = async (personId: string): Promise<Reader> => {
    const nobody = createReader({ app }, null);
    const first = await nobody.open('/');
    const officeId = first.form('/be').get('officeId')?.[0] ?? '';
    const welcome = await nobody.send('/be', { officeId, personId, to: '' });
    return createReader({ app }, welcome.cookie?.split(';')[0] ?? null);
  };
  const readInbox = async (): Promise<readonly InboxMessage[]> => {
    const response = await fetch(`${String(run()['mail']?.['viewerUrl'])}/messages.json`);
    const body = (await response.json()) as InboxMessage[] | { messages: InboxMessage[] };
    return Array.isArray(body) ? body : body.messages;
  };
  const untilMail = (what: string, isIt: (mail: InboxMessage) => boolean) =>
    until(what, async () => (await readInbox()).find(isIt) ?? null);
  const unit = (unitId: string): string => `${cycle}/registration/units/${unitId}`;
  /** The page once it says so. */
  const untilPageSays = (reader: Reader, path: string, words: string) =>
    until(`${path} says ${words}`, async () => {
      const page = await reader.open(path);
      return page.text.includes(words) && page;
    });

  beforeAll(async () => {
    system = startWholeSystem(dataDir, []);
    await system.isReady();
    await until('the example is played', () => system.output().includes('+ example'));
    base = String(run()['web']?.['url']);
    cycle = `/cycles/${String(new Date(Date.now() + 7 * 3_600_000).getUTCFullYear())}`;
  }, 240_000);

  afterAll(async () => {
    await system.end();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const issue = async (paper: string, number: string): Promise<void> => {
    const clerk = await be(CLERK);
    await clerk.openAndPress(paper, paper, { number });
    await untilPageSays(clerk, paper, `số ${number}/`);
    await clerk.openAndPress(paper, paper);
    await untilPageSays(clerk, paper, 'Phát hành');
    await until('the paper is issued', async () => {
      const pressed = await clerk.openAndPress(paper, paper);
      return pressed.status === 303;
    });
  };

  it('the first page offers a thing to try in each room', async () => {
    const { html } = await createReader({ app }, null).open('/');
    const to = [...html.matchAll(/name="to" value="(\/[^"]+)"/g)].map(([, path]) => path);
    expect(to.filter((path) => path !== '/waiting')).toEqual([
      unit('M-PN'),
      unit('T-2'),
      expect.stringContaining('/papers/registration-opening'),
      `${cycle}/dialogue/CH-1`,
      expect.stringContaining(`${cycle}/checks/Q1/units/`),
      `${cycle}/conferences/launch`,
    ]);
  });

  it('the clerk numbers, stamps and issues the notice that opens it, and units have it', async () => {
    const clerk = await be(CLERK);
    const waiting = await clerk.open('/waiting');
    const paper =
      waiting.links.find((href) => href.startsWith('/papers/registration-opening')) ?? '';
    await issue(paper, '21');
    const mail = await untilMail(
      'the notice is in the inbox',
      ({ subject, to }) => subject.includes('21/TB') && [to].flat().includes(TEAM_2_MAILBOX),
    );
    expect(mail.attachments.map(({ fileName }) => fileName)).toContainEqual(
      expect.stringContaining('21-TB'),
    );
  }, 120_000);

  it('the unit that is late registers, and says why', async () => {
    const head = await be(HEAD_OF_TEAM_4);
    const page = await head.open(unit('T-4'));
    const task = `${unit('T-4')}/tasks/new`;
    expect(page.links).toContain(task);
    const written = await head.openAndPress(task, task, {
      title: 'Số hóa hồ sơ',
      domain: 'D6',
      product: 'Hồ sơ điện tử',
      'indicators-0-name': 'Tỷ lệ hồ sơ số hóa',
      'indicators-0-unit': '%',
      'indicators-0-direction': 'increase',
      'indicators-0-aggregation': 'latest',
      'indicators-0-baseline': '40',
      'indicators-0-target': '90',
      'indicators-0-Q1': '50',
      'indicators-0-Q2': '60',
      'indicators-0-Q3': '80',
      'indicators-0-Q4': '90',
    });
    expect([written.status, written.errors]).toEqual([303, []]);
    const silent = await head.openAndPress(unit('T-4'), `${unit('T-4')}/submit`);
    expect(silent.status).toBe(422);
    expect(silent.errors.map(({ field }) => field)).toEqual(['submit-lateReason']);
    const told = await head.press(silent, `${unit('T-4')}/submit`, {
      'submit-lateReason': 'Đội trưởng đi công tác.',
    });
    expect(told.status).toBe(303);
    await untilPageSays(head, unit('T-4'), 'Đội trưởng đi công tác.');
  }, 60_000);

  it('the unit that was returned reads why, corrects it and registers again', async () => {
    const head = await be(HEAD_OF_TEAM_2);
    const page = await head.open(unit('T-2'));
    expect(page.text).toContain('Chưa ghi mốc quý');
    const task = `${unit('T-2')}/tasks/D1`;
    const typed = { 'indicators-0-Q1': '15', 'indicators-0-Q2': '30', 'indicators-0-Q3': '45' };
    expect((await head.openAndPress(task, task, typed)).status).toBe(303);
    const sent = await head.openAndPress(unit('T-2'), `${unit('T-2')}/submit`);
    expect(sent.status).toBe(303);
  }, 60_000);

  it('the leader consents to the decline from the mail, and accepts the coordinator’s own unit', async () => {
    const mails = (await readInbox()).filter(
      ({ to, links }) =>
        [to].flat().includes(LEADER_MAILBOX) && links.some((href) => href.includes('/d/')),
    );
    expect(mails.length).toBeGreaterThanOrEqual(2);
    const nobody = createReader({ app }, null);
    for (const { links } of mails) {
      const link = new URL(links.find((href) => href.includes('/d/')) ?? '').pathname;
      const before = await nobody.open(link);
      expect(before.status).toBe(200);
      await nobody.openAndPress(link, `${link}/approve`);
    }
    const leader = await be(LEADER);
    await untilPageSays(leader, unit('M-PN'), 'Không đăng ký');
    await untilPageSays(leader, unit('T-TH'), 'Đã chấp nhận');
  }, 60_000);

  it('the coordinator accepts the others and closes the list', async () => {
    const coordinator = await be(COORDINATOR);
    for (const unitId of ['T-2', 'T-4', 'M-TN']) {
      const done = await coordinator.openAndPress(unit(unitId), `${unit(unitId)}/accept`);
      expect([unitId, done.status]).toEqual([unitId, 303]);
    }
    await untilPageSays(coordinator, unit('M-TN'), 'Đã chấp nhận');
    const close = `${cycle}/registration/close`;
    await until('the list is closed', async () => {
      const page = await coordinator.open(close);
      return (
        page.actions.includes(close) &&
        (await coordinator.press(page, close, { step: 'close' })).status === 303
      );
    });
  }, 60_000);

  it('the leader approves it, and the notice of the result is in every inbox', async () => {
    const leader = await be(LEADER);
    const list = `${cycle}/registration/list/1`;
    const page = await untilPageSays(leader, list, 'Phê duyệt');
    expect((await leader.press(page, `${list}/approve`)).status).toBe(303);
    const paper = `/papers/registration-result-${cycle.split('/')[2] ?? ''}-v1`;
    await until('the notice of the result can be signed', async () => {
      const opened = await leader.open(paper);
      return opened.actions.includes(paper);
    });
    expect((await leader.openAndPress(paper, paper)).status).toBe(303);
    await issue(paper, '22');
    const mailboxesOf = (number: string, mails: readonly InboxMessage[]) =>
      mails.filter(({ subject }) => subject.includes(`${number}/TB`)).flatMap(({ to }) => to);
    const inbox = await until('all have the result', async () => {
      const mails = await readInbox();
      return mailboxesOf('22', mails).length >= mailboxesOf('21', mails).length && mails;
    });
    // Each once, and all whom the opening was sent to.
    expect(mailboxesOf('22', inbox).toSorted()).toEqual(mailboxesOf('21', inbox).toSorted());
    expect(mailboxesOf('22', inbox)).toContain(TEAM_2_MAILBOX);
    expect(new Set(mailboxesOf('22', inbox)).size).toBe(mailboxesOf('22', inbox).length);
    const own = await (await be(HEAD_OF_YOUTH_UNION)).open(unit('M-TN'));
    expect(own.text).toContain('Đã chấp nhận');
  }, 120_000);
});
