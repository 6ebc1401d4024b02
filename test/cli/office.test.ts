import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countRows, openCommandLine, type CommandLine } from './command-line.ts';

const PASSWORD = 'one long password';
let line: CommandLine;

beforeAll(async () => {
  line = await openCommandLine();
});
afterAll(() => line.close());

const office = (officeId: string, userName: string) => ({
  officeId,
  name: 'Phòng Thử nghiệm',
  parentName: 'Sở Thử nghiệm',
  symbol: 'PTN',
  placeName: 'Nghệ An',
  email: `vanthu@${officeId.toLowerCase()}.test`,
  coordinator: {
    personId: 'P-1',
    fullName: 'Nguyễn Thị Điều Phối',
    rank: '',
    position: 'Chuyên viên',
    email: null,
    userName,
  },
});

const optionsOf = (officeId: string, userName: string): string[] => [
  ...['--id', officeId, '--name', 'Phòng Thử nghiệm', '--parent-name', 'Sở Thử nghiệm'],
  ...['--symbol', 'PTN', '--place-name', 'Nghệ An', '--email', 'vanthu@ptn.test'],
  ...['--coordinator-id', 'P-1', '--coordinator-name', 'Nguyễn Thị Điều Phối'],
  ...['--position', 'Chuyên viên', '--user-name', userName],
];

describe('reform office', () => {
  it('has nothing to list at first', async () => {
    const ended = await line.reform(['office', 'list']);
    expect(ended).toMatchObject({ code: 0, out: 'There is no office yet.\n' });
    expect((await line.reform(['status', '2024'])).err).toContain('reform office create');
  });

  it('makes an office from options, whose coordinator can sign in with the password given', async () => {
    const ended = await line.reform(
      ['office', 'create', ...optionsOf('PTN', 'dieuphoi'), '--password-stdin', '--json'],
      `${PASSWORD}\n`,
    );
    expect(ended.err).not.toContain(PASSWORD);
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.out)).toEqual({ office: 'PTN' });
    const { accounts, offices } = line.system.stores;
    expect(await accounts.check('dieuphoi', PASSWORD)).toMatchObject({ person_id: 'P-1' });
    expect(await offices.findPerson('PTN', 'P-1')).toMatchObject({
      full_name: 'Nguyễn Thị Điều Phối',
      roles: ['cycleCoordinator'],
    });
    expect((await line.reform(['office', 'list'])).out).toContain('PTN     Phòng Thử nghiệm  PTN');
  });

  it('makes an office from a file, the password typed apart', async () => {
    const file = line.write('office.json', JSON.stringify(office('FILED', 'fromfile')));
    const ended = await line.reform(
      ['office', 'create', '--file', file, '--password-stdin'],
      PASSWORD,
    );
    expect(ended).toMatchObject({ code: 0 });
    expect(await line.system.stores.accounts.check('fromfile', PASSWORD)).not.toBeNull();
  });

  it.each([
    ['office-exists', '/officeId', office('TAKEN', 'second')],
    ['duplicate-id', '/coordinator/userName', office('SECOND', 'first')],
    ['bad-key', '/officeId', office('Phòng', 'third')],
    ['not-schema', '/email', { ...office('THIRD', 'third'), email: 'nowhere' }],
    ['missing-field', '/symbol', { ...office('THIRD', 'third'), symbol: undefined }],
    ['unknown-key', '/colour', { ...office('THIRD', 'third'), colour: 'red' }],
  ])('refuses an office for %s at %s, and writes nothing', async (code, place, given) => {
    const { accounts } = line.system.stores;
    if ((await accounts.findByUserName('first')) === undefined) {
      const first = line.write('first.json', JSON.stringify(office('TAKEN', 'first')));
      await line.reform(['office', 'create', '--file', first, '--password-stdin'], PASSWORD);
    }
    const before = await countRows(line.system);
    const file = line.write('refused.json', JSON.stringify(given));
    const ended = await line.reform(
      ['office', 'create', '--file', file, '--password-stdin', '--json'],
      PASSWORD,
    );
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.out).error).toMatchObject({ code, place });
    expect(await countRows(line.system)).toEqual(before);
  });

  it('refuses a short password', async () => {
    const ended = await line.reform(
      ['office', 'create', ...optionsOf('SHORT', 'short'), '--password-stdin'],
      'short',
    );
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('place: /coordinator/password');
  });

  it('names the options that are missing, and mixes none with a file', async () => {
    const missing = await line.reform(['office', 'create', '--id', 'X']);
    expect(missing.code).toBe(2);
    expect(missing.err).toContain('--user-name');
    const mixed = await line.reform(['office', 'create', '--file', 'x.json', '--id', 'X']);
    expect(mixed.code).toBe(2);
    expect(mixed.err).toContain("cannot be used with option '--id");
  });

  it('asks nobody for a password where nobody sits', async () => {
    const ended = await line.reform(['office', 'create', ...optionsOf('NOBODY', 'nobody')]);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('--password-stdin');
  });
});
