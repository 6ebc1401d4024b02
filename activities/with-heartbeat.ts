import { ApplicationFailure, Context } from '@temporalio/activity';

const BEAT_MS = 3_000;

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';

/**
 * A failure as the workflow's history and the log may keep it: kind, code and place. The words of a
 * foreign error are left out, since servers and templates like to repeat names and addresses in theirs.
 */
const withoutContents = (error: unknown): ApplicationFailure => {
  if (error instanceof ApplicationFailure) return error;
  if (!(error instanceof Error)) return ApplicationFailure.retryable('a fault without a name');
  const failure = ApplicationFailure.retryable(`${error.name}${codeOf(error)}`, error.name);
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  failure.stack = [failure.message, ...frames].join('\n');
  return failure;
};

/** Beats while an activity runs, so that a dead worker is noticed soon, and keeps failures clean. */
export const withHeartbeat =
  <A extends unknown[], R>(run: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    const context = Context.current();
    const beat = setInterval(() => {
      context.heartbeat();
    }, BEAT_MS);
    try {
      return await run(...args);
    } catch (error) {
      throw withoutContents(error);
    } finally {
      clearInterval(beat);
    }
  };
