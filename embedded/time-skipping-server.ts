// One Temporal test server on a clock of its own, that stands beside real time until told to skip.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Connection, type TestService } from '@temporalio/client';
import {
  InternalConnectionOptionsSymbol,
  type InternalConnectionOptions,
} from '@temporalio/client/lib/connection.js';
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';
import { findFreePort } from './free-port.ts';

const HOST = '127.0.0.1';
const READY_WITHIN_MS = 60_000;

// Started here and not by the SDK, which gives a JVM five seconds to listen (too few beside a busy
// machine) and leaves it behind when Node is killed. The shell ends it as soon as the pipe to this
// process closes, for whatever reason.
const UNTIL_WE_ARE_GONE = '"$0" "$1" & server=$!; read -r _; kill -9 "$server"';

const connect = async (address: string): Promise<Connection> => {
  const options: InternalConnectionOptions = {
    address,
    connectTimeout: 2_000,
    [InternalConnectionOptionsSymbol]: { supportsTestService: true },
  };
  return Connection.connect(options);
};

const connectWithin = async (address: string, logFile: string): Promise<Connection> => {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      return await connect(address);
    } catch (cause) {
      if (Date.now() > deadline) {
        const said = readFileSync(logFile, 'utf8').slice(-2_000);
        throw new Error(`the time-skipping server does not listen; it said:\n${said}`, { cause });
      }
      await wait(100);
    }
  }
};

/** The server's time without asking it each time: both clocks run alike while nothing skips. */
const openClock = async (testService: TestService) => {
  let aheadMs = 0;
  const compare = async (): Promise<void> => {
    const { time } = await testService.getCurrentTime({});
    aheadMs = tsToMs(time) - Date.now();
  };
  await compare();
  return { compare, now: () => new Date(Date.now() + aheadMs) };
};

type ServerOptions = {
  readonly program: string;
  readonly logFile: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

export async function startTimeSkippingServer({ program, logFile, environment }: ServerOptions) {
  const port = await findFreePort(HOST);
  const address = `${HOST}:${String(port)}`;
  const log = openSync(logFile, 'a');
  const keeper = spawn('sh', ['-c', UNTIL_WE_ARE_GONE, program, String(port)], {
    env: { ...environment },
    // Ctrl-C in the terminal goes to us alone: those who use the server end before it.
    detached: true,
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  const stop = async () => {
    const ended = once(keeper, 'exit');
    keeper.stdin?.end();
    await ended;
  };
  try {
    const control = await connectWithin(address, logFile);
    const { testService } = control;
    if (testService === undefined) throw new Error('that server knows no time skipping');
    const clock = await openClock(testService);
    return {
      address,
      clock,
      /** Lets so much of the server's time pass; what falls due on the way is done on the way. */
      skip: async (durationMs: number) => {
        await testService.unlockTimeSkippingWithSleep({ duration: msToTs(durationMs) });
        await clock.compare();
      },
      stop: async () => {
        await control.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
