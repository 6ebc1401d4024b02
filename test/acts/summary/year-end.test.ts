import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAmendments, readTasksInForce } from '../../../acts/amendment/amendments-of-year.ts';
import type { PlanContent } from '../../../domain/plan.ts';
import type { YearReportContent } from '../../../domain/summary/year-report.ts';
import {
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  type OfficeSystem,
  type TestOffice,
} from '../../support/office-system.ts';
import { replayAll, textsIn } from '../../support/histories.ts';
import { countRows } from '../../support/snapshot.ts';
import {
  AMENDMENT,
  openSummaryWalk,
  REPORT,
  type SummaryWalk,
} from '../../support/summary-walk.ts';
import { historiesOf } from '../../support/walk.ts';
import { criteria2024, selfScores2024, text2024 } from '../../support/year-2024.ts';

let system: OfficeSystem;
let office: TestOffice;
let walk: SummaryWalk;
beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice('2024');
  walk = openSummaryWalk(system, office);
}, 60_000);
afterAll(() => system.close());

// What an act writes; the trail of what went before may still be on its way.
const countWritten = async () => {
  const { act, version, cycle } = await countRows(system.db, office.officeId);
  return { act, version, cycle };
};

/** Refused with that code, and nothing written. */
const refuses = async (press: () => Promise<unknown>, expected: object) => {
  const before = await countWritten();
  await expect(press()).rejects.toMatchObject(expected);
  expect(await countWritten()).toEqual(before);
};

const amend = (change: object, day = '2024-07-15') =>
  office.act(COORDINATOR, 'submit-amendment', { ...AMENDMENT, ...change }, walk.on(day));
const change = (one: object) => ({ ...AMENDMENT.changes[1], ...one });

const inForce = async (taskId: string, on: string) =>
  (await readTasksInForce(system.acts, office, on)).find(({ id }) => id === taskId);
const targetOn = async (on: string) => (await inForce('NV5', on))?.indicators[1]?.target;

const keep = (name: string, data: object, day = '2024-12-09') =>
  office.act(COORDINATOR, name, data, walk.on(day));

describe('the end of a year', () => {
  it('a plan that is not issued is neither amended nor summed up', async () => {
    await refuses(() => amend({}, '2024-01-10'), { code: 'not-ready' });
    await refuses(() => office.act(COORDINATOR, 'open-summary', {}), { code: 'not-ready' });
    await walk.issuePlan();
  });

  it('an amendment of what is not in force is refused at its place', async () => {
    await refuses(() => amend({ changes: [change({ from: 55 })] }), {
      code: 'not-schema',
      place: '/changes/0/from',
    });
    await refuses(() => amend({ changes: [change({ indicatorId: 'CT9.9' })] }), {
      code: 'unknown-reference',
      place: '/changes/0/indicatorId',
    });
    await refuses(() => amend({ changes: [change({ field: 'direction' })] }), {
      code: 'unknown-key',
      place: '/changes/0/field',
    });
    await refuses(() => amend({ changes: [{ ...AMENDMENT.changes[0], to: 'T-99' }] }), {
      code: 'unknown-reference',
      place: '/changes/0/to',
    });
  });

  it('an amendment counts once its paper is issued, from its days on, and not before', async () => {
    await walk.issueAmendment();
    expect(await targetOn('2024-07-14')).toBe(50);
    expect(await targetOn('2024-07-15')).toBe(60);
    expect((await inForce('NV4', '2024-07-31'))?.leadUnitId).toBe('T-3');
    expect((await inForce('NV4', '2024-08-01'))?.leadUnitId).toBe('T-2');
    expect(await readAmendments(system.acts, office)).toMatchObject([
      { draftId: 'plan-amendment-2024-ADJ-1', issuedOn: '2024-07-15', number: 121 },
    ]);
  });

  it('the next one is judged by what the first left in force, and waits for no other', async () => {
    const next = { amendmentId: 'ADJ-2', effectiveOn: '2024-10-01' };
    await refuses(() => amend({ ...next, changes: [change({})] }, '2024-09-25'), {
      code: 'not-schema',
      place: '/changes/0/from',
    });
    const right = [change({ from: 60, to: 65 })];
    await amend({ ...next, changes: right }, '2024-09-25');
    await refuses(() => amend({ ...next, amendmentId: 'ADJ-3', changes: right }, '2024-09-26'), {
      code: 'not-ready',
      details: { waitsFor: 'plan-amendment-2024-ADJ-2' },
    });
    const draftId = 'plan-amendment-2024-ADJ-2';
    const dropped = { draftId, reason: 'Giữ chỉ tiêu cũ.' };
    await office.act(COORDINATOR, 'drop-draft', dropped, walk.on('2024-09-27'));
    expect(await targetOn('2024-10-01')).toBe(60);
  });

  it('before it is opened nothing is kept, and it is opened once', async () => {
    await walk.keepChecks();
    await refuses(() => keep('decide-outcomes', { carriedOver: [] }, '2024-12-05'), {
      code: 'not-ready',
    });
    await walk.openSummary();
    await refuses(() => office.act(COORDINATOR, 'open-summary', {}), { code: 'duplicate-id' });
  });

  it('refuses a table, scores and outcomes that can’t be', async () => {
    const [first] = criteria2024;
    await refuses(() => keep('save-criteria', { criteria: [{ ...first, domain: 'D9' }] }), {
      code: 'unknown-reference',
      place: '/criteria/0/domain',
    });
    await refuses(() => keep('save-criteria', { criteria: [first, first] }), {
      code: 'duplicate-id',
    });
    await refuses(() => keep('score-self', { scores: selfScores2024 }), { code: 'not-ready' });
    await refuses(
      () => keep('decide-outcomes', { carriedOver: [{ taskId: 'NV9', reason: 'Không có.' }] }),
      { code: 'unknown-reference', place: '/carriedOver/0/taskId' },
    );
    const said = [{ taskId: 'NV1', outcome: 'ACHIEVED' }];
    await refuses(() => keep('decide-outcomes', { carriedOver: [], said }), {
      code: 'unknown-reference',
      place: '/said/0/taskId',
    });
  });

  it('a report without a word about the year is not ready', () =>
    refuses(() => keep('submit-year-report', REPORT), { code: 'not-ready' }));

  it('scores above their maximum, or appraised otherwise without a reason, are refused', async () => {
    await keep('save-criteria', { criteria: criteria2024 }, '2024-12-06');
    const scores = selfScores2024.map((one) => ({ ...one, self: 99 }));
    await refuses(() => keep('score-self', { scores }), {
      code: 'not-schema',
      place: '/scores/0/self',
    });
    await keep('score-self', { scores: selfScores2024 }, '2024-12-06');
    const silent = [{ code: 'TC3', appraised: 1, differenceReason: null }];
    await refuses(() => keep('score-appraised', { scores: silent }), {
      code: 'missing-field',
      place: '/scores/0/differenceReason',
    });
  });

  it('the report says what the year came to, with its sources, and stands while on its way', async () => {
    await walk.fillSummary();
    const percent = { path: '/tasks/0/indicators/0/percent', text: '100', reason: 'Đẹp hơn.' };
    await refuses(
      () => keep('submit-year-report', { ...REPORT, overrides: [percent] }, '2024-12-10'),
      {
        code: 'unknown-reference',
        place: '/overrides/0/path',
      },
    );
    const overrides = [
      {
        path: '/tasks/0/title',
        text: 'Hoàn thiện quy chế làm việc',
        reason: 'Gọi đủ tên quy chế.',
      },
    ];
    const { result } = await keep('submit-year-report', { ...REPORT, overrides }, '2024-12-10');
    expect(result).toMatchObject({ draftId: 'year-report-2024-year-end', version: 1 });
    const row = await system.stores.versions.find(
      office.officeId,
      'draft',
      'year-report-2024-year-end',
      1,
    );
    const content: YearReportContent = JSON.parse(row?.text ?? '');
    expect(content.counts).toMatchObject({
      indicators: 10,
      exceeded: 5,
      achieved: 4,
      notAchieved: 1,
    });
    expect(content.tasks.map(({ outcome }) => outcome)).toEqual([
      'EXCEEDED',
      'EXCEEDED',
      'EXCEEDED',
      'CARRIED_OVER',
      'EXCEEDED',
    ]);
    expect(content.sources).toHaveLength(4);
    expect(content.parts).toEqual({ criteria: 2, self: 2, appraised: 1, outcomes: 1, text: 1 });
    expect(content.tasks[0]?.title).toBe('Hoàn thiện quy chế làm việc');
    expect(content.overrides).toEqual(overrides);
    expect(content.scores?.totals).toMatchObject({ max: 100, self: 94.5, appraised: 92 });
    await system.until('the summary knows', async () => (await walk.summaryState())?.report);
    await refuses(() => keep('write-summary', { basedOn: 1, summary: text2024 }, '2024-12-10'), {
      code: 'out-of-time',
    });
  });

  it('given back it is written on, and goes before the leader anew', async () => {
    const draftId = 'year-report-2024-year-end';
    await walk.untilDraft(draftId, 'awaiting-approval');
    const id = `${office.cycle}/approval/draft/${draftId}/1`;
    const waiting = await system.until('the approval', () =>
      system.stores.strands.find(office.officeId, id, 'approval'),
    );
    const read = { draftId, version: 1, boundHash: waiting.state.boundHash };
    const reason = 'Nêu rõ nguyên nhân.';
    await office.act(HEAD, 'return-draft', { ...read, reason }, walk.on('2024-12-11'));
    await system.until(
      'the summary is open again',
      async () => (await walk.summaryState())?.report?.phase === 'drafting',
    );
    const summary = { ...text2024, causes: ['Đổi đơn vị chủ trì giữa năm.'] };
    await refuses(() => keep('write-summary', { basedOn: null, summary }, '2024-12-11'), {
      code: 'stale-version',
    });
    await keep('write-summary', { basedOn: 1, summary }, '2024-12-11');
  });

  it('ends when its report is issued, and refuses who comes late', async () => {
    await walk.issueReport();
    await system.until(
      'the summary has ended',
      async () => (await walk.summaryState())?.phase === 'done',
    );
    expect(await walk.summaryState()).toMatchObject({ report: { number: 214, version: 2 } });
    await refuses(() => keep('decide-outcomes', { carriedOver: [] }, '2024-12-13'), {
      code: 'out-of-time',
      details: { phase: 'done' },
    });
  });

  it('the year stays open while it is being entered, and closes when it goes live', async () => {
    const isDone = async () =>
      (await office.cycleState())?.strands.some(
        ({ strand, ended }) => strand.kind === 'summary' && ended?.how === 'done',
      );
    await system.until('the cycle knows', isDone);
    expect((await office.cycleState())?.closed).toBeNull();
    await office.act(COORDINATOR, 'go-live', {});
    await system.until('the cycle is closed', async () => (await office.cycleState())?.closed);
    await refuses(() => office.act(COORDINATOR, 'open-summary', {}), {
      code: 'out-of-time',
      details: { phase: 'closed' },
    });
    const { workflow } = system.temporal.client;
    await system.until('the workflow has ended', async () => {
      const { status } = await workflow.getHandle(office.cycle).describe();
      return status.name === 'COMPLETED';
    });
  });

  it('the next year begins with its results and with what was carried on', async () => {
    const year = new Date().getUTCFullYear() + 1;
    const { result } = await office.act(COORDINATOR, 'copy-cycle', { from: 2024 }, { year });
    expect(result).toMatchObject({ carriedTasks: 'NV4', knownBaselines: 10, raisedTargets: 5 });
    const planId = `plan-${String(year)}`;
    const row = await system.stores.versions.latest(office.officeId, 'plan', planId);
    const plan: PlanContent = JSON.parse(row?.text ?? '');
    expect(plan.tasks[3]).toMatchObject({ id: 'NV4', leadUnitId: 'T-2' });
    expect(plan.tasks[4]?.indicators[1]).toMatchObject({ baseline: 62, target: 62 });
  });

  it('its histories replay, and hold no word that people wrote', async () => {
    const histories = await historiesOf(system, office);
    expect(histories.map(({ name }) => name)).toContain('summary');
    expect(await replayAll(histories)).toEqual([]);
    const texts = textsIn(histories.map(({ history }) => history)).join(' ');
    for (const words of [AMENDMENT.reason, REPORT.subject, ...text2024.strengths]) {
      expect(texts).not.toContain(words);
    }
  });
});
