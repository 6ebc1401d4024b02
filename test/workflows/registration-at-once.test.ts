import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registrationContentId } from '../../domain/registration.ts';
import { whileNothingShows } from '../faults/holds.ts';
import {
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { endsOf, openRegistrationWalk, pressOf, registrationOf } from '../support/registration.ts';

let system: OfficeSystem;
beforeAll(async () => {
  system = await openOfficeSystem();
});
afterAll(() => system.close());

const openPeriod = async () => {
  const office = await system.startOffice();
  const walk = openRegistrationWalk(system, office);
  await walk.open();
  return { office, walk, press: pressOf(system, office) };
};

const typesOf = async ({ officeId, year }: TestOffice, workflowId: string) =>
  (await system.stores.cycles.listTrail(officeId, year))
    .filter((row) => row.workflow_id === workflowId)
    .map(({ type }) => type);

const unitIdOf = ({ cycle }: TestOffice, unitId: string): string =>
  `${cycle}/registration/${unitId}`;

describe('two people at one registration', () => {
  it('save on the same version: one has it, and the other is told who wrote in between', async () => {
    const { office, press } = await openPeriod();
    const write = (personId: string, product: string) => {
      const written = registrationOf(office.year, 'T-1', 'P-05');
      const tasks = written.tasks.map((task) => ({ ...task, product }));
      return press(personId, 'save-registration', {
        basedOn: null,
        registration: { ...written, tasks },
      });
    };
    const writers = ['P-05', COORDINATOR];
    const { done, refusals } = await endsOf([
      write('P-05', 'Quy trình của đội trưởng'),
      write(COORDINATOR, 'Quy trình của điều phối'),
    ]);
    const id = registrationContentId(office.year, 'T-1');
    const versions = await system.stores.versions.list(office.officeId, 'registration', id);
    expect(versions.map(({ version }) => version)).toEqual([1]);
    const winner = writers[done[0] ?? -1];
    expect(versions[0]?.author_id).toBe(winner);
    expect(refusals).toMatchObject([
      { code: 'stale-version', place: '/basedOn', details: { current: 1, lastBy: winner } },
    ]);
  });

  it('submit it: it is submitted once', async () => {
    const { office, walk, press } = await openPeriod();
    const version = await walk.save('T-1');
    const submit = () => press('P-05', 'submit-registration', { unitId: 'T-1', version });
    const { done, refusals } = await whileNothingShows(system.database.url, () =>
      endsOf([submit(), submit()]),
    );
    expect(done).toHaveLength(1);
    expect(refusals).toMatchObject([{ code: 'out-of-time', details: { phase: 'submitted' } }]);
    await walk.untilSubmitted('T-1', 1);
    const types = await typesOf(office, unitIdOf(office, 'T-1'));
    expect(types).toEqual(['RegistrationOpened', 'RegistrationSubmitted']);
  });

  it('submit what was returned as it was: one new version of it goes', async () => {
    const { office, walk, press } = await openPeriod();
    const read = await walk.submit('T-1');
    await office.act(COORDINATOR, 'return-registration', {
      unitId: 'T-1',
      version: 1,
      reason: 'Nêu rõ người thực hiện.',
    });
    await walk.untilUnit('T-1', 'returned');
    const submit = () => press('P-05', 'submit-registration', { unitId: 'T-1', version: 1 });
    const { done, refusals } = await endsOf([submit(), submit()]);
    expect(done).toHaveLength(1);
    expect(['stale-version', 'out-of-time']).toContain(refusals[0]?.code);
    expect((await walk.untilSubmitted('T-1', 2)).sha256).toBe(read.sha256);
    const id = registrationContentId(office.year, 'T-1');
    const versions = await system.stores.versions.list(office.officeId, 'registration', id);
    expect(versions.map(({ version, author_id }) => [version, author_id])).toEqual([
      [2, 'P-05'],
      [1, 'P-05'],
    ]);
  });

  it.each(['accept first', 'return first'])(
    'accept and return it (%s): one of both, and the other hears what happened',
    async (order) => {
      const { office, walk, press } = await openPeriod();
      const read = await walk.submit('T-1');
      const accept = () => press(COORDINATOR, 'accept-registration', read);
      const giveBack = () =>
        press(HEAD, 'return-registration', { unitId: 'T-1', version: 1, reason: 'Xem lại mục 1.' });
      const presses = order === 'accept first' ? [accept, giveBack] : [giveBack, accept];
      const { done, refusals } = await whileNothingShows(system.database.url, () =>
        endsOf(presses.map((each) => each())),
      );
      const phases = order === 'accept first' ? ['accepted', 'returned'] : ['returned', 'accepted'];
      const phase = phases[done[0] ?? -1] ?? '';
      expect(done).toHaveLength(1);
      expect(refusals).toMatchObject([{ code: 'out-of-time', details: { phase } }]);
      await walk.untilUnit('T-1', phase);
      expect(await typesOf(office, unitIdOf(office, 'T-1'))).toHaveLength(3);
    },
  );

  it('consent to a decline and give it back: one of both', async () => {
    const { walk, press, office } = await openPeriod();
    await office.act('P-06', 'decline-registration', {
      unitId: 'T-2',
      reason: 'Không có nhiệm vụ.',
    });
    const { declined } = await walk.untilUnit('T-2', 'declining');
    const { done, refusals } = await whileNothingShows(system.database.url, () =>
      endsOf([
        press(HEAD, 'consent-decline', { unitId: 'T-2', reasonId: declined?.reasonId }),
        press(HEAD, 'return-registration', { unitId: 'T-2', version: null, reason: 'Nhận một.' }),
      ]),
    );
    const phase = done[0] === 0 ? 'declined' : 'returned';
    expect(done).toHaveLength(1);
    expect(refusals).toMatchObject([{ code: 'out-of-time', details: { phase } }]);
    await walk.untilUnit('T-2', phase);
  });
});
