import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  readExample,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { scanOf } from '../support/scan.ts';

const TOKEN = 'token-of-these-tests';
const SOCKET = { isLocalSocket: true };
let system: OfficeSystem;
let office: TestOffice;
let base: string;

beforeAll(async () => {
  system = await openOfficeSystem({ apiToken: TOKEN });
  office = await system.startOffice();
  base = `/api/offices/${office.officeId}/cycles/${String(office.year)}`;
});
afterAll(() => system.close());

const onSocket = (path: string, init?: RequestInit) => system.app.request(path, init, SOCKET);
const overTcp = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  system.app.request(path, { ...init, headers }, { isLocalSocket: false });

const press = (act: string, as: string, data: unknown, more: object = {}) =>
  onSocket(`${base}/acts/${act}`, {
    method: 'POST',
    body: JSON.stringify({ actId: randomUUID(), as, data, ...more }),
  });

const bodyOf = async (response: Response) => JSON.parse(await response.text());
const errorOf = async (response: Response) => (await bodyOf(response)).error;

describe('who may use the API', () => {
  it('lets in whoever bears the token, and nobody else', async () => {
    expect((await overTcp('/api/offices', { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    expect((await overTcp('/api/offices', { authorization: `bearer ${TOKEN}` })).status).toBe(200);
    for (const authorization of ['', TOKEN, 'Bearer', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`]) {
      const response = await overTcp('/api/offices', { authorization });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await errorOf(response)).toMatchObject({ code: 'not-authorised', place: null });
    }
  });

  it('does not count the session of a browser', async () => {
    const cookie = await system.cookieOf(office.officeId, HEAD);
    expect((await overTcp('/api/offices', { cookie })).status).toBe(401);
  });

  it('takes no act over TCP without the token', async () => {
    const body = JSON.stringify({ actId: randomUUID(), as: HEAD, data: { reason: 'x' } });
    const response = await overTcp(`${base}/acts/cancel-cycle`, {}, { method: 'POST', body });
    expect(response.status).toBe(401);
    expect((await office.cycleState())?.cancelled).toBeNull();
  });

  it('is as good as not there from other machines where no token is set', async () => {
    const closed = await openOfficeSystem();
    try {
      const response = await closed.app.request(
        '/api/offices',
        { headers: { authorization: 'Bearer null' } },
        { isLocalSocket: false },
      );
      expect(response.status).toBe(404);
      expect(await errorOf(response)).toMatchObject({ code: 'not-found' });
      expect((await closed.app.request('/api/offices', {}, SOCKET)).status).toBe(200);
    } finally {
      await closed.close();
    }
  });
});

describe('acts through the API', () => {
  it('lets the person named act, and keeps through which door it came', async () => {
    const actId = randomUUID();
    const body = { actId, as: COORDINATOR, data: { version: 1 } };
    const init = { method: 'POST', body: JSON.stringify(body) };
    const headers = { authorization: `Bearer ${TOKEN}` };
    const response = await overTcp(`${base}/acts/submit-plan`, headers, init);
    expect(response.status).toBe(200);
    expect(await bodyOf(response)).toMatchObject({ workflowId: office.cycle, isShown: true });
    const { acts } = system.stores;
    expect(await acts.find(office.officeId, actId)).toMatchObject({
      channel: 'api',
      person_id: COORDINATOR,
    });
    await system.until('the leader is waited for', () => office.approvalState(1));
    const status = await bodyOf(await onSocket(base));
    expect(status.plan).toMatchObject({ phase: 'awaiting-approval', version: 1 });
    expect(status.waiting).toMatchObject([{ what: 'approve-plan', role: 'leader' }]);
  });

  it('answers a repeated act with its first outcome, and does it once', async () => {
    const version = 1;
    const state = await system.until('before the leader', () => office.approvalState(version));
    const actId = randomUUID();
    const data = { version, boundHash: state.boundHash };
    const first = await press('approve-plan', HEAD, data, { actId });
    const second = await press('approve-plan', HEAD, data, { actId });
    expect(first.status).toBe(200);
    expect(await bodyOf(second)).toEqual(await bodyOf(first));
    expect(await system.stores.acts.find(office.officeId, actId)).toMatchObject({ channel: 'cli' });
  });

  it('says who did what and when to an act that comes too late', async () => {
    const { boundHash } = (await office.approvalState(1)) ?? {};
    const refused = await press('return-plan', HEAD, { version: 1, boundHash, reason: 'x' });
    expect(refused.status).toBe(409);
    const error = await errorOf(refused);
    expect(error).toMatchObject({ code: 'out-of-time', details: { lastBy: HEAD } });
    const head = await system.stores.offices.findPerson(office.officeId, HEAD);
    expect(error.message).toContain(head?.full_name);
  });

  it('refuses an act to a person without the power', async () => {
    const refused = await press('cancel-cycle', CLERK, { reason: 'x' });
    expect(refused.status).toBe(403);
    expect(await errorOf(refused)).toMatchObject({ code: 'no-power' });
  });

  it('takes the bytes of a scan as base64, and refuses what is none', async () => {
    const paperId = `plan-${String(office.year)}-v1`;
    await office.paper(paperId, 'awaiting-signature');
    await press('record-ink-signature', CLERK, { paperId });
    const { signed } = await office.paper(paperId, 'awaiting-number');
    await press('number-paper', CLERK, { paperId, number: 3, documentDate: signed?.on });
    await press('stamp-paper', CLERK, { paperId });
    await office.paper(paperId, 'awaiting-issue');
    const none = await press('attach-scan', CLERK, { paperId, bytes: 'no base64!' });
    expect(none.status).toBe(422);
    expect(await errorOf(none)).toMatchObject({ code: 'not-schema', place: '/bytes' });
    const bytes = Buffer.from(await scanOf('signed')).toString('base64');
    expect((await press('attach-scan', CLERK, { paperId, bytes })).status).toBe(200);
    const { documents } = await bodyOf(await onSocket(`${base}/documents`));
    expect(documents[0].files.scan).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('what the API refuses', () => {
  it.each([
    ['{"actId": ', 422, 'not-json', ''],
    ['{"actId":"a","actId":"b"}', 422, 'not-json', ''],
    ['[]', 422, 'not-schema', ''],
    ['{"as":"P-01","data":{}}', 422, 'missing-field', '/actId'],
    ['{"actId":"12345678","as":"P-01","data":{},"by":1}', 422, 'unknown-key', '/by'],
    ['{"actId":"!","as":"P-01","data":{}}', 422, 'not-schema', '/actId'],
    [
      '{"actId":"12345678","as":"P-03","data":{"version":1},"occurredAt":"2024-01-15"}',
      ...[422, 'impossible-date', '/occurredAt'],
    ],
    ['{"actId":"12345678","as":"P-03","data":{"version":"1"}}', 422, 'not-schema', '/version'],
  ] as const)('refuses the body %s', async (body, status, code, place) => {
    const response = await onSocket(`${base}/acts/submit-plan`, { method: 'POST', body });
    expect(response.status).toBe(status);
    expect(await errorOf(response)).toMatchObject({ code, place });
  });

  it('refuses bytes that are no UTF-8', async () => {
    const body = new Uint8Array([0x7b, 0xff, 0x7d]);
    const response = await onSocket('/api/offices', { method: 'POST', body });
    expect(await errorOf(response)).toMatchObject({
      code: 'not-json',
      details: { expected: 'UTF-8' },
    });
  });

  it.each([
    ['', 'missing-field', '/actId'],
    ['?actId=short', 'not-schema', '/actId'],
    ['?actId=12345678&who=P-01', 'unknown-key', '/who'],
  ])('refuses a start that is asked as "%s", and writes nothing', async (query, code, place) => {
    const body = readExample('current-year', 'ASKED').bytes();
    const path = `/api/cycles/from-file${query}`;
    const response = await onSocket(path, { method: 'POST', body });
    expect(response.status).toBe(422);
    expect(await errorOf(response)).toMatchObject({ code, place });
    expect(await system.stores.offices.find('ASKED')).toBeUndefined();
  });

  it.each(['/api', '/api/', '/api/nothing', '/api/offices/x/y', '/api/cycles/from-file'])(
    'knows no %s',
    async (path) => {
      const response = await onSocket(path);
      expect(response.status).toBe(404);
      expect(await errorOf(response)).toMatchObject({ code: 'not-found' });
    },
  );

  it('knows no act, office, or year that is not there', async () => {
    expect(await errorOf(await press('fly', HEAD, {}))).toMatchObject({ code: 'not-found' });
    for (const path of ['/api/offices/NOBODY/cycles', '/api/offices/NOBODY/cycles/2024']) {
      const response = await onSocket(path);
      expect(response.status).toBe(404);
      expect(await errorOf(response)).toMatchObject({ code: 'office-unknown' });
    }
    for (const year of ['1999', 'last', '2024.5']) {
      const response = await onSocket(`/api/offices/${office.officeId}/cycles/${year}/documents`);
      expect(response.status).toBe(404);
      expect(await errorOf(response)).toMatchObject({ code: 'cycle-unknown' });
    }
  });
});
