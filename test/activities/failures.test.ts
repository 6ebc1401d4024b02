import { ApplicationFailure } from '@temporalio/activity';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { expect, test } from 'vitest';
import { withHeartbeat } from '../../activities/with-heartbeat.ts';

const SECRETS = ['Nguyễn Văn A', 'someone@office.test', 'Kế hoạch của tôi'];

const failureOf = async (thrown: unknown): Promise<ApplicationFailure> => {
  const run = withHeartbeat(async () => {
    throw thrown;
  });
  try {
    await new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') }).run(run);
  } catch (error) {
    if (error instanceof ApplicationFailure) return error;
  }
  throw new Error('no ApplicationFailure came');
};

const wholeOf = (failure: ApplicationFailure): string =>
  [failure.message, failure.stack, JSON.stringify(failure), String(failure.cause)].join('\n');

test('the words of a foreign error stay out of history and log, wherever it carries them', async () => {
  const [name, address, title] = SECRETS;
  const inner = new Error(`no mailbox ${String(address)}`);
  const error = new Error(`could not write to ${String(name)}\nin "${String(title)}"`, {
    cause: inner,
  });
  Object.assign(error, { response: address, detail: `Key (email)=(${String(address)})` });
  const whole = wholeOf(await failureOf(error));
  for (const secret of SECRETS) expect(whole).not.toContain(secret);
});

test('kind, code and place of an error are kept, so that it can be found', async () => {
  const failure = await failureOf(Object.assign(new TypeError('secret'), { code: 'ECONNRESET' }));
  expect(failure).toMatchObject({ message: 'TypeError ECONNRESET', type: 'TypeError' });
  expect(failure.stack).toContain('failures.test.ts');
  expect(failure.stack).not.toContain('secret');
});

test('an error is retried unless it says that no retry mends it', async () => {
  expect((await failureOf(new Error('secret'))).nonRetryable).toBe(false);
  const final = ApplicationFailure.nonRetryable('no such recipient', 'unknown-reference');
  expect(await failureOf(final)).toBe(final);
});

test('what is thrown without being an error says nothing of itself', async () => {
  expect(wholeOf(await failureOf('someone@office.test'))).not.toContain('office.test');
});

test('an activity that takes long gives signs of life, and stops when it is done', async () => {
  const environment = new MockActivityEnvironment();
  let beats = 0;
  environment.on('heartbeat', () => {
    beats += 1;
  });
  const slow = withHeartbeat(
    async () =>
      new Promise<string>((resolve) => {
        setTimeout(() => {
          resolve('done');
        }, 3_300);
      }),
  );
  expect(await environment.run(slow)).toBe('done');
  expect(beats).toBe(1);
});

test('an activity that waits for nothing answers as it is', async () => {
  const double = withHeartbeat(async (value: number) => value * 2);
  expect(await new MockActivityEnvironment().run(double, 21)).toBe(42);
});
