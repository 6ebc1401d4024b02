import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { createInterface } from 'node:readline';
import { buffer, text } from 'node:stream/consumers';
import * as z from 'zod';
import { RefusedError, UnreachableError, UsageError } from './failures.ts';
import type { SystemAddress } from './find-system.ts';

const ANSWER_WITHIN_MS = 60_000;
// Between two lines of a long answer the system may wait for papers to be written and mailed.
const LINE_WITHIN_MS = 300_000;

export interface Call {
  readonly method: 'GET' | 'POST';
  /** Below /api, with its leading slash. */
  readonly path: string;
  readonly body?: Uint8Array;
}

const refusalSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    place: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
  }),
});

const nameOf = (address: SystemAddress): string =>
  address.kind === 'url' ? new URL(address.url).origin : address.path;

const openRequest = (address: SystemAddress, { method, path, body }: Call, timeout: number) => {
  const headers: Record<string, string | number> = {
    accept: 'application/json',
    'content-length': body?.byteLength ?? 0,
  };
  // No agent: a connection that is kept open would keep the process as well.
  const options: RequestOptions = { method, headers, agent: false, timeout };
  if (address.kind === 'socket') {
    return requestHttp({ ...options, socketPath: address.path, path: `/api${path}` });
  }
  if (address.token !== null) headers['authorization'] = `Bearer ${address.token}`;
  const url = new URL(`api${path}`, address.url.endsWith('/') ? address.url : `${address.url}/`);
  return url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
};

const faultOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : error.message;

const exchange = (
  address: SystemAddress,
  call: Call,
  timeout = ANSWER_WITHIN_MS,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = openRequest(address, call, timeout);
    request.once('response', resolve);
    request.once('timeout', () => {
      request.destroy(new Error('no answer in time'));
    });
    // After the answer this settles nothing: a large body may be refused before it is sent whole.
    request.on('error', (cause) => {
      const where = nameOf(address);
      const hint = address.kind === 'socket' ? ' Start it with "npm start".' : '';
      reject(
        new UnreachableError(
          `The system can't be reached at ${where} (${faultOf(cause)}).${hint}`,
          {
            cause,
          },
        ),
      );
    });
    request.end(call.body);
  });

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    // Not ours to explain: a page of a proxy, or of a system that is starting.
    return undefined;
  }
};

const isGood = ({ statusCode = 0 }: IncomingMessage): boolean =>
  statusCode >= 200 && statusCode < 300;

const failureOf = (status: number, answer: unknown, address: SystemAddress): Error => {
  const where = nameOf(address);
  const read = refusalSchema.safeParse(answer);
  if (!read.success) {
    return new UnreachableError(
      `What answers at ${where} (HTTP ${String(status)}) is not ready, or is another program.`,
    );
  }
  const { error } = read.data;
  if (status === 401) {
    return new UsageError(`${where} refuses the token in REFORM_TOKEN, or there is none.`);
  }
  if (error.code === 'not-found') {
    return new UnreachableError(
      address.kind === 'url'
        ? `${where} offers no commands from outside: API_TOKEN is not set.`
        : `What runs at ${where} knows no such command: it is of another release.`,
    );
  }
  return status >= 500 ? new UnreachableError(error.message) : new RefusedError(error);
};

const brokenOff = (address: SystemAddress, cause: unknown): UnreachableError =>
  new UnreachableError(
    `The answer of ${nameOf(address)} broke off. Repeat the command: it goes on where it stopped.`,
    { cause },
  );

/** A line of an answer that tells that it has failed on its way. */
export const failureInLine = (line: unknown): Error | null => {
  const read = refusalSchema.safeParse(line);
  if (!read.success) return null;
  const { error } = read.data;
  const isAway = ['temporarily-unavailable', 'fault'].includes(error.code);
  return isAway ? new UnreachableError(error.message) : new RefusedError(error);
};

export const createSystemClient = (address: SystemAddress) => ({
  name: nameOf(address),
  /** Through the socket in the data folder, which only its owner can open. */
  isLocal: address.kind === 'socket',

  /**
   * The answer as the schema reads it.
   * @throws RefusedError, UsageError or UnreachableError
   */
  async call<T>(schema: z.ZodType<T>, call: Call): Promise<T> {
    const response = await exchange(address, call);
    const status = response.statusCode ?? 0;
    const answer = parse(await text(response));
    const read = schema.safeParse(answer);
    if (status >= 200 && status < 300 && read.success) return read.data;
    throw failureOf(status, answer, address);
  },

  /**
   * An answer of one JSON object a line, each told as it comes.
   * @throws RefusedError, UsageError or UnreachableError, also where the answer breaks off
   */
  async callForLines(call: Call, onLine: (line: unknown) => void): Promise<void> {
    const response = await exchange(address, call, LINE_WITHIN_MS);
    if (!isGood(response)) {
      throw failureOf(response.statusCode ?? 0, parse(await text(response)), address);
    }
    try {
      for await (const line of createInterface({ input: response })) onLine(parse(line));
    } catch (cause) {
      throw brokenOff(address, cause);
    }
    if (!response.complete) throw brokenOff(address, null);
  },

  /** A file as it is. */
  async callForBytes(call: Call): Promise<Uint8Array> {
    const response = await exchange(address, call);
    if (isGood(response)) return buffer(response);
    throw failureOf(response.statusCode ?? 0, parse(await text(response)), address);
  },
});
export type SystemClient = ReturnType<typeof createSystemClient>;
