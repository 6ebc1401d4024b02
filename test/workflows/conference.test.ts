import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordIfAsked, replayAll, textsIn } from '../support/histories.ts';
import { ATTENDED, launchOn, minutesWith, openConferenceWalk } from '../support/conference.ts';
import {
  COORDINATOR,
  openOfficeSystem,
  SECRETARY,
  type OfficeSystem,
} from '../support/office-system.ts';
import { historiesOf, type WorkflowHistory } from '../support/walk.ts';

const DAY = '2024-04-24';
const at = (date: string, time = '09:00') => ({ occurredAt: `${date}T${time}:00+07:00` });
const REASON = 'Hội trường được dùng cho việc đột xuất';

const VARIANTS = [
  ['of one run', 0],
  ['continued as new after every event', 1],
] as const;

describe.each(VARIANTS)('the histories of a conference %s', (_, continueAfterEvents) => {
  let system: OfficeSystem;
  let histories: readonly WorkflowHistory[];
  beforeAll(async () => {
    system = await openOfficeSystem({ continueAfterEvents });
    const office = await system.startOffice('2024');
    const held = openConferenceWalk(system, office);
    await held.plan(launchOn('2024-04-17', { summonedUnitIds: [] }), at('2024-04-01'));
    await held.invite(62, '2024-04-10', at('2024-04-10'));
    await held.act(
      COORDINATOR,
      'postpone-conference',
      {
        startAt: `${DAY}T14:00:00+07:00`,
        endAt: `${DAY}T16:00:00+07:00`,
        place: 'Hội trường tầng 2',
        link: null,
        reason: REASON,
      },
      at('2024-04-11'),
    );
    await held.untilPhase('postponed');
    await held.invite(63, '2024-04-11', at('2024-04-11'));
    await held.untilPhase('invited');
    const after = at(DAY, '16:30');
    await held.act(COORDINATOR, 'record-attendance', { attendance: ATTENDED }, after);
    const hours = { startedAt: `${DAY}T14:00:00+07:00`, endedAt: `${DAY}T16:00:00+07:00` };
    await held.act(COORDINATOR, 'hold-conference', hours, after);
    const written = { basedOn: null, minutes: minutesWith('2024-05-02') };
    await held.act(SECRETARY, 'write-minutes', written, after);
    await held.issue('submit-minutes', { subject: 'Lễ phát động' }, { number: 66, on: DAY }, after);
    await held.untilPhase('ended');
    const cancelled = openConferenceWalk(system, office, 'CANCELLED');
    await cancelled.plan(launchOn('2024-05-15', { summonedUnitIds: [] }), at('2024-04-25'));
    await cancelled.act(COORDINATOR, 'cancel-conference', { reason: REASON }, at('2024-04-26'));
    await system.until('the cycle knows both ends', async () => {
      const strands = (await office.cycleState())?.strands ?? [];
      const conferences = strands.filter(({ strand }) => strand.kind === 'conference');
      return conferences.every(({ ended }) => ended !== null);
    });
    const found = await historiesOf(system, office);
    histories = found.filter(({ name }) => name === 'conference' || name === 'reformCycle');
    recordIfAsked(`conference-${String(continueAfterEvents)}`, histories);
  }, 300_000);
  afterAll(() => system.close());

  it('replay with the workflows of today', async () => {
    const runs = histories.filter(({ name }) => name === 'conference').length;
    expect(runs).toBeGreaterThanOrEqual(continueAfterEvents === 0 ? 2 : 6);
    expect(await replayAll(histories)).toEqual([]);
  }, 120_000);

  it('hold no text that anybody wrote', () => {
    const texts = textsIn(histories.map(({ history }) => history)).join('\n');
    for (const words of [REASON, 'Hội trường', 'Lễ phát động', 'Ông Nguyễn Văn Khách']) {
      expect(texts).not.toContain(words);
    }
    expect(texts).toContain('ConferencePostponed');
  });
});
