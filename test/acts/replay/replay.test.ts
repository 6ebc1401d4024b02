import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOfficeSystem, type OfficeSystem } from '../../support/office-system.ts';
import { countRows } from '../../cli/command-line.ts';
import { readExampleYear, replayExample } from './replay-example.ts';

let system: OfficeSystem;
beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const PAPERS_2022: readonly string[] = ['DOC-TTR', 'DOC-CV-GY', 'DOC-TB-CB'];

const IN_OTHER_ROOMS: readonly string[] = ['quarter-report', 'year-report', 'void'];

/** What is neither issued nor, by its number, void: but for the reports of checks and summary. */
const notEntered = (result: Awaited<ReturnType<typeof replayExample>>['result']) =>
  result?.documents.filter(
    ({ status, kind }) => !['ISSUED', 'VOID'].includes(status) && !IN_OTHER_ROOMS.includes(kind),
  );

describe('the year 2024, which a launch opened after its first check', () => {
  const year = readExampleYear(2024, `REPLAY-${String(process.pid)}`);

  it('stops after any step and goes on, and a second replay changes nothing', async () => {
    const stopped = await replayExample(system, year, 20);
    expect(stopped.done).toHaveLength(20);
    const { done, result } = await replayExample(system, year);
    expect(done.slice(0, 20).map(({ isNew }) => isNew)).not.toContain(true);
    expect(result).toMatchObject({
      state: 'entered',
      registrations: { approved: 7, declined: 0, late: 1, returned: 0 },
      signatures: { required: 7, signed: 7 },
      register: { issued: 9, void: 1 },
      questions: {
        answered: 2,
        inWriting: 1,
        merged: 1,
        escalated: 2,
        escalatedAnswered: 1,
        escalatedOverdue: 1,
      },
      differences: [],
    });
    expect(result?.documents.slice(0, 3)).toMatchObject([
      {
        id: 'DOC-KH',
        number: '15/KH-ANNĐ',
        issuedOn: '2024-01-15',
        signer: 'P-01',
        status: 'ISSUED',
      },
      { id: 'DOC-TB-DK', number: '21/TB-ANNĐ', issuedOn: '2024-01-16', status: 'ISSUED' },
      { id: 'DOC-TB-PD', number: '38/TB-ANNĐ', issuedOn: '2024-02-26', status: 'ISSUED' },
    ]);
    expect(result?.documents.find(({ id }) => id === 'DOC-GU')).toMatchObject({
      number: null,
      issuedOn: '2024-04-17',
      signer: null,
      status: 'ISSUED',
    });
    expect(result?.documents.filter(({ id }) => id.startsWith('DOC-PC'))).toMatchObject([
      { number: '69/PC-ANNĐ', issuedOn: '2024-04-22', signer: 'P-01', status: 'ISSUED' },
      { number: '70/PC-ANNĐ', issuedOn: '2024-04-22', signer: 'P-01', status: 'ISSUED' },
    ]);
    expect(notEntered(result)).toEqual([]);
    // The cycle hears of the last paper's end a moment later.
    const rows = await system.until('nothing moves any more', async () => {
      const before = await countRows(system);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const after = await countRows(system);
      return JSON.stringify(before) === JSON.stringify(after) && after;
    });
    const again = await replayExample(system, year);
    expect(again.done.filter(({ isNew }) => isNew)).toEqual([]);
    expect(again.result).toEqual(result);
    expect(await countRows(system)).toEqual(rows);
  }, 300_000);
});

describe('the year 2022, which a summary conference opened in the autumn before', () => {
  const year = readExampleYear(2022, `REPLAY2-${String(process.pid)}`);

  it('is entered from its first notice on, with its plan last', async () => {
    const { result } = await replayExample(system, year);
    expect(result).toMatchObject({
      registrations: { approved: 6, declined: 1, late: 1, returned: 1 },
      signatures: { required: 5, signed: 5 },
      register: { issued: 11, void: 0 },
      questions: {
        answered: 1,
        inWriting: 0,
        merged: 0,
        escalated: 1,
        escalatedAnswered: 1,
        escalatedOverdue: 0,
      },
      differences: [],
    });
    expect(result?.documents.filter(({ id }) => PAPERS_2022.includes(id))).toMatchObject([
      { id: 'DOC-TTR', number: '470/TTr-CTĐCTCT', issuedOn: '2021-11-10', signer: 'P-01' },
      { id: 'DOC-CV-GY', number: '01/CTĐCTCT-TH', issuedOn: '2022-01-05', signer: 'P-04' },
      { id: 'DOC-TB-CB', number: '412/TB-CTĐCTCT', issuedOn: '2022-12-01', signer: 'P-01' },
    ]);
    expect(notEntered(result)).toEqual([]);
  }, 300_000);
});
