import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import type * as z from 'zod';
import { startedAnswer } from './answers.ts';
import { readInputFile } from './read-input-file.ts';
import { JSON_OPTION, printAnswer, type OutputOptions, type Terminal } from './terminal.ts';

type StartOptions = OutputOptions & { readonly as?: string };

const describe = (answer: z.infer<typeof startedAnswer>): string => {
  const name = `${answer.office}/${String(answer.year)}`;
  const resumed = answer.notices.includes('start-resumed')
    ? ' An earlier start had stopped half way and was carried on.'
    : '';
  const shown = answer.isShown ? '' : ' It is recorded and still being processed.';
  return `Started ${name}.${resumed}${shown}`;
};

export const startCommand = (terminal: Terminal): Command =>
  new Command('start')
    .description("start an office's year from a file of the reference schema (JSON)")
    .argument('<file>', 'the year as data, at most 20 MB')
    .option('--as <person>', "key of the person who starts it; else the file's coordinator")
    .option(...JSON_OPTION)
    .action(async (file: string, options: StartOptions) => {
      const bytes = readInputFile(file);
      terminal.step(`Read ${file} (${String(bytes.byteLength)} bytes)`);
      const system = terminal.system();
      terminal.step(`Sending it to ${system.name}`);
      const query = new URLSearchParams({ actId: randomUUID() });
      if (options.as !== undefined) query.set('as', options.as);
      const answer = await system.call(startedAnswer, {
        method: 'POST',
        path: `/cycles/from-file?${query.toString()}`,
        body: bytes,
      });
      printAnswer(terminal, options, answer, () => describe(answer));
    });
