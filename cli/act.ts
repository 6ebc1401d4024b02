import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Command } from 'commander';
import type * as z from 'zod';
import { isRecord } from '../acts/year-file/json-pointer.ts';
import { decodeUtf8, parseJson } from '../acts/year-file/json-text.ts';
import { findAct } from './acts.ts';
import { actAnswer } from './answers.ts';
import type { SystemClient } from './call-system.ts';
import { UsageError } from './failures.ts';
import { findPlace } from './find-cycle.ts';
import { readInputFile } from './read-input-file.ts';
import { JSON_OPTION, printAnswer, type OutputOptions, type Terminal } from './terminal.ts';

interface ActOptions extends OutputOptions {
  readonly as: string;
  readonly data?: string;
  readonly file?: string;
  readonly occurredAt?: string;
  readonly actId?: string;
}

const HELP = `
Examples:
  reform acts                                      every act, who may, and its data
  reform act submit-plan 2026 --as P-03 --data - <<< '{"version": 1}'
  reform act attach-scan 2026 --as P-12 --data scan.json --file scan.pdf
  reform act save-unit U-ANND --as P-03 --data unit.json`;

const isId = (text: string): boolean => /^[A-Za-z0-9-]{8,64}$/.test(text);

// With a token anybody on the network could act as anybody. Who opens the socket owns the data anyway.
const checkLocal = ({ isLocal, name }: SystemClient): void => {
  if (isLocal) return;
  throw new UsageError(
    `"reform act" acts as whomever it is told, and so goes through the socket in the data folder ` +
      `alone. Run it on the machine of ${name}, without REFORM_URL.`,
  );
};

const readData = async (path: string | undefined): Promise<Readonly<Record<string, unknown>>> => {
  if (path === undefined) return {};
  const bytes = path === '-' ? await buffer(process.stdin) : readInputFile(path);
  const data = parseJson(decodeUtf8(bytes));
  if (isRecord(data)) return data;
  throw new UsageError(`The data of an act is an object, such as {"version": 1}.`);
};

// JSON has no bytes: the API takes them as base64.
const withFile = (data: Readonly<Record<string, unknown>>, path: string | undefined): object => {
  if (path === undefined) return data;
  if (!('bytes' in data)) return { ...data, bytes: toBase64(readInputFile(path)) };
  throw new UsageError('The data holds "bytes" already: leave them out, or leave out --file.');
};

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const resultOf = (result: z.infer<typeof actAnswer>['result']): string[] =>
  Object.entries(result)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `  ${name}: ${String(value)}`);

const NOTICES: Readonly<Record<string, string>> = {
  'number-out-of-order': 'Note: number and date are not in the order of the register.',
  'scan-longer': 'Note: the scan has more pages than the printed paper.',
  'scan-not-a4': 'Note: not all pages of the scan are A4.',
  'scan-coarse': 'Note: a page of the scan has less than 200 dpi.',
  'scan-not-colour': 'Note: the scan has no colour.',
  'start-resumed': 'An earlier start had stopped half way and was carried on.',
};

const describe = (name: string, as: string, answer: z.infer<typeof actAnswer>): string => {
  const { workflowId, seq, notices, isShown, result } = answer;
  const where =
    workflowId === null || seq === null ? '' : `, event ${String(seq)} of ${workflowId}`;
  return [
    `Done: ${name} as ${as}${where}.`,
    ...resultOf(result),
    ...notices.map((notice) => NOTICES[notice] ?? notice),
    ...(isShown ? [] : ['It is recorded and still being processed.']),
  ].join('\n');
};

export const actCommand = (terminal: Terminal): Command =>
  new Command('act')
    .description('do one act as a person, as its button on a page would')
    .argument('<name>', 'the act; "reform acts" lists them')
    .argument('<cycle>', 'OFFICE/YEAR, or YEAR where there is one office; OFFICE for no year')
    .requiredOption('--as <person>', 'key of the person who acts')
    .option('--data <file>', 'what the act needs, as a JSON object; "-" reads standard input')
    .option('--file <file>', 'the file of an act that takes one, such as a scan')
    .option('--occurred-at <instant>', 'when it happened on paper: YYYY-MM-DDThh:mm:ss+07:00')
    .option('--act-id <id>', 'the id of an earlier try: what it did is not done again')
    .option(...JSON_OPTION)
    .addHelpText('after', HELP)
    .action(async (name: string, typed: string, options: ActOptions) => {
      await findAct(name);
      const actId = options.actId ?? randomUUID();
      if (!isId(actId)) {
        throw new UsageError(
          `--act-id has 8 to 64 letters, digits and hyphens, but this is "${actId}".`,
        );
      }
      const system = terminal.system();
      checkLocal(system);
      const data = withFile(await readData(options.data), options.file);
      const place = await findPlace(terminal, typed);
      terminal.step(`Sending it to ${system.name}; without an answer, repeat --act-id ${actId}`);
      const answer = await system.call(actAnswer, {
        method: 'POST',
        path: `${place}/acts/${name}`,
        body: Buffer.from(
          JSON.stringify({ actId, as: options.as, occurredAt: options.occurredAt ?? null, data }),
        ),
      });
      printAnswer(terminal, options, { actId, ...answer }, () =>
        describe(name, options.as, answer),
      );
    });
