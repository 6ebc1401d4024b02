import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listContentId } from '../../domain/registration.ts';
import { takeHold, whileNothingShows } from '../faults/holds.ts';
import {
  COORDINATOR,
  HEAD,
  openOfficeSystem,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { endsOf, openRegistrationWalk, pressOf } from '../support/registration.ts';

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

const listVersions = ({ officeId, year }: TestOffice) =>
  system.stores.versions.list(officeId, 'registration-list', listContentId(year));

describe('the list, and what moves while it is closed', () => {
  it('does not close over a registration that nobody has judged, or that was judged just now', async () => {
    const { office, walk, press } = await openPeriod();
    await walk.accept(await walk.submit('T-1'));
    const read = await walk.submit('T-4');
    const { done, refusals } = await whileNothingShows(system.database.url, () =>
      endsOf([
        press(COORDINATOR, 'accept-registration', read),
        press(COORDINATOR, 'close-list', walk.closing),
      ]),
    );
    expect(done).toEqual([0]);
    expect(refusals).toMatchObject([{ code: 'not-ready', details: { units: ['T-4'] } }]);
    await walk.untilStanding('T-4', 'accepted');
    expect(await listVersions(office)).toEqual([]);
  });

  it('does not close while an acceptance is on its way to it', async () => {
    const { office, walk, press } = await openPeriod();
    await walk.accept(await walk.submit('T-1'));
    const read = await walk.submit('T-4');
    // The unit's own round shows as accepted; the cycle's state can't be written meanwhile.
    const cycle = await takeHold(system.database.url, 'strand', 'rows', {
      column: 'workflow_id',
      value: office.cycle,
    });
    await press(COORDINATOR, 'accept-registration', read);
    await walk.untilUnit('T-4', 'accepted');
    const { refusals } = await endsOf([press(COORDINATOR, 'close-list', walk.closing)]);
    await cycle.release();
    expect(refusals).toMatchObject([{ code: 'not-ready', details: { units: ['T-4'] } }]);
    expect(await listVersions(office)).toEqual([]);
    await walk.untilStanding('T-4', 'accepted');
    await walk.close();
  });

  it('never puts before the leader what an earlier, refused press of the same act had saved', async () => {
    const { office, walk, press } = await openPeriod();
    await walk.accept(await walk.submit('T-1'));
    await walk.accept(await walk.submit('T-4'));
    const actId = 'one-press-of-close-list';
    const close = () => press(COORDINATOR, 'close-list', walk.closing, actId);
    const { done } = await whileNothingShows(system.database.url, () =>
      endsOf([
        press(COORDINATOR, 'reopen-registration', { unitId: 'T-4', reason: 'Sửa chỉ tiêu.' }).then(
          close,
        ),
      ]),
    );
    expect(done).toEqual([]);
    expect(await listVersions(office)).toHaveLength(1);
    await walk.untilStanding('T-4', 'open');
    await expect(close()).rejects.toMatchObject({ code: 'not-ready' });
    expect((await walk.close()).version).toBe(2);
  });

  it.each(['reopen first', 'close first'])(
    'takes either a reopened unit or its closing (%s), not both',
    async (order) => {
      const { walk, press } = await openPeriod();
      await walk.accept(await walk.submit('T-1'));
      await walk.accept(await walk.submit('T-4'));
      const reopen = () =>
        press(COORDINATOR, 'reopen-registration', { unitId: 'T-4', reason: 'Sửa chỉ tiêu.' });
      const close = () => press(COORDINATOR, 'close-list', walk.closing);
      const presses = order === 'reopen first' ? [reopen, close] : [close, reopen];
      const { done, refusals } = await whileNothingShows(system.database.url, () =>
        endsOf(presses.map((each) => each())),
      );
      expect(done).toHaveLength(1);
      const isReopened = presses[done[0] ?? -1] === reopen;
      expect(refusals).toMatchObject([
        isReopened
          ? { code: 'not-ready', details: { units: ['T-4'] } }
          : { code: 'out-of-time', details: { phase: 'awaiting-approval' } },
      ]);
      const period = await walk.untilPeriod(isReopened ? 'open' : 'awaiting-approval');
      await walk.untilStanding('T-4', isReopened ? 'open' : 'accepted');
      expect(period.units.map(({ unitId }) => unitId)).toContain('T-4');
    },
  );

  it('loses nothing that is submitted in that moment: it becomes a supplement', async () => {
    const { office, walk, press } = await openPeriod();
    await walk.accept(await walk.submit('T-1'));
    const version = await walk.save('T-4');
    const { done } = await whileNothingShows(system.database.url, () =>
      endsOf([
        press(COORDINATOR, 'close-list', walk.closing),
        press('P-08', 'submit-registration', { unitId: 'T-4', version }),
      ]),
    );
    expect(done).toEqual([0, 1]);
    const { list } = await walk.untilPeriod('awaiting-approval');
    const read = await walk.untilSubmitted('T-4', version);
    await office.act(COORDINATOR, 'accept-registration', read);
    await walk.untilStanding('T-4', 'supplement');
    const submitted = list?.submitted;
    await walk.approve(await walk.listBeforeLeader(submitted?.version ?? 0));
    const supplement = `${office.cycle}/approval/supplement/T-4/1`;
    await system.until('the supplement is before the leader', () =>
      system.stores.strands.find(office.officeId, supplement, 'approval'),
    );
    await office.act(HEAD, 'approve-supplement', {
      unitId: 'T-4',
      round: 1,
      version,
      boundHash: read.sha256,
    });
    await walk.untilStanding('T-4', 'supplement-approved');
  });

  it('joins to the list that the leader gave back what was accepted meanwhile', async () => {
    const { office, walk } = await openPeriod();
    await walk.accept(await walk.submit('T-1'));
    const before = await walk.close();
    await office.act(COORDINATOR, 'accept-registration', await walk.submit('T-4'));
    await walk.untilStanding('T-4', 'supplement');
    await office.act(HEAD, 'return-list', { ...before, reason: 'Chờ Đội công tác số 4.' });
    await walk.untilPeriod('open');
    await walk.untilStanding('T-4', 'accepted');
    const after = await walk.close();
    expect(after.version).toBe(2);
    const [row] = await listVersions(office);
    const list = await system.stores.versions.find(
      office.officeId,
      'registration-list',
      listContentId(office.year),
      row?.version ?? 0,
    );
    const { entries } = JSON.parse(list?.text ?? '{}') as {
      entries: { unitId: string; standing: string }[];
    };
    expect(entries.filter(({ standing }) => standing === 'registered')).toMatchObject([
      { unitId: 'T-1' },
      { unitId: 'T-4' },
    ]);
  });

  it.each(['approve first', 'withdraw first'])(
    'is approved or withdrawn (%s), and the other is told',
    async (order) => {
      const { walk, press } = await openPeriod();
      await walk.accept(await walk.submit('T-1'));
      const read = await walk.close();
      const approve = () => press(HEAD, 'approve-list', read);
      const withdraw = () => press(COORDINATOR, 'withdraw-list', { version: read.version });
      const presses = order === 'approve first' ? [approve, withdraw] : [withdraw, approve];
      const { done, refusals } = await whileNothingShows(system.database.url, () =>
        endsOf(presses.map((each) => each())),
      );
      expect(done).toHaveLength(1);
      const isApproved = presses[done[0] ?? -1] === approve;
      expect(refusals).toMatchObject([
        {
          code: 'out-of-time',
          details: isApproved
            ? { phase: 'approved', lastBy: HEAD }
            : { phase: 'withdrawn', lastBy: COORDINATOR },
        },
      ]);
      const { result } = await walk.untilPeriod(isApproved ? 'approved' : 'open');
      expect(result === null).toBe(!isApproved);
    },
  );
});
