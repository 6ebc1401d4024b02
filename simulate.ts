// `npm run simulate -- FILE --year 2030`: a year lived through in a minute, on parts that go with it.
import { Command, CommanderError } from 'commander';
import { ConfigError, inheritedEnvironment, readConfig } from './config.ts';
import { describeRefusal, UsageError } from './cli/failures.ts';
import { readInputFile } from './cli/read-input-file.ts';
import { DomainError } from './domain/errors.ts';
import { instantOf } from './domain/local-date.ts';
import { sentenceOfError } from './locale/words.ts';
import { openSimulation } from './open-simulation.ts';
import { lineOf, type Happening } from './simulate/happening.ts';
import {
  planSimulation,
  runSimulation,
  type SimulationSummary,
} from './simulate/run-simulation.ts';

const EXIT_BROKEN_OFF = 1;

const HELP = `
Plays the year of FILE (reference schema) in the given year, on a clock that skips: dates keep day and
month and move to the next working day. Everything runs in a folder of its own, which goes with the
command; nothing that runs elsewhere is touched, and no mail leaves this machine.

Exit codes: 0 played, 1 refused or broken off.`;

interface Options {
  readonly year: string;
  readonly json?: true;
}

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const readYear = (text: string): number => {
  if (/^[1-9]\d{3}$/.test(text)) return Number(text);
  throw new UsageError(`--year is a year of four digits, such as 2030, but is "${text}".`);
};

const printHappening =
  (isJson: boolean) =>
  (happening: Happening): void => {
    print(isJson ? JSON.stringify(happening) : lineOf(happening));
  };

const describe = (summary: SimulationSummary): string =>
  [
    `${summary.cycle}: ${summary.state}`,
    `${String(summary.acts)} acts, ${String(summary.papers)} papers issued, ${String(summary.mails)} mails`,
    `${String(summary.reminders)} reminders, ${String(summary.overdue)} overdue marks, ${String(summary.escalations)} escalations`,
    ...(summary.refused === 0 ? [] : [`${String(summary.refused)} acts were refused`]),
  ].join('\n');

// npm passes on a Ctrl-C that the terminal has sent us already: the same press, not a second one.
const SAME_PRESS_MS = 1_000;

/** Ends what was started, whoever asks for it, and then this process. */
const createEnding = () => {
  let close: () => Promise<void> = () => Promise.resolve();
  let askedAt: number | null = null;
  const end = (exitCode: number): void => {
    if (askedAt === null) {
      askedAt = Date.now();
      void close().finally(() => process.exit(exitCode));
    } else if (Date.now() - askedAt > SAME_PRESS_MS) {
      process.exit(exitCode);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      say('ending (once more to force it)');
      end(EXIT_BROKEN_OFF);
    });
  }
  // Whoever reads us may stop before the end, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    end(error.code === 'EPIPE' ? 0 : 1);
  });
  return {
    closeBy: (how: () => Promise<void>): void => {
      close = how;
    },
    isUnderWay: (): boolean => askedAt !== null,
  };
};

const ending = createEnding();

const simulate = async (path: string, options: Options): Promise<number> => {
  const json = options.json === true;
  const environment = inheritedEnvironment();
  const { cacheDir } = readConfig(environment);
  const bytes = readInputFile(path);
  const planned = planSimulation(bytes, readYear(options.year), instantOf(Date.now()));
  for (const text of planned.notes) print(json ? JSON.stringify({ kind: 'note', text }) : text);
  const simulation = await openSimulation({ cacheDir, environment, note: say }, ending.closeBy);
  try {
    const summary = await runSimulation(simulation, planned, printHappening(json));
    print(json ? JSON.stringify({ kind: 'summary', ...summary }) : `\n${describe(summary)}`);
    return summary.refused === 0 ? 0 : 1;
  } finally {
    await simulation.close();
  }
};

const describeFailure = (error: unknown): readonly string[] => {
  if (error instanceof DomainError) {
    const { code, details, place } = error;
    const message = sentenceOfError('en', code, details);
    return describeRefusal({ code, message, place, details });
  }
  const isPlain = error instanceof UsageError || error instanceof ConfigError;
  if (isPlain) return [error.message];
  return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
};

const program = new Command('simulate')
  .description('live through a year in about a minute')
  .argument('<file>', 'the year as data, at most 20 MB')
  .requiredOption('--year <year>', 'the year in which it is played')
  .option('--json', 'print each line as a JSON object')
  .addHelpText('after', HELP)
  .exitOverride()
  .action(async (path: string, options: Options) => {
    process.exit(await simulate(path, options));
  });

try {
  await program.parseAsync();
} catch (error) {
  // What breaks because it is being ended is no failure; the ending ends this process.
  if (ending.isUnderWay()) await new Promise(() => undefined);
  // Commander has said what was wrong itself.
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 1);
  describeFailure(error).forEach(say);
  process.exit(1);
}
