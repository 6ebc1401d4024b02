import { Command, Option } from 'commander';
import { isRecord } from '../acts/year-file/json-pointer.ts';
import { decodeUtf8, parseJson } from '../acts/year-file/json-text.ts';
import { officeCreatedAnswer } from './answers.ts';
import { askPassword, readPassword } from './ask-password.ts';
import { UsageError } from './failures.ts';
import { readInputFile } from './read-input-file.ts';
import { JSON_OPTION, printAnswer, type OutputOptions, type Terminal } from './terminal.ts';

const FIELDS = [
  ['id', 'key of the office: unaccented letters, digits, . _ -'],
  ['name', 'name of the office, as papers print it'],
  ['parent-name', 'name of the body above it'],
  ['symbol', "the office's part of a paper's number and symbol"],
  ['place-name', 'place in the date line of papers'],
  ['email', 'address of the office'],
  ['coordinator-id', 'key of its first coordinator, who adds everybody else'],
  ['coordinator-name', 'full name of the coordinator'],
  ['position', 'position of the coordinator'],
  ['user-name', 'user name with which the coordinator signs in'],
] as const;
const OPTIONAL_FIELDS = [
  ['rank', 'rank of the coordinator'],
  ['coordinator-email', 'address of the coordinator; without one papers go by hand'],
] as const;

type Field = (typeof FIELDS | typeof OPTIONAL_FIELDS)[number][0];
type Typed = Readonly<Record<string, string | undefined>>;
type CreateOptions = OutputOptions & { readonly file?: string; readonly passwordStdin?: true };

const camelCase = (field: Field): string =>
  field.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const fromOptions = (typed: Typed) => {
  const valueOf = (field: Field): string | undefined => typed[camelCase(field)];
  const missing = FIELDS.filter(([field]) => valueOf(field) === undefined);
  if (missing.length > 0) {
    const names = missing.map(([field]) => `--${field}`).join(', ');
    throw new UsageError(`Missing: ${names}. A JSON file with all of it can be given as --file.`);
  }
  return {
    officeId: valueOf('id'),
    name: valueOf('name'),
    parentName: valueOf('parent-name'),
    symbol: valueOf('symbol'),
    placeName: valueOf('place-name'),
    email: valueOf('email'),
    coordinator: {
      personId: valueOf('coordinator-id'),
      fullName: valueOf('coordinator-name'),
      rank: valueOf('rank') ?? '',
      position: valueOf('position'),
      email: valueOf('coordinator-email') ?? null,
      userName: valueOf('user-name'),
    },
  };
};

const fromFile = (path: string): Readonly<Record<string, unknown>> => {
  const office = parseJson(decodeUtf8(readInputFile(path)));
  if (isRecord(office)) return office;
  throw new UsageError(`${path} holds no office: an object is expected.`);
};

// A file may hold the password; whoever keeps files in order leaves it out and types it.
const withPassword = async (
  office: Readonly<Record<string, unknown>>,
  isOnStdin: boolean,
): Promise<object> => {
  const coordinator = isRecord(office['coordinator']) ? office['coordinator'] : {};
  if (!isOnStdin && typeof coordinator['password'] === 'string') return office;
  const { userName } = coordinator;
  const password = isOnStdin
    ? await readPassword(process.stdin)
    : await askPassword(typeof userName === 'string' ? userName : 'the coordinator');
  return { ...office, coordinator: { ...coordinator, password } };
};

export const officeCreateCommand = (terminal: Terminal): Command => {
  const command = new Command('create')
    .description('make an office and its first coordinator')
    .addOption(
      new Option('--file <file>', 'all of it as JSON, with or without the password').conflicts(
        [...FIELDS, ...OPTIONAL_FIELDS].map(([field]) => camelCase(field)),
      ),
    )
    .option('--password-stdin', 'read the password from standard input; else it is asked for');
  for (const [field, meaning] of [...FIELDS, ...OPTIONAL_FIELDS]) {
    command.option(`--${field} <text>`, meaning);
  }
  return command.option(...JSON_OPTION).action(async (options: CreateOptions & Typed) => {
    const given = options.file === undefined ? fromOptions(options) : fromFile(options.file);
    const system = terminal.system();
    const office = await withPassword(given, options.passwordStdin === true);
    terminal.step(`Sending it to ${system.name}`);
    const answer = await system.call(officeCreatedAnswer, {
      method: 'POST',
      path: '/offices',
      body: Buffer.from(JSON.stringify(office)),
    });
    printAnswer(
      terminal,
      options,
      answer,
      () => `Made the office ${answer.office}. Its coordinator can sign in now.`,
    );
  });
};
