import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Of } from '../../../acts/canonical-text.ts';
import { templateText } from '../../../documents/render.ts';
import { canReadPdf, readPdfPages } from '../../documents/paper-text.ts';
import {
  CLERK,
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  type OfficeSystem,
  type TestOffice,
} from '../../support/office-system.ts';

let system: OfficeSystem;
let office: TestOffice;
let next: number;

beforeAll(async () => {
  system = await openOfficeSystem();
  office = await system.startOffice();
  next = office.year + 1;
});
afterAll(() => system.close());

const shipped = templateText('plan').text;
const own = shipped.replace('V. KINH PHÍ', 'V. NGUỒN LỰC');
const install = (change: object = {}, personId: string = COORDINATOR) =>
  office.act(personId, 'install-template', { kind: 'plan', basedOn: null, text: own, ...change });

const stateOf = async (year: number) =>
  (
    await system.stores.strands.find(
      office.officeId,
      `cycle/${office.officeId}/${String(year)}`,
      'reformCycle',
    )
  )?.state;
const pinnedIn = async (year: number) => {
  const plan = (await stateOf(year))?.plan;
  return plan && plan.phase !== 'drafting' ? plan.submitted.pins.template : null;
};

describe("an office's own template", () => {
  it('is refused with line and field, and nothing is kept', async () => {
    const text = own.replace('{{clause subject}}', '{{clause title}}');
    await expect(install({ text })).rejects.toMatchObject({
      code: 'bad-template',
      place: '/text',
      details: { problem: 'unknown-field', line: 3, field: 'title' },
    });
    await expect(install({ kind: 'poster' })).rejects.toMatchObject({
      code: 'unknown-key',
      place: '/kind',
    });
    await expect(install({}, CLERK)).rejects.toMatchObject({ code: 'no-power' });
    expect(await system.stores.versions.list(office.officeId, 'template', 'plan')).toEqual([]);
  });

  it('is kept by version, with its author', async () => {
    // The year's cycle was started in a second before.
    await wait(1_100);
    expect((await install()).result).toEqual({ kind: 'plan', version: 1 });
    await expect(install()).rejects.toMatchObject({ code: 'stale-version', place: '/basedOn' });
    const [row] = await system.stores.versions.list(office.officeId, 'template', 'plan');
    expect(row).toMatchObject({ version: 1, author_id: COORDINATOR, sha256: sha256Of(own) });
  });

  it('leaves the year alone that began with the shipped one', async () => {
    await office.submit();
    expect(await pinnedIn(office.year)).toBe(sha256Of(shipped));
  });

  it.skipIf(!canReadPdf)(
    'is what the papers of a year are made from that is started after it',
    async () => {
      const ofNext = { year: next };
      await office.act(COORDINATOR, 'copy-cycle', { from: office.year }, ofNext);
      await system.until('the next cycle runs', () => stateOf(next));
      await office.act(COORDINATOR, 'submit-plan', { version: 1 }, ofNext);
      expect(await pinnedIn(next)).toBe(sha256Of(own));
      const approval = `cycle/${office.officeId}/${String(next)}/approval/plan/1`;
      const waiting = await system.until(
        'the plan is before the leader',
        async () =>
          (await system.stores.strands.find(office.officeId, approval, 'approval'))?.state,
      );
      const { boundHash } = waiting;
      await office.act(HEAD, 'approve-plan', { version: 1, boundHash }, ofNext);
      const paperId = `plan-${String(next)}-v1`;
      const strand = `cycle/${office.officeId}/${String(next)}/paper/${paperId}`;
      const paper = await system.until('the paper is prepared', async () => {
        const found = await system.stores.strands.find(office.officeId, strand, 'documentIssue');
        return found?.state.phase === 'awaiting-signature' && found.state;
      });
      const pdf = await system.documents.get(paper.preparedSha256 ?? '');
      const words = readPdfPages(pdf).join('\n');
      expect(words).toContain('V. NGUỒN LỰC');
      expect(words).not.toContain('KINH PHÍ');
    },
  );
});
