import { afterAll, beforeAll, expect, it } from 'vitest';
import { planReplay } from '../../../acts/replay/plan-replay.ts';
import { readYearFile } from '../../../acts/year-file/read-year-file.ts';
import { yearStrandId } from '../../../workflows/contract.ts';
import { openOfficeSystem, type OfficeSystem } from '../../support/office-system.ts';
import { replayExample } from './replay-example.ts';
import { smallYear } from './small-year.ts';

const OFFICE = `DIALOGUE-${String(process.pid)}`;

let system: OfficeSystem;
beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const enter = async (bytes: ReturnType<typeof smallYear>) => {
  const file = readYearFile(bytes);
  return replayExample(system, { bytes, file, planned: planReplay(file) });
};

it('a dialogue is entered with what was late, never answered, merged twice and asked without a name', async () => {
  const { result } = await enter(smallYear(OFFICE));
  expect(result?.questions).toEqual({
    answered: 2,
    inWriting: 1,
    merged: 2,
    escalated: 3,
    escalatedAnswered: 1,
    escalatedOverdue: 2,
  });
  expect(result?.differences).toEqual([]);
  expect(result?.documents).toMatchObject([
    { id: 'DOC-KH', number: '15/KH-ANNĐ', status: 'ISSUED' },
    { id: 'DOC-BB', number: '66/BB-ANNĐ', status: 'ISSUED' },
    { id: 'DOC-PC-1', number: '69/PC-ANNĐ', status: 'ISSUED' },
    { id: 'DOC-PC-2', number: '70/PC-ANNĐ', status: 'ISSUED' },
    { id: 'DOC-BC-KN', number: '72/BC-ANNĐ', issuedOn: '2024-04-24', status: 'ISSUED' },
    { id: 'DOC-CV', number: '73/ANNĐ-TH', issuedOn: '2024-04-25', signer: 'P-03' },
  ]);

  const stateOf = async (id: string) => {
    const workflowId = yearStrandId(OFFICE, 2024, { kind: 'question', id });
    return (await system.stores.strands.find(OFFICE, workflowId, 'question'))?.state;
  };
  const kept = await system.until('the askers of all three have been told', async () => {
    const state = await stateOf('CH-1');
    return state?.told.length === 3 && state;
  });
  expect(kept.told.toSorted()).toEqual(['CH-1', 'CH-6', 'CH-7']);
  expect(kept.work?.strand).toMatchObject({ unitId: 'T-TH', dueOn: '2024-05-17' });
  expect((await stateOf('CH-2'))?.reply).toMatchObject({ date: '2024-06-03' });
  expect(await stateOf('CH-8')).toMatchObject({ phase: 'passed-up', slip: null });
  // Papers of a past year go into the embedded inbox; what came of a question is told to nobody.
  const told = system.smtp.messages.filter(({ parsed }) => parsed.text?.includes('gộp báo cáo'));
  expect(told).toEqual([]);

  expect(await stateOf('CH-5')).toMatchObject({ askedById: null, askedByUnitId: null });
  const acts = await system.db
    .selectFrom('act')
    .select(['person_id', 'role_id'])
    .where('office_id', '=', OFFICE)
    .where('command', '=', 'ask-question')
    .execute();
  expect(acts.filter(({ person_id }) => person_id === '')).toEqual([
    { person_id: '', role_id: null },
  ]);
  const author = await system.db
    .selectFrom('version')
    .select('author_id')
    .where('office_id', '=', OFFICE)
    .where('kind', '=', 'question')
    .where('id', 'like', '%CH-5')
    .execute();
  expect(author).toEqual([{ author_id: '' }]);
  const trail = await system.db
    .selectFrom('audit')
    .select('event')
    .where('office_id', '=', OFFICE)
    .execute();
  const asked = trail
    .map((row) => JSON.stringify(row))
    .filter((row) => /StrandOpened|QuestionAsked/.test(row) && !/"P-\d\d"/.test(row));
  expect(asked.some((row) => row.includes('CH-5'))).toBe(true);
  expect(
    trail.map((row) => JSON.stringify(row)).filter((row) => /StrandOpened.*CH-5.*P-\d\d/.test(row)),
  ).toEqual([]);
}, 300_000);

it('what the office answered itself is not passed up', () => {
  const bytes = smallYear(OFFICE, ({ dialogue: { questions } }) => {
    questions[0].escalation = questions[1].escalation;
  });
  expect(() => planReplay(readYearFile(bytes))).toThrow(
    expect.objectContaining({ code: 'not-schema', place: '/dialogue/questions/0/escalation' }),
  );
});
