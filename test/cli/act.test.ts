import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTS } from '../../acts/all-acts.ts';
import { CLERK, COORDINATOR, HEAD, type TestOffice } from '../support/office-system.ts';
import { scanOf } from '../support/scan.ts';
import { todayHere } from '../support/walk.ts';
import { countRows, openCommandLine, serve, type CommandLine } from './command-line.ts';
import { runReform } from './run-reform.ts';

let line: CommandLine;
let office: TestOffice;
let cycle: string;

const nameOf = ({ officeId, year }: TestOffice): string => `${officeId}/${String(year)}`;

beforeAll(async () => {
  line = await openCommandLine();
  office = await line.system.startOffice();
  cycle = nameOf(office);
});
afterAll(() => line.close());

const act = (name: string, as: string, data: unknown, ...more: readonly string[]) =>
  line.reform(['act', name, cycle, '--as', as, '--data', '-', ...more], JSON.stringify(data));

const done = async (name: string, as: string, data: unknown, ...more: readonly string[]) => {
  const ended = await act(name, as, data, ...more, '--json');
  expect(ended.err).toContain('Sending it to');
  expect(ended.code).toBe(0);
  return JSON.parse(ended.out);
};

const refused = async (run: () => ReturnType<CommandLine['reform']>) => {
  const before = await countRows(line.system);
  const ended = await run();
  expect(await countRows(line.system)).toEqual(before);
  return ended;
};

const statusOf = async () => JSON.parse((await line.reform(['status', cycle, '--json'])).out);

describe('reform acts', () => {
  it('lists every act of the system with who may and what it needs, without a system', async () => {
    const ended = await runReform(['acts'], { DATA_DIR: '/nowhere' });
    expect(ended).toMatchObject({ code: 0, err: '' });
    for (const name of ACTS.keys()) expect(ended.out).toMatch(new RegExp(`^${name} `, 'm'));
    expect(ended.out).toMatch(/^cancel-cycle +leader +reason$/m);
    expect(ended.out).toMatch(/^confirm-signature +whom it concerns +paperId$/m);
  });

  it('shows the data of one act field by field', async () => {
    const plan = await line.reform(['acts', 'save-plan']);
    expect(plan.out).toContain('  basedOn: number\n  plan: object\n    year: number\n');
    expect(plan.out).toContain('      capacity: KT. or TL. or TUQ. or Q. or TM. or null\n');
    expect(plan.out).toMatch(/tasks: list of object\n +id: text\n/);
    expect((await line.reform(['acts', 'attach-scan'])).out).toContain('bytes: file, given as');
    const { schema } = JSON.parse((await line.reform(['acts', 'delegate', '--json'])).out);
    expect(schema.required).toContain('toPersonId');
  });
});

describe('reform act', () => {
  it('takes a plan from the draft to the scan, each step as its person', async () => {
    const submitted = await done('submit-plan', COORDINATOR, { version: 1 });
    expect(submitted).toMatchObject({ workflowId: office.cycle, isShown: true, notices: [] });
    const { about } = await line.system.until('it waits', async () => {
      const { waiting } = await statusOf();
      return waiting.find((row: { what: string }) => row.what === 'approve-plan');
    });
    expect(about).toMatchObject({ kind: 'plan', version: 1 });
    const { boundHash } = about;
    const approved = await act('approve-plan', HEAD, { version: 1, boundHash });
    expect(approved.out).toMatch(
      new RegExp(`^Done: approve-plan as ${HEAD}, event \\d+ of ${office.cycle}/approval/plan/1`),
    );
    const paperId = `plan-${String(office.year)}-v1`;
    await office.paper(paperId, 'awaiting-signature');
    await done('record-ink-signature', CLERK, { paperId });
    const { signed } = await office.paper(paperId, 'awaiting-number');
    await done('number-paper', CLERK, { paperId, number: 9, documentDate: signed?.on });
    await done('stamp-paper', CLERK, { paperId });
    await office.paper(paperId, 'awaiting-issue');
    const scan = line.write('scan.pdf', await scanOf('signed'));
    await done('attach-scan', CLERK, { paperId }, '--file', scan);
    expect((await office.paperState(paperId))?.scanSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('stands in the trail with its person, and as done by the command line', async () => {
    const { actId } = await done('cancel-cycle', HEAD, { reason: 'Thử lệnh.' });
    expect(await line.system.stores.acts.find(office.officeId, actId)).toMatchObject({
      channel: 'cli',
      command: 'cancel-cycle',
      person_id: HEAD,
      role_id: 'leader',
      outcome: { workflowId: office.cycle },
    });
  });

  it('of no year names the office alone; of a file takes the data from it', async () => {
    const unit = {
      unitId: 'T-9',
      kind: 'team',
      name: 'Đội công tác số 9',
      abbreviation: 'Đ9',
      validFrom: '2024-01-01',
      validTo: null,
    };
    const file = line.write('unit.json', JSON.stringify(unit));
    const args = ['act', 'save-unit', office.officeId, '--as', COORDINATOR, '--data', file];
    const ended = await line.reform(args);
    expect(ended).toMatchObject({
      code: 0,
      out: `Done: save-unit as ${COORDINATOR}.\n  unitId: T-9\n`,
    });
    const units = await line.system.stores.offices.listUnits(office.officeId);
    expect(units.find(({ unit_id }) => unit_id === 'T-9')?.name).toBe('Đội công tác số 9');
  });

  it('repeated with its id is answered with what it did, and does it once', async () => {
    const other = await line.system.startOffice();
    const actId = randomUUID();
    const args = ['act', 'submit-plan', nameOf(other)];
    const press = () =>
      line.reform(
        [...args, '--as', COORDINATOR, '--data', '-', '--act-id', actId, '--json'],
        '{"version":1}',
      );
    const first = await press();
    const second = await press();
    expect(first.code).toBe(0);
    expect(JSON.parse(second.out)).toEqual(JSON.parse(first.out));
    expect(first.err).toContain(`--act-id ${actId}`);
  });

  it('says when it happened on paper, where the person may say that', async () => {
    const other = await line.system.startOffice();
    const submit = (as: string, moment: string) =>
      line.reform(
        ['act', 'submit-plan', nameOf(other), '--as', as, '--data', '-', '--occurred-at', moment],
        '{"version":1}',
      );
    const late = await submit(HEAD, `${todayHere()}T00:00:01+07:00`);
    expect(late).toMatchObject({ code: 1 });
    expect(late.err).toContain('place: /occurredAt');
    const wrong = await submit(COORDINATOR, 'today');
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('YYYY-MM-DDThh:mm:ss+07:00');
  });
});

describe('reform act that is refused', () => {
  it('by a rule ends with 1 and the sentence of the rule', async () => {
    const ended = await refused(() => act('cancel-cycle', CLERK, { reason: 'x' }));
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(/Refused: .+\./);
    const json = await refused(() => act('cancel-cycle', CLERK, { reason: 'x' }, '--json'));
    expect(JSON.parse(json.out).error.code).toBe('no-power');
  });

  it.each([
    ['a field that is missing', 'cancel-cycle', '{}', 'missing-field', '/reason'],
    ['a field too many', 'cancel-cycle', '{"reason":"x","force":true}', 'unknown-key', '/force'],
    ['data that is no JSON', 'cancel-cycle', '{"reason":', 'not-json', ''],
    ['a file for an act that takes none', 'cancel-cycle', null, 'unknown-key', '/bytes'],
  ])('for %s ends with 1 and the place', async (_, name, input, code, place) => {
    const data = ['--data', '-'];
    const file = input === null ? ['--file', line.write('any.pdf', 'x')] : [];
    const ended = await refused(() =>
      line.reform(
        ['act', name, cycle, '--as', HEAD, '--json', ...data, ...file],
        input ?? '{"reason":"x"}',
      ),
    );
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.out).error).toMatchObject({ code, place });
  });

  it('for want of a year says that the year is missing', async () => {
    const args = ['act', 'cancel-cycle', office.officeId, '--as', HEAD, '--data', '-', '--json'];
    const ended = await refused(() => line.reform(args, '{"reason":"x"}'));
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.out).error).toMatchObject({ code: 'missing-field', place: '/year' });
  });

  it('for an office that is not there ends with 1', async () => {
    const args = ['act', 'change-number-series', 'NOBODY', '--as', HEAD, '--data', '-', '--json'];
    const ended = await line.reform(args, '{"series":"owned"}');
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.out).error.code).toBe('office-unknown');
  });

  it.each([
    ['sbmit-plan', 'Did you mean submit-plan?'],
    ['approve', 'Did you mean approve-plan'],
    ['fly', '"reform acts" lists all of them'],
  ])('for the unknown name %s ends with 2 and the near names', async (name, words) => {
    const ended = await runReform(['act', name, '2024', '--as', HEAD], { DATA_DIR: '/nowhere' });
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain(words);
  });

  it.each([
    ['nobody to act as', ['submit-plan', '2024'], '--as'],
    ['no cycle', ['submit-plan', '--as', 'P-03'], 'cycle'],
    ['a cycle that can be none', ['submit-plan', 'A/B/2024', '--as', 'P-03'], 'OFFICE/YEAR'],
    ['an id that is none', ['submit-plan', '2024', '--as', 'P-03', '--act-id', '1'], '--act-id'],
    ['a file that is not there', ['submit-plan', '2024', '--as', 'P-03', '--data', '/no'], '/no'],
    ['data that is no object', ['submit-plan', '2024', '--as', 'P-03', '--data', '-'], 'object'],
  ])('for %s ends with 2', async (_, args, words) => {
    const ended = await refused(() => line.reform(['act', ...args], '[1]'));
    expect(ended.code).toBe(2);
    expect(ended.err).toContain(words);
  });

  it('takes a file once: in the data or beside it', async () => {
    const args = ['act', 'attach-scan', cycle, '--as', CLERK, '--data', '-', '--file', 'x.pdf'];
    const ended = await line.reform(args, '{"paperId":"p","bytes":"AAAA"}');
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('--file');
  });

  it('over the network ends with 2 before anything is sent, whatever the token', async () => {
    const server = await serve(line.system, 'tcp');
    try {
      const environment = { REFORM_URL: server.url, REFORM_TOKEN: 'the token of these tests' };
      const ended = await refused(() =>
        runReform(
          ['act', 'cancel-cycle', cycle, '--as', HEAD, '--data', '-'],
          environment,
          '{"reason":"x"}',
        ),
      );
      expect(ended).toMatchObject({ code: 2, out: '' });
      expect(ended.err).toContain('REFORM_URL');
      expect(ended.err).not.toContain('Sending');
    } finally {
      await server.close();
    }
  });

  it('ends with 3 where no system runs', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'reform-act-'));
    const ended = await runReform(['act', 'submit-plan', '2024', '--as', 'P-03'], {
      DATA_DIR: dataDir,
    });
    rmSync(dataDir, { recursive: true });
    expect(ended.code).toBe(3);
    expect(ended.err).toContain('npm start');
  });
});

describe('reform act copy-cycle', () => {
  it('starts a year from the one before, and tells what to look at', async () => {
    const other = await line.system.startOffice();
    const next = String(other.year + 1);
    const args = ['act', 'copy-cycle', `${other.officeId}/${next}`, '--as', COORDINATOR];
    const ended = await line.reform([...args, '--data', '-'], JSON.stringify({ from: other.year }));
    expect(ended.code).toBe(0);
    expect(ended.out).toContain(`event 1 of cycle/${other.officeId}/${next}.`);
    expect(ended.out).toContain(`  from: ${String(other.year)}\n  fromVersion: 1\n`);
    expect(ended.out).toMatch(/ {2}clearedBaselines: \d+/);
    const again = await line.reform([...args, '--data', '-'], JSON.stringify({ from: other.year }));
    expect(again.code).toBe(1);
    expect(again.err).toContain('running: cycle/');
  });
});
