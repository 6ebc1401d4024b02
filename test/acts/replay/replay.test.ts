import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { YearFile } from '../../../acts/year-file/year-file.ts';
import { openOfficeSystem, type OfficeSystem } from '../../support/office-system.ts';
import { countRows } from '../../cli/command-line.ts';
import { readExampleYear, replayExample } from './replay-example.ts';

let system: OfficeSystem;
beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const PAPERS_2022: readonly string[] = ['DOC-TTR', 'DOC-CV-GY', 'DOC-TB-CB'];

type Replayed = NonNullable<Awaited<ReturnType<typeof replayExample>>['result']>;

/** Rows of all tables, once nothing moves any more: the cycle hears of the last paper a moment later. */
const countSettled = () =>
  system.until('nothing moves any more', async () => {
    const before = await countRows(system);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const after = await countRows(system);
    return JSON.stringify(before) === JSON.stringify(after) && after;
  });

const paperIdsOf = ({ conference, commitments, quarterChecks, yearSummary, plan }: YearFile) => [
  plan.documentId,
  ...plan.adjustments.map(({ documentId }) => documentId),
  conference!.minutesDocumentId,
  commitments!.documentId,
  ...quarterChecks!.map(({ documentId }) => documentId),
  yearSummary!.documentId,
];

/** Each paper of these parts is out, with the number, day and signer that the file gives it. */
const expectPapersOf = (file: YearFile, { documents }: Replayed) => {
  const ids = paperIdsOf(file);
  expect(documents.map(({ id }) => id)).toEqual(file.documents!.map(({ id }) => id));
  const found = documents.filter(({ id }) => ids.includes(id));
  expect(found).toMatchObject(
    file
      .documents!.filter(({ id }) => ids.includes(id))
      .map(({ id, numberDisplay, issuedOn, signerId }) => ({
        id,
        number: numberDisplay,
        issuedOn,
        signer: signerId,
        status: 'ISSUED',
        files: { pdf: expect.any(String), docx: expect.any(String) },
      })),
  );
};

/** What checks and summary came to is what the file says. */
const expectFiguresOf = ({ quarterChecks, yearSummary }: YearFile, result: Replayed) => {
  const { achieved, exceeded, notAchieved, taskOutcomes } = yearSummary!;
  expect(result.checks).toEqual(
    quarterChecks!.map(({ quarter, plannedOn, checkedOn, status }) => ({
      quarter,
      plannedOn,
      checkedOn,
      late: status === 'DONE_LATE',
    })),
  );
  expect(result.indicators).toEqual({ achieved, exceeded, notAchieved });
  expect(result.tasks).toEqual(taskOutcomes.map(({ taskId: id, outcome }) => ({ id, outcome })));
};

/** Nothing of the file is left out. */
const expectAllEntered = ({ documents }: Replayed) => {
  expect(documents.filter(({ status }) => !['ISSUED', 'VOID'].includes(status))).toEqual([]);
};

const expectNothingNew = async (
  year: ReturnType<typeof readExampleYear>,
  result: Replayed | null,
) => {
  const rows = await countSettled();
  const again = await replayExample(system, year);
  expect(again.done.filter(({ isNew }) => isNew)).toEqual([]);
  expect(again.result).toEqual(result);
  expect(await countRows(system)).toEqual(rows);
};

describe('the year 2024, which a launch opened after its first check', () => {
  const year = readExampleYear(2024, `REPLAY-${String(process.pid)}`);

  it('stops after any step and goes on to its end, and a second replay changes nothing', async () => {
    const stopped = await replayExample(system, year, 20);
    expect(stopped.done).toHaveLength(20);
    const { done, result } = await replayExample(system, year);
    expect(done.slice(0, 20).map(({ isNew }) => isNew)).not.toContain(true);
    expect(result).toMatchObject({
      state: 'closed',
      registrations: { approved: 7, declined: 0, late: 1, returned: 0 },
      signatures: { required: 7, signed: 7 },
      register: { issued: 13, void: 1 },
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
    expectPapersOf(year.file, result!);
    expectFiguresOf(year.file, result!);
    expectAllEntered(result!);
    expect(result?.documents.filter(({ id }) => id.startsWith('DOC-PC'))).toMatchObject([
      { number: '69/PC-ANNĐ', issuedOn: '2024-04-22', signer: 'P-01', status: 'ISSUED' },
      { number: '70/PC-ANNĐ', issuedOn: '2024-04-22', signer: 'P-01', status: 'ISSUED' },
    ]);
    await expectNothingNew(year, result);
  }, 600_000);
});

describe('the year 2022, which a summary conference opened in the autumn before', () => {
  const year = readExampleYear(2022, `REPLAY2-${String(process.pid)}`);

  it('is entered from its first notice on until it is closed, and once', async () => {
    const { result } = await replayExample(system, year);
    expect(result).toMatchObject({
      state: 'closed',
      registrations: { approved: 6, declined: 1, late: 1, returned: 1 },
      signatures: { required: 5, signed: 5 },
      register: { issued: 15, void: 1 },
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
    expectPapersOf(year.file, result!);
    expectFiguresOf(year.file, result!);
    expectAllEntered(result!);
    expect(result?.documents.filter(({ id }) => PAPERS_2022.includes(id))).toMatchObject([
      { id: 'DOC-TTR', number: '470/TTr-CTĐCTCT', issuedOn: '2021-11-10', signer: 'P-01' },
      { id: 'DOC-CV-GY', number: '01/CTĐCTCT-TH', issuedOn: '2022-01-05', signer: 'P-04' },
      { id: 'DOC-TB-CB', number: '412/TB-CTĐCTCT', issuedOn: '2022-12-01', signer: 'P-01' },
    ]);
    await expectNothingNew(year, result);
  }, 600_000);
});

describe('a year whose file says otherwise than the rules', () => {
  const year = readExampleYear(2024, `REPLAY3-${String(process.pid)}`, (file) => {
    for (const part of ['registrations', 'conference', 'commitments', 'dialogue']) {
      delete file[part];
    }
    const kept = ['DOC-KH', 'DOC-KH-DC', 'DOC-BC-Q1', 'DOC-BC-NAM'];
    file.approvals = file.approvals.slice(0, 1);
    file.documents = file.documents.filter(({ id }: { id: string }) => kept.includes(id));
    const [first, , , last] = file.quarterChecks;
    file.quarterChecks = [first, last];
    first.results[0].status = 'BEHIND';
    first.overdueDays = 4;
    last.results = last.results.filter(
      ({ indicatorId }: { indicatorId: string }) => indicatorId !== 'CT1.2',
    );
    file.yearSummary.selfScore.self = 95;
  });

  it('is graded by the rules, and what is missing is missed and not nought', async () => {
    const { result } = await replayExample(system, year);
    const at = (path: string, said: unknown, computed: unknown) => ({ path, file: said, computed });
    expect(result?.differences).toEqual([
      at('/quarterChecks/0/overdueDays', 4, 0),
      at('/quarterChecks/0/results/0/status', 'BEHIND', 'ON_TRACK'),
      at('/yearSummary/exceeded', 5, 4),
      at('/yearSummary/notAchieved', 1, 2),
      at('/yearSummary/taskOutcomes/0/outcome', 'EXCEEDED', 'PARTIALLY_ACHIEVED'),
      at('/yearSummary/selfScore/self', 95, 94.5),
    ]);
    expect(result).toMatchObject({ state: 'closed', indicators: { exceeded: 4, notAchieved: 2 } });
    const row = await system.stores.versions.latest(
      year.file.unit.id,
      'check-results',
      'check-2024-Q4',
    );
    const { results } = JSON.parse(row!.text);
    expect(
      results.find(({ indicatorId }: { indicatorId: string }) => indicatorId === 'CT1.2'),
    ).toMatchObject({ actual: null, grade: 'MISSING' });
  }, 300_000);
});
