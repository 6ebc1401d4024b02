import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { replayLine, type ReplayAnswer } from './replay-answer.ts';
import { failureInLine, type SystemClient } from './call-system.ts';
import { UnreachableError, UsageError } from './failures.ts';
import { readInputFile } from './read-input-file.ts';
import { formatTable } from './table.ts';
import { JSON_OPTION, printAnswer, type OutputOptions, type Terminal } from './terminal.ts';
import { nameTime } from './wording.ts';

interface ReplayOptions extends OutputOptions {
  readonly save?: string;
  readonly send?: string;
}

const HELP = `
Enters the year act by act, in the order of its dates, as the people whom the file names. Interrupted,
it goes on when it is repeated; repeated after its end, it changes nothing. Where no system runs on the
data folder, one is started and ended again. With a mail server of the office's own nothing is sent, unless
--send says to how many mailboxes: as many as the file names, told when the number is wrong. It holds
from the first start of the year on.`;

const mailboxesIn = ({ send }: ReplayOptions): number | null => {
  if (send === undefined) return null;
  if (/^\d{1,6}$/.test(send)) return Number(send);
  throw new UsageError(`--send takes the number of mailboxes, not "${send}".`);
};

const checkLocal = ({ isLocal, name }: SystemClient): void => {
  if (isLocal) return;
  throw new UsageError(
    `"reform replay" acts as everybody in the file, and so goes through the socket in the data ` +
      `folder alone. Run it on the machine of ${name}, without REFORM_URL.`,
  );
};

const replay = async (
  { step }: Terminal,
  system: SystemClient,
  bytes: Uint8Array,
  mailboxes: number | null,
): Promise<{ answer: ReplayAnswer; office: string }> => {
  let [office, all, done, fresh] = ['', 0, 0, 0];
  const found: { answer?: ReplayAnswer; failure?: Error } = {};
  const tell = (raw: unknown): void => {
    const failure = failureInLine(raw);
    if (failure) {
      found.failure = failure;
      return;
    }
    const line = replayLine.parse(raw);
    if ('planned' in line) {
      office = line.planned.office;
      all = line.planned.steps;
      step(`Entering ${office}/${String(line.planned.year)}: ${String(all)} steps`);
      line.planned.notEntered.forEach((place) => {
        step(`Not entered, there is no room for it yet: ${place}`);
      });
      return;
    }
    if ('step' in line) {
      done += 1;
      if (!line.step.isNew) return;
      fresh += 1;
      const { at, act, personId, place } = line.step;
      step(`${String(done)}/${String(all)}  ${nameTime(at) ?? at}  ${personId}  ${act}  ${place}`);
      return;
    }
    found.answer = line.result;
    if (!line.isSettled) step('Some mail is still on its way.');
  };
  await system.callForLines(
    {
      method: 'POST',
      path: mailboxes === null ? '/replays' : `/replays?mailboxes=${String(mailboxes)}`,
      body: bytes,
    },
    tell,
  );
  if (found.failure) throw found.failure;
  if (!found.answer) throw new UnreachableError('The replay broke off. Repeat it: it goes on.');
  step(fresh === 0 ? 'Everything had been entered before.' : `Entered ${String(fresh)} steps.`);
  return { answer: found.answer, office };
};

// Ids of the file may hold what a file's name can't.
const fileNameOf = (id: string, ending: string): string =>
  `${id.replaceAll(/[^\p{L}\p{N}._-]/gu, '_')}.${ending}`;

const ENDINGS = ['docx', 'pdf'] as const;
type Document = ReplayAnswer['documents'][number];

const saveFiles = async (
  system: SystemClient,
  office: string,
  folder: string,
  document: Document,
): Promise<Document> => {
  const files: Record<string, string> = {};
  for (const ending of ENDINGS) {
    const sha256 = document.files[ending];
    if (sha256 === undefined) continue;
    const path = `/offices/${encodeURIComponent(office)}/files/${sha256}`;
    const name = join(folder, fileNameOf(document.id, ending));
    writeFileSync(name, await system.callForBytes({ method: 'GET', path }));
    files[ending] = name;
  }
  return { ...document, files };
};

const saveAll = async (
  { step }: Terminal,
  system: SystemClient,
  office: string,
  folder: string,
  answer: ReplayAnswer,
): Promise<ReplayAnswer> => {
  mkdirSync(folder, { recursive: true });
  const save = async (documents: readonly Document[]): Promise<Document[]> => {
    const saved: Document[] = [];
    for (const one of documents) saved.push(await saveFiles(system, office, folder, one));
    return saved;
  };
  const documents = await save(answer.documents);
  const furtherDocuments = await save(answer.furtherDocuments);
  step(`Saved the papers in ${folder}`);
  return { ...answer, documents, furtherDocuments };
};

const describe = ({ documents, differences, assumed, cycle }: ReplayAnswer): string =>
  [
    `${cycle} is entered.`,
    formatTable(
      ['PAPER', 'KIND', 'NUMBER', 'ISSUED', 'SIGNER', 'STATUS'],
      documents.map((one) => [one.id, one.kind, one.number, one.issuedOn, one.signer, one.status]),
    ),
    `${String(assumed.length)} things that the file does not say were assumed (--json lists them).`,
    ...(differences.length === 0 ? ['The file and what was computed agree.'] : []),
    ...differences.map(
      ({ path, file, computed }) =>
        `The file says ${String(file)} at ${path}; computed: ${String(computed)}`,
    ),
  ].join('\n');

export const replayCommand = (terminal: Terminal): Command =>
  new Command('replay')
    .description('enter a whole past year from a file of the reference schema (JSON)')
    .argument('<file>', 'the year as data, at most 20 MB')
    .option('--save <dir>', 'write the files of its papers there')
    .option('--send <mailboxes>', 'send the mail of the year as well, to that number of mailboxes')
    .option(...JSON_OPTION)
    .addHelpText('after', HELP)
    .action(async (path: string, options: ReplayOptions) => {
      const mailboxes = mailboxesIn(options);
      const bytes = readInputFile(path);
      const { system, end } = await terminal.systemOrOwn();
      try {
        checkLocal(system);
        const { answer, office } = await replay(terminal, system, bytes, mailboxes);
        const saved =
          options.save === undefined
            ? answer
            : await saveAll(terminal, system, office, options.save, answer);
        printAnswer(terminal, options, saved, () => describe(saved));
      } finally {
        await end();
      }
    });
