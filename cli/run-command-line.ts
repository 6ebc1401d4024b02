import { Command, CommanderError } from 'commander';
import { DomainError } from '../domain/errors.ts';
import { sentenceOfError } from '../locale/words.ts';
import { actCommand } from './act.ts';
import { actsCommand } from './acts.ts';
import { createSystemClient, type SystemClient } from './call-system.ts';
import { checkPaperCommand } from './check-paper.ts';
import { officesAnswer } from './answers.ts';
import { deliveriesCommand } from './deliveries.ts';
import { documentsCommand } from './documents.ts';
import {
  BrokenFormError,
  describeRefusal,
  EXIT,
  RefusedError,
  UnreachableError,
  UsageError,
  type Refusal,
} from './failures.ts';
import { findSystem, type Whereabouts } from './find-system.ts';
import { officeCreateCommand } from './office-create.ts';
import { officeListCommand } from './office-list.ts';
import { replayCommand } from './replay.ts';
import { startCommand } from './start.ts';
import { statusCommand } from './status.ts';
import { templateCommand } from './template.ts';
import type { Terminal } from './terminal.ts';

const HELP = `
Exit codes: 0 done, 1 refused by a rule, 2 wrong usage, 3 a part can't be reached.

The system is found by REFORM_URL and REFORM_TOKEN where they are set; else it is the one that
"npm start" runs on the data folder (DATA_DIR, by default ./data).`;

const createProgram = (terminal: Terminal): Command => {
  const office = new Command('office')
    .description('make and list offices')
    .addCommand(officeCreateCommand(terminal))
    .addCommand(officeListCommand(terminal));
  const program = new Command('reform')
    .description("an office's yearly reform cycle, from the command line")
    .addCommand(office)
    .addCommand(startCommand(terminal))
    .addCommand(replayCommand(terminal))
    .addCommand(statusCommand(terminal))
    .addCommand(documentsCommand(terminal))
    .addCommand(deliveriesCommand(terminal))
    .addCommand(checkPaperCommand(terminal))
    .addCommand(actCommand(terminal))
    .addCommand(actsCommand(terminal))
    .addCommand(templateCommand(terminal))
    .addHelpText('after', HELP);
  const throwInsteadOfExit = (command: Command): void => {
    command.exitOverride();
    command.commands.forEach(throwInsteadOfExit);
  };
  throwInsteadOfExit(program);
  return program;
};

const refusalIn = (error: unknown): Refusal | null => {
  if (error instanceof RefusedError) return error.refusal;
  // A file that was read here is refused in the words that the system would use.
  if (!(error instanceof DomainError)) return null;
  const { code, place, details } = error;
  return { code, message: sentenceOfError('en', code, details), place, details };
};

const codeAndWords = (error: unknown): { exit: number; code: string; words: string } => {
  if (error instanceof UsageError) return { exit: EXIT.usage, code: 'usage', words: error.message };
  if (error instanceof UnreachableError) {
    return { exit: EXIT.unreachable, code: 'unreachable', words: error.message };
  }
  const words = error instanceof Error ? error.message : String(error);
  return { exit: EXIT.unreachable, code: 'fault', words: `This failed: ${words}` };
};

const ANSWER_POLL_MS = 250;
const ANSWER_WAIT_MS = 120_000;

// The pages are there at once and say how far the set-up is; what we ask is answered after it.
const untilAnswering = async (find: () => SystemClient): Promise<SystemClient> => {
  for (let waitedMs = 0; ; waitedMs += ANSWER_POLL_MS) {
    try {
      const system = find();
      await system.call(officesAnswer, { method: 'GET', path: '/offices' });
      return system;
    } catch (error) {
      if (!(error instanceof UnreachableError) || waitedMs > ANSWER_WAIT_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, ANSWER_POLL_MS));
    }
  }
};

/** Starts a system on the data folder; answers how to end it. */
type StartOwn = (step: (line: string) => void) => Promise<() => Promise<void>>;

/** The exit code; every failure is a sentence on standard error, with --json an object as well. */
export const runCommandLine = async (
  args: readonly string[],
  whereabouts: () => Whereabouts,
  output: Pick<Terminal, 'print' | 'step' | 'judge'>,
  startOwn: StartOwn,
): Promise<number> => {
  const system = () => createSystemClient(findSystem(whereabouts()));
  const terminal: Terminal = {
    ...output,
    system,
    systemOrOwn: async () => {
      try {
        const running = system();
        await running.call(officesAnswer, { method: 'GET', path: '/offices' });
        return { system: running, end: () => Promise.resolve() };
      } catch (error) {
        if (!(error instanceof UnreachableError) || whereabouts().reformUrl !== null) throw error;
      }
      output.step('No system runs here, so one is started for this command.');
      const end = await startOwn(output.step);
      try {
        return { system: await untilAnswering(system), end };
      } catch (error) {
        await end();
        throw error;
      }
    },
  };
  const fail = (exit: number, refusal: Refusal, lines: readonly string[]): number => {
    lines.forEach(output.step);
    if (args.includes('--json')) output.print(JSON.stringify({ error: refusal }, null, 2));
    return exit;
  };
  const failWithUsage = ({ exitCode, message }: CommanderError): number => {
    // Asking for help is no mistake; of a mistake Commander has told already.
    if (exitCode === 0) return EXIT.done;
    return fail(EXIT.usage, { code: 'usage', message, place: null, details: {} }, []);
  };
  try {
    await createProgram(terminal).parseAsync([...args], { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return failWithUsage(error);
    if (error instanceof BrokenFormError) return EXIT.refused;
    const refusal = refusalIn(error);
    if (refusal) return fail(EXIT.refused, refusal, describeRefusal(refusal));
    const { exit, code, words } = codeAndWords(error);
    return fail(exit, { code, message: words, place: null, details: {} }, [words]);
  }
};
