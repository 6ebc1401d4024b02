import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatDate } from '../../locale/dates.ts';
import { CLERK, readExample, type TestOffice } from '../support/office-system.ts';
import { scanOf } from '../support/scan.ts';
import { openCommandLine, serve, type CommandLine } from './command-line.ts';
import { runReform } from './run-reform.ts';

let line: CommandLine;
let office: TestOffice;
let cycle: string;
let paperId: string;

beforeAll(async () => {
  line = await openCommandLine();
  office = await line.system.startOffice();
  cycle = `${office.officeId}/${String(office.year)}`;
});
afterAll(() => line.close());

const readJson = async (...args: readonly string[]) => {
  const ended = await line.reform([...args, '--json']);
  expect(ended.code).toBe(0);
  return JSON.parse(ended.out);
};

const issuePlan = async (): Promise<string> => {
  const id = await office.approve();
  await office.act(CLERK, 'record-ink-signature', { paperId: id });
  const { stores } = line.system;
  const signed = await stores.strands.find(
    office.officeId,
    `${office.cycle}/paper/${id}`,
    'documentIssue',
  );
  const documentDate = signed?.state.signed?.on;
  await office.act(CLERK, 'number-paper', { paperId: id, number: 7, documentDate });
  await line.system.until('the final paper', async () => (await office.paperState(id))?.finalFiles);
  await office.act(CLERK, 'stamp-paper', { paperId: id });
  await office.act(CLERK, 'attach-scan', { paperId: id, bytes: await scanOf('signed') });
  await office.act(CLERK, 'issue-paper', { paperId: id });
  await line.system.until('the mail is out', async () => {
    const state = await office.paperState(id);
    return state?.deliveries?.every(({ status }) => status !== 'due');
  });
  return id;
};

describe('reform status, documents and deliveries', () => {
  it('shows the steps of the year and who is waited for', async () => {
    const status = await readJson('status', cycle);
    expect(status).toMatchObject({
      office: { id: office.officeId },
      year: office.year,
      plan: { phase: 'drafting' },
      cancelledAt: null,
      closedAt: null,
      waiting: [{ what: 'submit-plan', role: 'cycleCoordinator', isLate: false }],
    });
    const [plan] = status.schedule;
    expect(plan).toMatchObject({ step: 'plan', state: 'due' });
    const words = await line.reform(['status', cycle]);
    expect(words.out).toContain(`plan          ${formatDate(plan.dueOn)}  due`);
    expect(words.out).toContain('the coordinator');
  });

  it('takes the year alone while there is one office', async () => {
    expect(await readJson('status', String(office.year))).toMatchObject({ year: office.year });
  });

  it('has no papers and no deliveries to show before the plan is approved', async () => {
    expect((await readJson('documents', cycle)).documents).toEqual([]);
    expect((await readJson('deliveries', cycle)).deliveries).toEqual([]);
    expect((await line.reform(['documents', cycle])).out).toContain('no papers yet');
  });

  it('shows the issued paper with its number, day, signer and files', async () => {
    paperId = await issuePlan();
    const { documents } = await readJson('documents', cycle);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      id: paperId,
      kind: 'plan',
      number: 7,
      numberDisplay: '07/KH-ANNĐ',
      signer: { id: 'P-01' },
    });
    expect(Object.keys(documents[0].files).toSorted()).toEqual([
      'final-pdf',
      'for-signature',
      'scan',
      'working-copy',
    ]);
    expect(documents[0].files.scan).toMatch(/^[0-9a-f]{64}$/);
    const words = await line.reform(['documents', cycle]);
    expect(words.out).toContain(`07/KH-ANNĐ  ${formatDate(documents[0].issuedOn)}`);
    expect((await readJson('status', cycle)).schedule[0]).toMatchObject({ state: 'done' });
  });

  it('shows each delivery with its way, state and tries', async () => {
    const { deliveries } = await readJson('deliveries', cycle);
    const sent = deliveries.filter((row: { status: string }) => row.status === 'sent');
    expect(sent.length).toBeGreaterThan(1);
    expect(sent[0]).toMatchObject({ how: 'mail', lastFault: null, confirmedAt: null });
    expect(sent[0].paper).toEqual({ id: paperId, numberDisplay: '07/KH-ANNĐ' });
    const byHand = deliveries.filter((row: { how: string }) => row.how === 'by-hand');
    for (const row of byHand) expect(row).toMatchObject({ status: 'to-hand-over', tries: 0 });
    const words = await line.reform(['deliveries', cycle]);
    expect(words.out.split('\n').filter((row) => row.startsWith('07/KH-ANNĐ'))).toHaveLength(
      deliveries.length,
    );
  });

  it('refuses a cycle or an office that is not there', async () => {
    const unknownYear = await line.reform(['status', `${office.officeId}/1999`, '--json']);
    expect(unknownYear.code).toBe(1);
    expect(JSON.parse(unknownYear.out).error.code).toBe('cycle-unknown');
    const unknownOffice = await line.reform(['documents', 'NOBODY/2024', '--json']);
    expect(unknownOffice.code).toBe(1);
    expect(JSON.parse(unknownOffice.out).error.code).toBe('office-unknown');
  });

  it('asks for the office where there are several, and lists every cycle without one', async () => {
    await line.reform(['start', line.write('b.json', readExample('current-year', 'B').bytes())]);
    const ended = await line.reform(['status', String(office.year)]);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain(`B/${String(office.year)} or ${cycle}`);
    const { cycles } = await readJson('status');
    expect(cycles.map((each: { office: { id: string } }) => each.office.id)).toEqual([
      'B',
      office.officeId,
    ]);
    expect((await line.reform(['status'])).out).toMatch(/^B\/\d{4}\s+live\s+drafting/m);
    expect((await readJson('office', 'list')).offices).toMatchObject([
      { id: 'B', cycles: [office.year] },
      { id: office.officeId },
    ]);
  });

  it('works the same from another machine with the token, and not without', async () => {
    const server = await serve(line.system, 'tcp');
    const environment = { DATA_DIR: '/nowhere', REFORM_URL: server.url };
    try {
      const args = ['status', cycle, '--json'];
      const token = { REFORM_TOKEN: 'the token of these tests' };
      const ended = await runReform(args, { ...environment, ...token });
      expect(ended.code).toBe(0);
      expect(JSON.parse(ended.out)).toMatchObject({ plan: { phase: 'issued' } });
      const refused = await runReform(args, { ...environment, REFORM_TOKEN: 'another' });
      expect(refused.code).toBe(2);
      expect(refused.err).toContain('REFORM_TOKEN');
    } finally {
      await server.close();
    }
  });
});
