import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFromFile } from '../../acts/start-from-file.ts';
import { openOfficeSystem, type OfficeSystem } from '../support/office-system.ts';

let system: OfficeSystem;
beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const OFFICE = `SUMMARY-${String(process.pid)}`;
const CYCLE = `cycle/${OFFICE}/2022`;

describe('a past year that a summary conference opens', () => {
  it('is entered from its first paper in the autumn before, with its plan as a draft', async () => {
    const text = readFileSync(new URL('../../examples/2022.json', import.meta.url), 'utf8');
    const bytes = Buffer.from(text.replaceAll('U-CTDCTCT', OFFICE));
    await startFromFile(system.acts, {
      actId: randomUUID(),
      bytes,
      personId: 'P-04',
      channel: 'cli',
    });
    const strand = await system.until('the cycle started', () =>
      system.stores.strands.find(OFFICE, CYCLE, 'reformCycle'),
    );
    expect(strand.state.clock).toEqual({ mode: 'entered', at: '2021-10-04T07:30:00+07:00' });

    const plan = await system.stores.versions.latest(OFFICE, 'plan', 'plan-2022');
    const { tasks, legalBasisIds } = JSON.parse(plan?.text ?? '');
    expect(tasks).toHaveLength(6);

    const facts = await system.stores.factsOn(OFFICE, '2022-01-12');
    const cited = facts.legalBases.filter(({ id }) => legalBasisIds.includes(id));
    expect(cited.map(({ citation }) => citation).join('\n')).toContain('26 tháng 11 năm 2003');
    expect(cited.every(({ isInForce }) => isInForce)).toBe(true);
  });
});
