import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import * as z from 'zod';
import { decodeUtf8 } from '../acts/year-file/json-text.ts';
import { actAnswer } from './answers.ts';
import { UsageError } from './failures.ts';
import { readInputFile } from './read-input-file.ts';
import { formatTable } from './table.ts';
import { JSON_OPTION, printAnswer, type OutputOptions, type Terminal } from './terminal.ts';
import { nameTime } from './wording.ts';

const template = z.looseObject({
  kind: z.string(),
  name: z.string(),
  isOwn: z.boolean(),
  version: z.number().nullable(),
  by: z.looseObject({ name: z.string() }).nullable(),
  enteredAt: z.string().nullable(),
});
const templatesAnswer = z.looseObject({ templates: z.array(template) });
const templateAnswer = z.looseObject({ ...template.shape, text: z.string(), shipped: z.string() });
const checkAnswer = z.looseObject({ isGood: z.boolean() });
const previewAnswer = z.looseObject({ pdf: z.string() });

const HELP = `
Examples:
  reform template show U-ANND plan > plan.hbs      what the office's plans are made from
  reform template check U-ANND plan plan.hbs       says line and field of what can't be printed
  reform template preview U-ANND plan plan.hbs --out plan.pdf
  reform template install U-ANND plan plan.hbs --as P-03

What is installed counts for the cycles that are started after it.`;

const pathOf = (office: string, kind?: string): string =>
  `/offices/${encodeURIComponent(office)}/templates${kind === undefined ? '' : `/${encodeURIComponent(kind)}`}`;

const bodyOf = (value: object): Uint8Array => Buffer.from(JSON.stringify(value));

const readText = (file: string): string => decodeUtf8(readInputFile(file));

const listCommand = (terminal: Terminal): Command =>
  new Command('list')
    .description('the kinds of papers and forms, and from which template each is made')
    .argument('<office>', 'the id of the office')
    .option(...JSON_OPTION)
    .action(async (office: string, options: OutputOptions) => {
      const path = pathOf(office);
      const answer = await terminal.system().call(templatesAnswer, { method: 'GET', path });
      printAnswer(terminal, options, answer, () =>
        formatTable(
          ['KIND', 'PAPER', 'TEMPLATE', 'VERSION', 'BY', 'INSTALLED'],
          answer.templates.map(({ kind, name, isOwn, version, by, enteredAt }) => [
            kind,
            name,
            isOwn ? "the office's" : 'shipped',
            version === null ? null : String(version),
            by?.name ?? null,
            enteredAt === null ? null : nameTime(enteredAt),
          ]),
        ),
      );
    });

const readTemplate = (terminal: Terminal, office: string, kind: string) =>
  terminal.system().call(templateAnswer, { method: 'GET', path: pathOf(office, kind) });

const showCommand = (terminal: Terminal): Command =>
  new Command('show')
    .description('the text of a template')
    .argument('<office>', 'the id of the office')
    .argument('<kind>', '"reform template list" names them')
    .option('--shipped', 'the one that came with the program')
    .option(...JSON_OPTION)
    .action(async (office: string, kind: string, options: OutputOptions & { shipped?: true }) => {
      const answer = await readTemplate(terminal, office, kind);
      const text = options.shipped ? answer.shipped : answer.text;
      printAnswer(terminal, options, { ...answer, text }, () => text.trimEnd());
    });

const checkCommand = (terminal: Terminal): Command =>
  new Command('check')
    .description('whether every paper of the kind could be printed from a template')
    .argument('<office>', 'the id of the office')
    .argument('<kind>', '"reform template list" names them')
    .argument('<file>', 'the template')
    .option(...JSON_OPTION)
    .action(async (office: string, kind: string, file: string, options: OutputOptions) => {
      const path = `${pathOf(office, kind)}/check`;
      const body = bodyOf({ text: readText(file) });
      const answer = await terminal.system().call(checkAnswer, { method: 'POST', path, body });
      printAnswer(terminal, options, answer, () => `${file} can be installed as ${kind}.`);
    });

const previewCommand = (terminal: Terminal): Command =>
  new Command('preview')
    .description('the paper as a PDF, with the names of its fields in place of values')
    .argument('<office>', 'the id of the office')
    .argument('<kind>', '"reform template list" names them')
    .argument('[file]', 'the template; without it the one that the office has')
    .requiredOption('--out <pdf>', 'where the PDF is written; what is there already stays')
    .option(...JSON_OPTION)
    .action(
      async (
        office: string,
        kind: string,
        file: string | undefined,
        { out, ...options }: OutputOptions & { out: string },
      ) => {
        const text =
          file === undefined ? (await readTemplate(terminal, office, kind)).text : readText(file);
        const path = `${pathOf(office, kind)}/preview`;
        const body = bodyOf({ text });
        const { pdf } = await terminal.system().call(previewAnswer, { method: 'POST', path, body });
        try {
          writeFileSync(out, Buffer.from(pdf, 'base64'), { flag: 'wx' });
        } catch (error) {
          throw new UsageError(`${out} can't be written, or is there already.`, { cause: error });
        }
        printAnswer(terminal, options, { kind, out }, () => `Written: ${out}`);
      },
    );

const installCommand = (terminal: Terminal): Command =>
  new Command('install')
    .description('take a template for the cycles that are started from now on')
    .argument('<office>', 'the id of the office')
    .argument('<kind>', '"reform template list" names them')
    .argument('<file>', 'the template')
    .requiredOption('--as <person>', 'key of the person who acts')
    .option(...JSON_OPTION)
    .action(
      async (
        office: string,
        kind: string,
        file: string,
        options: OutputOptions & { as: string },
      ) => {
        const text = readText(file);
        const { version: basedOn } = await readTemplate(terminal, office, kind);
        const answer = await terminal.system().call(actAnswer, {
          method: 'POST',
          path: `/offices/${encodeURIComponent(office)}/acts/install-template`,
          body: bodyOf({ actId: randomUUID(), as: options.as, data: { kind, basedOn, text } }),
        });
        printAnswer(
          terminal,
          options,
          answer,
          () =>
            `Installed as version ${String(answer.result['version'])} of ${kind}; it counts for cycles started from now on.`,
        );
      },
    );

export const templateCommand = (terminal: Terminal): Command =>
  new Command('template')
    .description("an office's own templates of its papers and forms")
    .addCommand(listCommand(terminal))
    .addCommand(showCommand(terminal))
    .addCommand(checkCommand(terminal))
    .addCommand(previewCommand(terminal))
    .addCommand(installCommand(terminal))
    .addHelpText('after', HELP);
