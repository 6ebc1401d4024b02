// One registration period of an office from its opening to a supplement, on a clock that skips. What is
// compared is every mail about it, as each person got it: a person has read test/approved/.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDateOf } from '../../domain/local-date.ts';
import { CLERK, COORDINATOR, HEAD, type TestOffice } from '../support/office-system.ts';
import { HEADS, openRegistrationWalk, registrationOf } from '../support/registration.ts';
import { scanOf } from '../support/scan.ts';
import {
  hasTimeSkipping,
  openTimeSkippingSystem,
  type TimeSkippingSystem,
} from '../support/time-skipping.ts';
import { takePaperThrough } from '../support/walk.ts';
import { letMailGo, mailsAsText } from './office-mail.ts';

const UNIT_HEADS: Readonly<Record<string, string>> = {
  ...HEADS,
  'M-TN': 'P-09',
  'M-PN': 'P-10',
  'T-5': 'P-21',
};

describe.skipIf(!hasTimeSkipping)('a registration period, mail by mail (needs Java)', () => {
  let system: TimeSkippingSystem;
  beforeAll(async () => {
    // A Monday; the deadline is the Monday two weeks later.
    system = await openTimeSkippingSystem({
      startAt: '2035-10-01T08:00:00+07:00',
      hasOfficeDay: true,
    });
  });
  afterAll(() => system.close());

  const goTo = (day: number, time: string) =>
    system.sleepUntil(`2035-10-${String(day).padStart(2, '0')}T${time}:00+07:00`);
  const issue = async (office: TestOffice, paperId: string, number: number) => {
    await office.paper(paperId, 'awaiting-signature');
    await letMailGo(system);
    await takePaperThrough(system, office, paperId, number, localDateOf(system.now()));
    await letMailGo(system);
    const state = await office.paperState(paperId);
    for (const { recipientId, status } of state?.deliveries ?? []) {
      if (status === 'to-hand-over') {
        await office.act(CLERK, 'hand-over-paper', { paperId, recipientId });
      }
    }
  };
  const addSeventhUnit = async (office: TestOffice) => {
    await office.act(COORDINATOR, 'save-unit', {
      unitId: 'T-5',
      kind: 'team',
      name: 'Đội công tác số 5',
      abbreviation: 'Đ5',
      validFrom: '2035-01-01',
      validTo: null,
    });
    await office.act(COORDINATOR, 'save-person', {
      personId: 'P-21',
      fullName: 'Tạ Vắng Mặt',
      rank: 'Thiếu tá',
      position: 'Đội trưởng Đội công tác số 5',
      unitId: 'T-5',
      email: 'doitruong.d5@annd.test',
      byHand: false,
      roles: ['teamLead'],
      validFrom: null,
      validTo: null,
    });
  };

  it('tells each person what waits for them, and nothing else', async () => {
    const office = await system.startOffice();
    const walk = openRegistrationWalk(system, office, (unitId) => UNIT_HEADS[unitId] ?? '');
    await addSeventhUnit(office);
    const plan = await office.submit();
    await goTo(1, '10:00');
    await office.act(HEAD, 'approve-plan', plan);
    await issue(office, `plan-${String(office.year)}-v1`, 15);

    await goTo(2, '09:00');
    expect(await walk.open('2035-10-15')).toHaveLength(7);
    await issue(office, (await walk.period())?.opening.paperId ?? '', 16);

    // On time, and accepted the day after.
    await goTo(4, '09:00');
    const onTime = await walk.submit('T-1');
    await goTo(5, '09:00');
    await walk.accept(onTime);

    // Returned with a day, corrected, accepted.
    const first = await walk.submit('T-4');
    await goTo(8, '09:00');
    await office.act(COORDINATOR, 'return-registration', {
      unitId: 'T-4',
      version: first.version,
      reason: 'Nêu rõ người thực hiện.',
      resubmitOn: '2035-10-12',
    });
    await goTo(9, '09:00');
    const corrected = await walk.submit('T-4');
    await goTo(10, '09:00');
    await walk.accept(corrected);

    // The coordinator's own unit: for the leader. A unit declines: for the leader.
    const own = await walk.submit('T-TH');
    await office.act('P-09', 'decline-registration', {
      unitId: 'M-TN',
      reason: 'Năm nay Chi đoàn không có nhiệm vụ riêng.',
    });
    const { declined } = await walk.untilUnit('M-TN', 'declining');
    await goTo(10, '15:00');
    await walk.accept(own, HEAD);
    await office.act(HEAD, 'consent-decline', { unitId: 'M-TN', reasonId: declined?.reasonId });

    // From paper, by the coordinator.
    await goTo(11, '09:00');
    const saved = await office.act(COORDINATOR, 'save-registration', {
      basedOn: null,
      registration: registrationOf(office.year, 'M-PN', 'P-10'),
    });
    const version = Number(saved.result['version']);
    await office.act(COORDINATOR, 'submit-registration', {
      unitId: 'M-PN',
      version,
      bytes: await scanOf('M-PN'),
    });
    await walk.accept(await walk.untilSubmitted('M-PN', version));

    // Late, with the reason; and one that stays away.
    await goTo(17, '09:00');
    const late = await walk.submit('T-2', {}, { lateReason: 'Trùng đợt công tác.' });
    await goTo(18, '09:00');
    await walk.accept(late);

    // The list: returned once, then approved.
    const list = await walk.close();
    await goTo(18, '15:00');
    await office.act(HEAD, 'return-list', { ...list, reason: 'Đôn đốc Đội công tác số 5.' });
    await walk.untilPeriod('open');
    await goTo(19, '09:00');
    const again = await walk.close();
    await goTo(19, '15:00');
    await issue(office, await walk.approve(again), 17);

    // A supplement after the list.
    await goTo(23, '09:00');
    const supplement = await walk.submit('T-5', {}, { lateReason: 'Đội mới thành lập.' });
    await goTo(24, '09:00');
    await office.act(COORDINATOR, 'accept-registration', supplement);
    await walk.untilStanding('T-5', 'supplement');
    await goTo(24, '15:00');
    const { unitId, version: read, sha256 } = supplement;
    await office.act(HEAD, 'approve-supplement', {
      unitId,
      round: 1,
      version: read,
      boundHash: sha256,
    });
    await goTo(31, '09:00');

    await expect(await mailsAsText(system, office, '2035-10-31')).toMatchFileSnapshot(
      '../approved/registration-mails.txt',
    );
  }, 240_000);
});
