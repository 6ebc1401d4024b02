import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLERK, COORDINATOR, HEAD, readExample } from '../support/office-system.ts';
import { countRows, openCommandLine, type CommandLine } from './command-line.ts';

let line: CommandLine;

beforeAll(async () => {
  line = await openCommandLine();
});
afterAll(() => line.close());

const refusalOf = async (file: string, ...more: readonly string[]) => {
  const before = await countRows(line.system);
  const ended = await line.reform(['start', file, ...more, '--json']);
  expect(await countRows(line.system)).toEqual(before);
  expect(ended.code).toBe(1);
  return { ended, error: JSON.parse(ended.out).error };
};

describe('reform start', () => {
  it('starts the year of a file, as the coordinator whom the file names', async () => {
    const { bytes, year } = readExample('current-year', 'STARTED');
    const ended = await line.reform(['start', line.write('started.json', bytes()), '--json']);
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.out)).toMatchObject({
      office: 'STARTED',
      year,
      startedBy: COORDINATOR,
      notices: [],
    });
    expect(ended.err).toContain('Sending it to');
    expect(await line.system.stores.cycles.find('STARTED', year)).toMatchObject({
      started_by: COORDINATOR,
    });
  });

  it('refuses the same file once more: the year runs', async () => {
    const file = line.write('twice.json', readExample('current-year', 'TWICE').bytes());
    expect((await line.reform(['start', file])).out).toMatch(/^Started TWICE\/\d{4}\./);
    const { error } = await refusalOf(file);
    expect(error).toMatchObject({ code: 'cycle-exists', details: { lastBy: COORDINATOR } });
  });

  it('refuses a year that runs, and says who started it and when', async () => {
    const { file, bytes, year } = readExample('current-year', 'RUNNING');
    await line.reform(['start', line.write('first.json', bytes())]);
    file.plan.tasks[0].title = 'Một việc khác';
    const second = line.write('second.json', bytes());
    const { ended, error } = await refusalOf(second);
    const starter = file.people.find((person: { id: string }) => person.id === COORDINATOR);
    expect(error).toMatchObject({ code: 'cycle-exists', details: { lastBy: COORDINATOR } });
    expect(ended.err).toContain(`running: cycle/RUNNING/${String(year)}`);
    expect(ended.err).toContain(`by: ${starter.fullName as string}`);
    expect(ended.err).toMatch(/at: \d{2}\/\d{2}\/\d{4} \d{2}:\d{2}/);
  });

  it('refuses the same file to another person, whose start would be a second one', async () => {
    const file = line.write('other.json', readExample('current-year', 'OTHER').bytes());
    await line.reform(['start', file]);
    const ended = await line.reform(['start', file, '--as', HEAD]);
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('already has a running cycle');
  });

  it('refuses a person without the power to start a year, or whom the file does not know', async () => {
    const file = line.write('powerless.json', readExample('current-year', 'POWERLESS').bytes());
    const unknown = await refusalOf(file, '--as', 'P-99');
    expect(unknown.error.code).toBe('no-power');
    const powerless = await refusalOf(file, '--as', CLERK);
    expect(powerless.error.code).toBe('no-power');
  });

  it('says where a file stops being JSON, and writes nothing', async () => {
    const { ended, error } = await refusalOf(line.write('broken.json', '{\n  "unit": {,}\n}'));
    expect(error).toMatchObject({ code: 'not-json', details: { line: 2, column: 12 } });
    expect(ended.err).toContain('line 2, column 12');
    expect(ended.err).not.toMatch(/ at .*\.ts:/);
  });

  it('names place and expectation where a file leaves the schema, and writes nothing', async () => {
    const { file, bytes } = readExample('current-year', 'SCHEMA');
    file.plan.tasks[1].title = 7;
    const { ended, error } = await refusalOf(line.write('schema.json', bytes()));
    expect(error).toMatchObject({ code: 'not-schema', place: '/plan/tasks/1/title' });
    expect(ended.err).toContain('place: /plan/tasks/1/title');
    expect(ended.err).toContain('string');
  });

  it('refuses a secret paper, and writes nothing', async () => {
    const { file, bytes } = readExample('2024', 'SECRET');
    file.documents[2].secrecy = 'MẬT';
    const { ended, error } = await refusalOf(line.write('secret.json', bytes()));
    expect(error).toMatchObject({ code: 'secret-paper', place: '/documents/2/secrecy' });
    expect(ended.err).toContain('Secret papers');
  });

  it('refuses a file of over 20 MB without sending it', async () => {
    const large = line.write('large.json', Buffer.alloc(20 * 1024 * 1024 + 1, 0x20));
    const { ended, error } = await refusalOf(large);
    expect(error.code).toBe('too-large');
    expect(ended.err).not.toContain('Sending');
  });

  it('takes a file that is not there, or a folder, as wrong usage', async () => {
    for (const path of ['/nowhere/year.json', line.dataDir]) {
      const ended = await line.reform(['start', path]);
      expect(ended.code).toBe(2);
      expect(ended.err).toContain(path);
    }
  });

  it('says that a start is recorded and not yet shown while nobody works on it', async () => {
    await line.system.stopWorker();
    const file = line.write('waiting.json', readExample('current-year', 'WAITING').bytes());
    const ended = await line.reform(['start', file]);
    expect(ended.code).toBe(0);
    expect(ended.out).toContain('still being processed');
    const status = await line.reform(['status']);
    expect(status.out).toMatch(/^WAITING\/\d{4}\s+live\s+starting/m);
  });
});
