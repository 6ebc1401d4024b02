import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planReplay } from '../../acts/replay/plan-replay.ts';
import type { ReplayStep, YearReader } from '../../acts/replay/replay-step.ts';
import { readYearText } from '../../acts/year-file/read-year-file.ts';
import { REPLAY_WORDS } from '../../locale/replay.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test changes another place of the file
const changed = (year: 2022 | 2024, change: (file: any) => void = () => undefined) => {
  const path = new URL(`../../examples/${String(year)}.json`, import.meta.url);
  const file = JSON.parse(readFileSync(path, 'utf8'));
  change(file);
  return planReplay(readYearText(JSON.stringify(file)));
};

type Planned = ReturnType<typeof planReplay>;

const checkSteps = ({ steps }: Planned, quarter: string): readonly ReplayStep[] =>
  steps.filter(({ id }) => id.startsWith(`check-${quarter}-`));
const stepOf = ({ steps }: Planned, id: string) => steps.find((step) => step.id === id);
const assumedAt = ({ assumed }: Planned, path: string) =>
  assumed.filter((one) => one.path === path).map((one) => one.assumed);

const readerOf = (cycle: object): YearReader => ({
  officeId: 'U-ANND',
  year: 2024,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the part of a state that the step reads
  strand: (_, kind): Promise<any> => Promise.resolve(kind === 'reformCycle' ? cycle : null),
});

describe('the checks of a past year', () => {
  const planned = changed(2024);

  it('is opened before the schedule would, reported by each head, confirmed, and held on its day', () => {
    const steps = checkSteps(planned, 'Q1');
    expect(steps.map(({ act }) => act)).toEqual([
      'open-check',
      ...['T-TH', 'T-1', 'T-2', 'T-3', 'T-4'].flatMap(() => ['report-figures', 'confirm-figures']),
      'hold-check',
    ]);
    // Planned for 14 March, so that it opens by itself on 29 February.
    expect(steps[0]).toMatchObject({ at: '2024-02-28T08:00:00+07:00', personId: 'P-03' });
    expect(steps.at(-1)).toMatchObject({
      at: '2024-03-14T08:00:00+07:00',
      data: { dataPeriod: { from: '2023-12-15', to: '2024-03-14' }, hasReport: true },
    });
  });

  it('what the coordinator reports for the own unit goes before the leader', () => {
    expect(stepOf(planned, 'check-Q1-report-T-TH')?.personId).toBe('P-03');
    expect(stepOf(planned, 'check-Q1-confirm-T-TH')?.personId).toBe('P-01');
    expect(stepOf(planned, 'check-Q1-confirm-T-1')?.personId).toBe('P-03');
  });

  it('who heads the unit on the day reports, of the tasks that it has on that day', () => {
    expect(stepOf(planned, 'check-Q1-report-T-1')?.personId).toBe('P-04');
    expect(stepOf(planned, 'check-Q2-report-T-1')?.personId).toBe('P-05');
    const own = (quarter: string, unit: string) =>
      (stepOf(planned, `check-${quarter}-report-${unit}`)?.data['figures'] as object[]).length;
    expect([own('Q2', 'T-2'), own('Q2', 'T-3'), own('Q3', 'T-2')]).toEqual([2, 2, 4]);
    expect(stepOf(planned, 'check-Q3-report-T-3')).toBeUndefined();
  });

  it('a check whose report is the year’s has none of its own', () => {
    expect(stepOf(planned, 'check-Q3-hold')?.data['hasReport']).toBe(true);
    expect(stepOf(planned, 'check-Q4-hold')?.data['hasReport']).toBe(false);
    expect(planned.steps.filter(({ act }) => act === 'submit-quarter-report')).toHaveLength(3);
  });

  it('the quarter’s report is approved by the head where its signer may not', () => {
    expect(stepOf(planned, 'DOC-BC-Q3-submit')?.data).toMatchObject({
      quarter: 'Q3',
      signer: { personId: 'P-02', capacity: 'KT.' },
    });
    expect(stepOf(planned, 'DOC-BC-Q3-approve')).toMatchObject({ personId: 'P-01' });
    expect(stepOf(planned, 'DOC-BC-Q3-number')?.data).toMatchObject({ number: 160 });
  });

  it('what the file has no figure of is not reported', () => {
    const { steps } = changed(2024, (file) => {
      const { results } = file.quarterChecks[1];
      file.quarterChecks[1].results = results.filter(
        ({ indicatorId }: { indicatorId: string }) => !/^CT(1\.2|2\.)/.test(indicatorId),
      );
    });
    const reported = steps
      .filter(({ id }) => id.startsWith('check-Q2-report-'))
      .map(({ id, data }) => [id.slice(-4), (data['figures'] as object[]).length]);
    expect(reported).toEqual([
      ['T-TH', 1],
      ['-T-2', 2],
      ['-T-3', 2],
      ['-T-4', 2],
    ]);
  });

  it('a check before the end of its data period is refused before anything is entered', () => {
    expect(() =>
      changed(2024, (file) => {
        file.quarterChecks[0].checkedOn = '2024-03-13';
      }),
    ).toThrow(
      expect.objectContaining({ code: 'out-of-time', place: '/quarterChecks/0/checkedOn' }),
    );
  });

  it('is not opened again where a plan that was approved late has opened it by itself', async () => {
    const late = changed(2022, (file) => {
      file.approvals[2].at = '2022-03-08T15:00:00+07:00';
      file.documents.find(({ id }: { id: string }) => id === 'DOC-KH').issuedOn = '2022-03-09';
      file.documents.find(({ id }: { id: string }) => id === 'DOC-KH').number = 50;
      file.documents.find(({ id }: { id: string }) => id === 'DOC-KH').numberDisplay =
        '50/KH-CTĐCTCT';
    });
    const open = stepOf(late, 'check-Q1-open');
    expect(open?.at).toBe('2022-03-08T15:00:00+07:00');
    const clock = { mode: 'entered', at: open?.at };
    const schedule = [{ step: 'check-Q1', dueOn: '2022-03-15' }];
    const approved = { phase: 'approved', approvedAt: open?.at, approvedBy: null };
    const plan = { ...approved, submitted: { version: 1 } };
    const about = { year: 2022, clock, schedule, plan, strands: [], cancelled: null, closed: null };
    const opened = [{ strand: { kind: 'check', id: 'Q1' }, ended: null }];
    expect(await open?.ready(readerOf(about), 0)).toBeNull();
    expect(await open?.ready(readerOf({ ...about, strands: opened }), 0)).toEqual([]);
    const early = { ...about, clock: { mode: 'entered', at: '2022-01-12T08:00:00+07:00' } };
    const before = { ...early, plan: { ...plan, approvedAt: '2022-01-11T15:30:00+07:00' } };
    expect(await open?.ready(readerOf(before), 0)).toEqual([{ key: '', data: {} }]);
  });
});

describe('the end of a past year', () => {
  it('a score that was appraised otherwise gets a reason, which is listed', () => {
    const planned = changed(2024);
    const scores = stepOf(planned, 'summary-appraised')?.data['scores'] as {
      differenceReason: string | null;
    }[];
    expect(scores.filter(({ differenceReason }) => differenceReason !== null)).toHaveLength(3);
    const byDomain = planned.assumed.filter(({ path }) => path.includes('/byDomain/'));
    expect(byDomain.map(({ path }) => path.slice(-2))).toEqual(['D3', 'D5', 'D6']);
    expect(byDomain[0]?.assumed).toBe(REPLAY_WORDS.appraisedOtherwise);
  });

  it('a year that those above have not appraised has the own scores alone', () => {
    const planned = changed(2022);
    expect(stepOf(planned, 'summary-self')).toBeDefined();
    expect(stepOf(planned, 'summary-appraised')).toBeUndefined();
  });

  it('a task that is handed on is decided so, with a reason that is listed', () => {
    const planned = changed(2022);
    const carriedOver = [{ taskId: 'NV5', reason: REPLAY_WORDS.carriedOver }];
    expect(stepOf(planned, 'summary-outcomes')?.data).toEqual({ carriedOver, said: [] });
    expect(assumedAt(planned, '/yearSummary/taskOutcomes/4')).toEqual([REPLAY_WORDS.carriedOver]);
    expect(stepOf(changed(2024), 'summary-outcomes')).toBeUndefined();
  });

  it('what the year before came to is told to the conference that closes it', () => {
    const planned = changed(2022);
    const minutes = stepOf(planned, 'conference-minutes')?.data['minutes'] as {
      course: { title: string; text: string }[];
    };
    const told = minutes.course.filter(({ text }) => text.startsWith('Kết quả năm 2021'));
    expect(told.map(({ title }) => title)).toEqual([
      'Tổng kết công tác cải cách hành chính năm 2021',
    ]);
    expect(told[0]?.text).toContain('từ 10 cụm xuống còn 09 cụm thi đua');
    expect(assumedAt(planned, '/previousYearSummary')).toHaveLength(1);
    const { notEntered } = changed(2022, (file) => {
      delete file.conference;
    });
    expect(notEntered).toContain('/previousYearSummary');
  });

  it('is closed last, on its last day, after what the file has no end of was given up', () => {
    const { steps } = changed(2024);
    expect(steps.slice(-3).map(({ act, at }) => [act, at.slice(0, 10)])).toEqual([
      ['drop-work', '2024-12-31'],
      ['close-question', '2024-12-31'],
      ['go-live', '2024-12-31'],
    ]);
    expect(changed(2022).steps.at(-1)).toMatchObject({ act: 'go-live', personId: 'P-04' });
  });

  it('a year whose report never went out is not closed', () => {
    const { steps } = changed(2024, (file) => {
      delete file.yearSummary;
    });
    expect(steps.filter(({ act }) => act === 'go-live')).toEqual([]);
  });

  it('a year that still has something open is left as it is, and not closed', async () => {
    const close = changed(2024).steps.at(-1);
    const open = { strands: [], drafts: [], registration: null, plan: { phase: 'issued' } };
    expect(await close?.ready(readerOf(open), 0)).toBeNull();
    expect(await close?.ready(readerOf(open), 60_000)).toEqual([]);
  });
});
