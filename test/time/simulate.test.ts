// The command itself, as people start it: a year of 2024 lived through in 2030, twice side by side.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inheritedEnvironment } from '../../config.ts';
import { isWorkingDay } from '../../domain/working-days.ts';
import { SHIPPED_DAYS } from '../../locale/shipped-calendar.ts';
import { hasTimeSkipping } from '../support/time-skipping.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FILE = join(ROOT, 'examples/2024.json');

interface Line {
  readonly at: string;
  readonly kind: string;
  readonly text: string;
}

/** The command in a folder of its own for all that it makes. */
const start = (args: readonly string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'reform-of-test-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'simulate.ts', ...args], {
    cwd: ROOT,
    env: { ...inheritedEnvironment(), TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString('utf8')));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const left = (): readonly string[] =>
    readdirSync(folder).filter((name) => name.startsWith('reform-simulate-'));
  const drop = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  return { child, said, ended, left, drop };
};

describe.skipIf(!hasTimeSkipping)('the year 2024 in 2030 (needs Java)', () => {
  const runs = [0, 1].map(() => ({ out: '', err: '', code: null as number | null, left: [''] }));
  let lines: readonly Line[] = [];
  let notes: readonly string[] = [];
  let summary: Readonly<Record<string, unknown>> = {};

  beforeAll(async () => {
    const started = runs.map(() => start([FILE, '--year', '2030', '--json']));
    for (const [index, run] of started.entries()) {
      const code = await run.ended;
      runs[index] = { ...run.said, code, left: [...run.left()] };
      run.drop();
    }
    const printed = runs[0]!.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    lines = printed.filter(({ at }) => at !== undefined);
    notes = printed.filter(({ kind }) => kind === 'note').map(({ text }) => text);
    summary = printed.at(-1);
  }, 900_000);

  const of = (kind: string, words = ''): readonly Line[] =>
    lines.filter((line) => line.kind === kind && line.text.includes(words));

  it('ends well, says the same twice, and leaves nothing behind', () => {
    expect(runs.map(({ code, left, err }) => ({ code, left, err }))).toEqual([
      { code: 0, left: [], err: '' },
      { code: 0, left: [], err: '' },
    ]);
    // Of one moment the lines may come in another order: mails go out side by side.
    const sorted = runs.map(({ out }) => out.split('\n').toSorted());
    expect(sorted[1]).toEqual(sorted[0]);
  });

  it('says first which texts name the old year, and what it does not play', () => {
    expect(notes[0]).toBe('U-ANND, the year 2024 played as 2030');
    expect(notes[1]).toMatch(/^21 texts name the year 2024 and stay as they are: \/plan\/id, /);
  });

  it('tells all in order of time, at +07:00', () => {
    const times = lines.map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
    expect(times.filter((at) => !/^20(30|31)-\d\d-\d\dT\d\d:\d\d:00\+07:00$/.test(at))).toEqual([]);
  });

  it('issues the papers with their numbers in order, none of them refused', () => {
    const issued = of('act', ': issue paper, ').map(
      ({ text }) => text.split(': issue paper, ')[1]!,
    );
    const numbers = issued.flatMap((paper) => /^\d+/.exec(paper)?.map(Number) ?? []);
    expect(numbers).toEqual(numbers.toSorted((left, right) => left - right));
    expect(issued).toEqual(
      expect.arrayContaining(['15/KH-ANNĐ', '38/TB-ANNĐ', 'Giao ước thi đua', '121/KH-ANNĐ']),
    );
    expect(issued).not.toContain('63/GM-ANNĐ');
    expect(summary).toMatchObject({ papers: issued.length, refused: 0 });
  });

  it('reminds on working days in the morning, and of nothing that is done', () => {
    const reminders = of('reminder');
    expect(reminders.length).toBeGreaterThan(20);
    expect(
      reminders.filter(
        ({ at }) => !isWorkingDay(SHIPPED_DAYS, at.slice(0, 10)) || at.slice(11, 16) !== '07:30',
      ),
    ).toEqual([]);
    for (const { at, text } of of('act', ': submit registration, ')) {
      const person = text.split(':')[0]!;
      const later = of('reminder', `to ${person}: register the unit's tasks`).filter(
        (reminder) => reminder.at > at,
      );
      expect(later).toEqual([]);
    }
  });

  it('shows who was late: the mark at midnight, the coordinator told in the morning', () => {
    const late = "register the unit's tasks (Chi đoàn Thanh niên";
    expect(of('overdue', late).map(({ at }) => at)).toEqual(['2030-02-08T00:00:00+07:00']);
    expect(of('escalation', late)).toMatchObject([
      { at: '2030-02-08T07:30:00+07:00', text: expect.stringContaining('to P-03 ') },
    ]);
    // The third check was held five days late, when the leader knew of it already.
    expect(of('overdue', "hold the quarter's check, due 13/09/2030")).toHaveLength(1);
    expect(of('escalation', 'to P-01').map(({ at }) => at)).toContain('2030-09-17T00:00:00+07:00');
  });

  it('mails nothing twice, and ends as the year stands', () => {
    const isSummedUp = !notes.some((note) => note.endsWith('/yearSummary'));
    expect(summary).toMatchObject({
      kind: 'summary',
      cycle: 'cycle/U-ANND/2030',
      state: isSummedUp ? 'closed' : 'live',
      acts: of('act').length,
      mails: of('mail').length,
      mailsTwice: 0,
      reminders: of('reminder').length,
      overdue: of('overdue').length,
      escalations: of('escalation').length,
    });
  });
});

describe.skipIf(!hasTimeSkipping)('a simulation that is interrupted (needs Java)', () => {
  it('ends its parts and removes what it made', async () => {
    const run = start([FILE, '--year', '2030']);
    while (!run.said.out.includes('  act  ') && run.child.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(run.left()).toHaveLength(1);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(1);
    expect(run.left()).toEqual([]);
    run.drop();
  }, 180_000);
});

describe('a simulation that can not be', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reform-of-test-'));
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, readFileSync(FILE, 'utf8').replace('"2024-01-16"', '"2024-02-30"'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['there is no file', ['/nowhere.json', '--year', '2030'], 'there is no such file'],
    ['the year has three digits', [FILE, '--year', '203'], '--year is a year of four digits'],
    ['the year lies before the file', [FILE, '--year', '2023'], 'must be 2024 or later'],
    ['the year has begun', [FILE, '--year', '2025'], "the clock can't go back"],
    ['the file is broken', [broken, '--year', '2030'], '/plan/registrationOpensOn'],
    ['no year is given', [FILE], "required option '--year <year>'"],
  ])('is refused in a line where %s', async (_what, args, words) => {
    const run = start(args);
    expect(await run.ended).toBe(1);
    expect(run.said.err).toContain(words);
    expect([run.said.out, run.left()]).toEqual(['', []]);
    run.drop();
  });
});
