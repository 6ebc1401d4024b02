import { describe, expect, it } from 'vitest';
import { eventTypesOfWorkflows } from '../support/event-types.ts';
import { readRecorded, typesRecordedIn } from '../support/histories.ts';

describe('the histories in test/histories', () => {
  const workflows = eventTypesOfWorkflows();
  const recorded = typesRecordedIn([...readRecorded().values()].flat());

  it('know what every workflow can record', () => {
    const withoutEvents = [...workflows].filter(([, types]) => types.length === 0);
    expect(withoutEvents.map(([name]) => name)).toEqual(['officeDay']);
    expect(workflows.get('quarterlyCheck')).toContain('CheckEscalated');
  });

  it.each([...workflows])('show %s with each kind of event', (name, types) => {
    const shown = recorded.get(name);
    expect(shown, `no history of ${name}`).toBeDefined();
    expect(types.filter((type) => !shown?.has(type))).toEqual([]);
  });
});
