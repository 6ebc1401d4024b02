import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { smallYear } from '../acts/replay/small-year.ts';
import { countRows, openCommandLine, type CommandLine } from './command-line.ts';
import { runReform } from './run-reform.ts';

let line: CommandLine;
beforeAll(async () => {
  line = await openCommandLine();
});
afterAll(() => line.close());

// A plan and the opening of registration: few steps, and one paper.
const planAlone = (office: string) =>
  smallYear(office, (file) => {
    delete file.conference;
    delete file.dialogue;
    file.documents = file.documents.slice(0, 1);
  });

const KEYS = [
  'assumed',
  'checks',
  'cycle',
  'deliveries',
  'differences',
  'documents',
  'furtherDocuments',
  'indicators',
  'questions',
  'register',
  'registrations',
  'signatures',
  'state',
  'tasks',
];

it('reform replay prints one JSON object, saves the papers, and repeated changes nothing', async () => {
  const file = line.write('year.json', planAlone('CLI-REPLAY'));
  const folder = join(line.dataDir, 'papers', 'of-2024');
  const first = await line.reform(['replay', file, '--json', '--save', folder]);
  expect(first, first.err).toMatchObject({ code: 0 });
  const answer = JSON.parse(first.out);
  expect(Object.keys(answer).toSorted()).toEqual(KEYS);
  expect(answer).toMatchObject({
    cycle: 'cycle/CLI-REPLAY/2024',
    state: 'entered',
    documents: [
      {
        id: 'DOC-KH',
        kind: 'plan',
        number: '15/KH-ANNĐ',
        issuedOn: '2024-01-15',
        signer: 'P-01',
        status: 'ISSUED',
        files: { docx: join(folder, 'DOC-KH.docx'), pdf: join(folder, 'DOC-KH.pdf') },
      },
    ],
    differences: [],
  });
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['DOC-KH.docx', 'DOC-KH.pdf']));
  expect(readFileSync(join(folder, 'DOC-KH.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  // A paper's last event may come a moment after; nobody acts or writes any more.
  const { act, version, strand } = await countRows(line.system);
  const second = await line.reform(['replay', file, '--json']);
  expect(second.code).toBe(0);
  expect(second.err).toContain('Everything had been entered before.');
  expect({ ...JSON.parse(second.out), documents: [] }).toMatchObject({
    cycle: answer.cycle,
    register: answer.register,
  });
  expect(await countRows(line.system)).toMatchObject({ act, version, strand });
}, 300_000);

it('reform replay --send without a number that somebody typed enters and sends nothing', async () => {
  const file = line.write('send.json', planAlone('CLI-SEND'));
  const { office, act } = await countRows(line.system);
  const sent = line.system.smtp.messages.length;
  const ended = await line.reform(['replay', file, '--send']);
  expect(ended).toMatchObject({ code: 2, out: '' });
  expect(await countRows(line.system)).toMatchObject({ office, act });
  expect(line.system.smtp.messages).toHaveLength(sent);
});

it.each([
  ['a file that is not there', null, 2],
  ['a file that is no JSON', '{"schemaVersion":', 1],
  ['a file of another schema', '{"schemaVersion":"other"}', 1],
])('reform replay of %s ends with its exit code and enters nothing', async (_, content, code) => {
  const path = content === null ? '/nowhere/year.json' : line.write('bad.json', content);
  const before = await countRows(line.system);
  const ended = await line.reform(['replay', path, '--json']);
  expect(ended.code).toBe(code);
  expect(ended.err).not.toBe('');
  expect(await countRows(line.system)).toEqual(before);
});

it('reform replay refused by a rule ends with 1 and the place in the file, and saves nothing', async () => {
  const bytes = smallYear('CLI-RULE', ({ dialogue: { questions } }) => {
    questions[0].escalation = questions[1].escalation;
  });
  const folder = join(line.dataDir, 'nothing');
  const ended = await line.reform([
    'replay',
    line.write('rule.json', bytes),
    '--json',
    '--save',
    folder,
  ]);
  expect(ended.code).toBe(1);
  expect(JSON.parse(ended.out).error).toMatchObject({
    code: 'not-schema',
    place: '/dialogue/questions/0/escalation',
  });
  expect(existsSync(folder)).toBe(false);
});

it('reform replay over the network ends with 2, whatever the token', async () => {
  const file = line.write('net.json', planAlone('CLI-NET'));
  const ended = await runReform(['replay', file], {
    REFORM_URL: 'http://127.0.0.1:9',
    REFORM_TOKEN: 'the token of these tests',
  });
  expect([2, 3]).toContain(ended.code);
  expect(ended.out).toBe('');
});
