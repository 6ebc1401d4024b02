import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provePaper } from '../../../acts/proof/look-up-paper.ts';
import type { CheckResultsContent } from '../../../domain/check/check-content.ts';
import {
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  SECRETARY,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../../support/office-system.ts';
import { at, figuresOf, fileResults, openCheckWalk } from './check-walk.ts';

const HEAD_OF_T1 = 'P-04';
let system: OfficeSystem;
let office: TestOffice;
let walk: ReturnType<typeof openCheckWalk>;
beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice('2024');
  walk = openCheckWalk(system, office);
  await expect(
    office.act(COORDINATOR, 'open-check', { quarter: 'Q1' }, at('2024-01-10')),
  ).rejects.toMatchObject({ code: 'not-ready' });
  await walk.approvePlan();
});
afterAll(() => system.close());

const resultsOf = async (quarter: string): Promise<CheckResultsContent> => {
  const row = await system.stores.versions.latest(
    office.officeId,
    'check-results',
    `check-2024-${quarter}`,
  );
  return JSON.parse(row?.text ?? '{}');
};

const overview = {
  strengths: ['Các đội chủ động thực hiện.'],
  weaknesses: [],
  causes: [],
  directions: ['Đẩy nhanh tiến độ nhiệm vụ chậm.'],
  proposals: [],
};

describe('the first quarter, checked on its day', () => {
  it('is opened by the coordinator before the schedule does, and waits for each unit in charge', async () => {
    const state = await walk.open('Q1', '2024-02-20');
    expect(state.units?.map(({ unitId }) => unitId)).toEqual(['T-TH', 'T-1', 'T-2', 'T-3', 'T-4']);
    await expect(
      office.act(COORDINATOR, 'open-check', { quarter: 'Q1' }, at('2024-02-21')),
    ).rejects.toMatchObject({ code: 'duplicate-id' });
    const waiting = await system.stores.cycles.listWaiting(office.officeId);
    expect(
      waiting.filter(({ what }) => what === 'report-figures').map(({ until_date }) => until_date),
    ).toEqual(Array(5).fill('2024-03-14'));
  });

  it('takes the figures of the unit in charge alone, from its head or from whoever helps', async () => {
    const refused = (personId: string, unitId: string, figures: readonly object[]) =>
      office.act(personId, 'report-figures', { quarter: 'Q1', unitId, figures }, at('2024-03-10'));
    await expect(refused(HEAD_OF_T1, 'T-2', figuresOf('Q1', 'NV3'))).rejects.toMatchObject({
      code: 'no-power',
      place: '/unitId',
    });
    await expect(refused(HEAD_OF_T1, 'T-1', figuresOf('Q1', 'NV3'))).rejects.toMatchObject({
      code: 'no-power',
      place: '/figures/0/taskId',
    });
    const twice = [...figuresOf('Q1', 'NV2'), ...figuresOf('Q1', 'NV2')];
    await expect(refused(HEAD_OF_T1, 'T-1', twice)).rejects.toMatchObject({
      code: 'duplicate-id',
    });
    const after = [
      { taskId: 'NV2', indicatorId: 'CT2.1', entries: [{ on: '2024-03-15', value: 9 }] },
    ];
    await expect(refused(HEAD_OF_T1, 'T-1', after)).rejects.toMatchObject({
      code: 'impossible-date',
      place: '/figures/0/entries/0/on',
    });
  });

  it('gives them back with a reason; the unit reports anew, entries rolled up by the indicator', async () => {
    const report = { quarter: 'Q1', unitId: 'T-1', figures: figuresOf('Q1', 'NV2') };
    await office.act(HEAD_OF_T1, 'report-figures', report, at('2024-03-11'));
    const returned = { quarter: 'Q1', unitId: 'T-1', version: 1, reason: 'Bổ sung minh chứng.' };
    await office.act(COORDINATOR, 'return-figures', returned, at('2024-03-11', '10:00'));
    const second = figuresOf('Q1', 'NV2').slice(1);
    const entries = [
      { on: '2024-01-31', value: 90 },
      { on: '2024-02-29', value: null },
      { on: '2024-03-11', value: 95 },
    ];
    const figures = [
      { taskId: 'NV2', indicatorId: 'CT2.1', entries, evidence: ['Sổ theo dõi'] },
      ...second,
    ];
    await walk.report('Q1', HEAD_OF_T1, 'T-1', figures, at('2024-03-12'));
    const unit = (await walk.state('Q1'))?.units?.find(({ unitId }) => unitId === 'T-1');
    expect(unit).toMatchObject({ standing: 'confirmed', version: 2, confirmed: 2 });
    const row = await system.stores.versions.latest(
      office.officeId,
      'check-figures',
      '2024-Q1-T-1',
    );
    expect(JSON.parse(row?.text ?? '').figures[0]).toMatchObject({ actual: 92.5 });
  });

  it('lets nobody but the leader judge what the coordinator reported', async () => {
    const figures = figuresOf('Q1', 'NV1');
    await office.act(
      COORDINATOR,
      'report-figures',
      { quarter: 'Q1', unitId: 'T-TH', figures },
      at('2024-03-12', '10:00'),
    );
    const own = { quarter: 'Q1', unitId: 'T-TH', version: 1 };
    await expect(
      office.act(COORDINATOR, 'confirm-figures', own, at('2024-03-12', '11:00')),
    ).rejects.toMatchObject({ code: 'own-submission' });
    await office.act(HEAD, 'confirm-figures', own, at('2024-03-12', '11:00'));
  });

  it('turns each finding of a visit into work of 15 days, on several themes at once', async () => {
    const visit = {
      visitId: 'DK-1',
      unitId: 'T-2',
      on: '2024-03-12',
      themes: ['Công an xã chính quy', 'Phòng, chống tác hại rượu, bia', 'Thường trực chiến đấu'],
      team: [COORDINATOR, SECRETARY],
      strengths: 'Hồ sơ đầy đủ.',
      weaknesses: null,
      findings: [
        { text: 'Chậm cập nhật sổ.', remedy: 'Cập nhật sổ theo dõi.' },
        { text: 'Bảng tin cũ.', remedy: 'Thay bảng tin.' },
        { text: 'Đã nhắc tại chỗ.', remedy: null },
      ],
    };
    await office.act(
      COORDINATOR,
      'record-visit',
      { quarter: 'Q1', visit },
      at('2024-03-12', '15:00'),
    );
    const works = await system.until('the remedies are work', async () => {
      const strands = (await office.cycleState())?.strands.map(({ strand }) => strand) ?? [];
      const found = strands.filter(({ kind }) => kind === 'assignment');
      return found.length === 2 ? found : null;
    });
    expect(works).toMatchObject([
      { id: '2024-Q1-DK-1-1', unitId: 'T-2', dueOn: '2024-03-27', source: { kind: 'check' } },
      { id: '2024-Q1-DK-1-2', unitId: 'T-2', dueOn: '2024-03-27' },
    ]);
    const row = await system.stores.versions.find(
      office.officeId,
      'assignment',
      '2024-Q1-DK-1-2',
      1,
    );
    expect(JSON.parse(row?.text ?? '')).toEqual({ task: 'Thay bảng tin.' });
  });

  it('is refused before the end of its data period, and grades what was confirmed by then', async () => {
    await walk.report('Q1', TEAM_HEAD, 'T-2', figuresOf('Q1', 'NV3'), at('2024-03-13'));
    await walk.report('Q1', 'P-07', 'T-3', figuresOf('Q1', 'NV4'), at('2024-03-13'));
    await expect(
      office.act(
        COORDINATOR,
        'hold-check',
        { quarter: 'Q1', checkedOn: '2024-03-13' },
        at('2024-03-13', '16:00'),
      ),
    ).rejects.toMatchObject({ code: 'out-of-time', place: '/checkedOn' });
    await office.act(
      COORDINATOR,
      'hold-check',
      { quarter: 'Q1', checkedOn: '2024-03-14' },
      at('2024-03-14', '16:00'),
    );
    const { results } = await resultsOf('Q1');
    const grades = new Map(results.map((one) => [one.indicatorId, one.grade]));
    for (const { indicatorId, status, taskId } of fileResults('Q1')) {
      if (['NV1', 'NV3', 'NV4'].includes(taskId)) expect(grades.get(indicatorId)).toBe(status);
    }
    expect(results.filter(({ taskId }) => taskId === 'NV5')).toMatchObject([
      { grade: 'MISSING', actual: null, percent: null, unitId: 'T-4' },
      { grade: 'MISSING', actual: null },
    ]);
  });

  it('ends with its report, whose figures are the confirmed ones and whose words may be put otherwise', async () => {
    const written = {
      quarter: 'Q1',
      subject: 'Kết quả công tác cải cách hành chính quý I năm 2024',
      signer: { personId: HEAD, capacity: null },
      overview,
    };
    const figure = [{ path: '/tasks/0/indicators/0/percent', text: '100', reason: 'Đẹp hơn' }];
    await expect(
      office.act(
        COORDINATOR,
        'submit-quarter-report',
        { ...written, overrides: figure },
        at('2024-03-15'),
      ),
    ).rejects.toMatchObject({ code: 'unknown-reference', place: '/overrides/0/path' });
    const words = [{ path: '/works/0/task', text: 'Cập nhật sổ trực.', reason: 'Nói rõ loại sổ' }];
    const done = await office.act(
      COORDINATOR,
      'submit-quarter-report',
      { ...written, overrides: words },
      at('2024-03-15', '10:00'),
    );
    expect(done.result['draftId']).toBe('quarter-report-2024-Q1');
    const row = await system.stores.versions.latest(
      office.officeId,
      'draft',
      'quarter-report-2024-Q1',
    );
    const content = JSON.parse(row?.text ?? '');
    expect(content.tasks[0].indicators[0].actuals).toEqual({ Q1: 25 });
    expect(content.works).toMatchObject([
      { task: 'Cập nhật sổ trực.', unitId: 'T-2', phase: 'given', isOverdue: false },
      { task: 'Thay bảng tin.' },
    ]);
    expect(content.overrides).toEqual(words);

    await walk.until('Q1', 'has its report before the leader', ({ report }) => report !== null);
    await expect(
      office.act(
        COORDINATOR,
        'hold-check',
        { quarter: 'Q1', checkedOn: '2024-03-15' },
        at('2024-03-15', '11:00'),
      ),
    ).rejects.toMatchObject({ code: 'out-of-time' });
    await walk.issueReport('quarter-report-2024-Q1-v1', 1, 49, '2024-03-18');
    const ended = await walk.until('Q1', 'is done', ({ phase }) => phase === 'done');
    expect(ended.report).toMatchObject({ issuedOn: '2024-03-18', number: 49 });
    await system.until('the cycle knows', async () =>
      (await office.cycleState())?.strands.some(
        ({ strand, ended: end }) => strand.kind === 'check' && end?.how === 'done',
      ),
    );
  });
});

describe('a report that went out with an error of content', () => {
  const paperId = 'quarter-report-2024-Q1-v1';
  const again = {
    quarter: 'Q1',
    subject: 'Kết quả công tác cải cách hành chính quý I năm 2024',
    signer: { personId: HEAD, capacity: null },
    overview: { ...overview, weaknesses: ['Một đội báo cáo số liệu chậm.'] },
  };
  const submit = (data: object, day: string) =>
    office.act(COORDINATOR, 'submit-quarter-report', data, at(day));

  it('is replaced by one of the same check that names it and says why', async () => {
    await expect(submit(again, '2024-03-19')).rejects.toMatchObject({ code: 'out-of-time' });
    const replaces = { paperId, reason: 'chưa nêu hạn chế của quý' };
    const other = { ...again, quarter: 'Q2', replaces };
    await expect(submit(other, '2024-03-19')).rejects.toMatchObject({ code: 'out-of-time' });
    const done = await submit({ ...again, replaces }, '2024-03-19');
    expect(done.result).toMatchObject({ draftId: 'quarter-report-2024-Q1-2', version: 1 });

    const row = await system.stores.versions.latest(
      office.officeId,
      'draft',
      'quarter-report-2024-Q1-2',
    );
    const content = JSON.parse(row?.text ?? '');
    expect(content.replaced).toEqual({
      paperId,
      kind: 'Báo cáo',
      numberAndSymbol: '49/BC-ANNĐ',
      date: '2024-03-18',
      reason: replaces.reason,
    });
    expect(content.tasks[0].indicators[0].actuals).toEqual({ Q1: 25 });
  });

  it('holds until the new one is issued, and is replaced once', async () => {
    const proof = async () => {
      const paper = await system.stores.papers.find(office.officeId, paperId);
      return paper && provePaper(system.acts, paper);
    };
    expect(await proof()).toMatchObject({ state: 'genuine' });
    await walk.issueReport('quarter-report-2024-Q1-2-v1', 1, 50, '2024-03-20');
    const replaced = await system.until('the paper is replaced', async () => {
      const found = await proof();
      return found?.state === 'replaced' ? found : null;
    });
    expect(replaced.by).toMatchObject({ numberAndSymbol: '50/BC-ANNĐ', date: '2024-03-20' });
    await system.until('the draft is issued', async () =>
      (await office.cycleState())?.drafts.some(
        ({ draftId, phase }) => draftId === 'quarter-report-2024-Q1-2' && phase === 'issued',
      ),
    );
    const replaces = { paperId, reason: 'chưa nêu hạn chế của quý' };
    await expect(submit({ ...again, replaces }, '2024-03-21')).rejects.toMatchObject({
      code: 'not-ready',
      place: '/replaces/paperId',
    });
  });
});

describe('the third quarter, five days late', () => {
  it('has been opened by the schedule on the way', async () => {
    const work = {
      assignmentId: 'V-1',
      unitId: 'T-1',
      dueOn: '2024-12-02',
      content: { task: 'Rà soát.' },
    };
    await office.act(COORDINATOR, 'give-work', work, at('2024-09-02'));
    const state = await walk.untilAsked('Q3');
    const opened = (await office.cycleState())?.strands.filter(
      ({ strand }) => strand.kind === 'check',
    );
    expect(opened?.map(({ strand, openedAt }) => [strand.id, openedAt])).toEqual([
      ['Q1', '2024-02-20T09:00:00+07:00'],
      ['Q2', '2024-05-31T00:00:00+07:00'],
      ['Q3', '2024-08-30T00:00:00+07:00'],
    ]);
    // The third team was merged into the second on 1 August.
    expect(state.units?.map(({ unitId }) => unitId)).toEqual(['T-TH', 'T-1', 'T-2', 'T-4']);
  });

  it('keeps its data period, says how late it was, and takes the successor for the unit that ended', async () => {
    const late = at('2024-09-18');
    await walk.report('Q3', TEAM_HEAD, 'T-2', figuresOf('Q3', 'NV3', 'NV4'), late);
    const done = await office.act(
      COORDINATOR,
      'hold-check',
      { quarter: 'Q3', checkedOn: '2024-09-18' },
      at('2024-09-18', '16:00'),
    );
    expect(done.result).toMatchObject({ version: 1, overdueDays: 5 });
    const { dataPeriod, results } = await resultsOf('Q3');
    expect(dataPeriod).toEqual({ from: '2024-06-15', to: '2024-09-14' });
    expect(results.filter(({ taskId }) => taskId === 'NV4').map(({ unitId }) => unitId)).toEqual([
      'T-2',
      'T-2',
    ]);
    const trail = await system.stores.cycles.listTrail(office.officeId, 2024);
    const marks = trail.filter(({ workflow_id }) => workflow_id.endsWith('/check/Q3'));
    expect(marks.map(({ type }) => type)).toContain('CheckOverdue');
    expect((await walk.state('Q3'))?.overdue).toBe('escalated');
  });
});

describe('the fourth quarter', () => {
  it('ends with its results, because the report of the year stands for its own', async () => {
    await walk.open('Q4', '2024-11-10');
    await office.act(
      COORDINATOR,
      'hold-check',
      { quarter: 'Q4', checkedOn: '2024-12-05' },
      at('2024-12-05', '16:00'),
    );
    expect((await walk.until('Q4', 'is done', ({ phase }) => phase === 'done')).report).toBeNull();
  });
});
