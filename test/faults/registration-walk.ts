// The way of a registration, with a kill at every boundary that an act or an activity has.
import { listApprovalId } from '../../workflows/contract.ts';
import { COORDINATOR, HEAD } from '../support/office-system.ts';
import type { RegistrationFaults } from './registration-presses.ts';
import type { Place, Strikes } from './strikes.ts';
import type { Part } from './whole-system.ts';

const DONE_NOT_SHOWN: readonly Place[] = [
  ['act', 'writes'],
  ['audit', 'writes'],
];

const createCrossing = ({ hold, strike, wentOn }: Strikes, part: Part) => {
  // Worker and Temporal have no part in what people write.
  const isOfWriting = part === 'web' || part === 'postgres';
  const goOn = async <T>(pressing: Promise<T>): Promise<T> => {
    const answer = await pressing;
    wentOn();
    return answer;
  };
  /** Killed when whoever was set going waits at every one of the places. */
  const at = async <T>(boundary: string, places: readonly Place[], press: () => Promise<T>) => {
    const holds = [];
    for (const place of places) holds.push(await hold(place));
    const pressing = press();
    await Promise.all(holds.map((each) => each.untilReached()));
    await strike(boundary, holds);
    return goOn(pressing);
  };
  return {
    hold,
    strike,
    wentOn,
    at,
    atWriting: <T>(boundary: string, press: () => Promise<T>): Promise<T> =>
      isOfWriting ? at(boundary, [['version', 'writes']], press) : press(),
    /** Pressed in the moment in which the part goes. */
    away: async <T>(boundary: string, press: () => Promise<T>) => {
      const striking = strike(boundary);
      const pressing = press();
      await striking;
      return goOn(pressing);
    },
  };
};
type Crossing = ReturnType<typeof createCrossing>;

const walkUnits = async (
  walk: RegistrationFaults,
  { at, atWriting, away, hold, strike, wentOn }: Crossing,
): Promise<void> => {
  await atWriting('save-registration: in the middle', () => walk.save('T-1'));
  await at('submit-registration: done, not answered', DONE_NOT_SHOWN, () => walk.submit('T-1'));
  await walk.untilUnit('T-1', 'submitted');
  await away('return-registration: pressed while the part is away', () =>
    walk.act(COORDINATOR, 'return-registration', {
      unitId: 'T-1',
      version: 1,
      reason: 'Bổ sung chỉ tiêu.',
    }),
  );
  await walk.untilUnit('T-1', 'returned');
  await atWriting('resubmitted as it was: version being saved', () => walk.submit('T-1'));
  await walk.untilUnit('T-1', 'submitted');

  const cycle = await hold(['strand', 'rows', { column: 'workflow_id', value: walk.cycle }]);
  const accepting = walk.accept('T-1');
  await cycle.untilReached();
  await strike('accept-registration: on its way to the cycle', [cycle]);
  await accepting;
  await walk.untilStanding('T-1', 'accepted');
  wentOn();

  await away('decline-registration: pressed while the part is away', () =>
    walk.act('P-06', 'decline-registration', { unitId: 'T-2', reason: 'Không có nhiệm vụ.' }),
  );
  await walk.untilUnit('T-2', 'declining');
  const { declined } = (await walk.unitState('T-2')) ?? {};
  await at('consent-decline: done, not answered', DONE_NOT_SHOWN, () =>
    walk.act(HEAD, 'consent-decline', { unitId: 'T-2', reasonId: declined?.reasonId }),
  );
  await walk.untilStanding('T-2', 'declined');
};

/** The coordinator's own unit waits for the leader, who is told of it at once. */
const walkNotice = async (
  walk: RegistrationFaults,
  { hold, strike, wentOn }: Crossing,
): Promise<void> => {
  await walk.untilTold('sign-paper');
  await walk.save('T-TH');
  const writing = await hold(['notice', 'writes']);
  await walk.submit('T-TH');
  await writing.untilReached();
  const links = await strike(
    'notice at once: being written',
    [writing],
    [['decision_link', 'writes']],
  );
  await links[0]?.untilReached();
  wentOn();
  const [noting] = await strike('notice at once: before the mail', links, [['notice', 'writes']]);
  await noting?.untilReached();
  wentOn();
  await strike('notice at once: mail taken, not noted', noting ? [noting] : []);
  await walk.untilTold('accept-registration');
  wentOn();
  await walk.accept('T-TH', HEAD);
  await walk.untilStanding('T-TH', 'accepted');
};

const walkList = async (walk: RegistrationFaults, { at, away }: Crossing): Promise<void> => {
  await at('close-list: done, not answered', DONE_NOT_SHOWN, walk.close);
  await walk.untilBeforeLeader(listApprovalId(walk.officeId, walk.year, 1));
  const { notice_id } = await walk.untilTold('approve-list');
  const press = await walk.pressLink(notice_id);
  const answers = await at(
    'approve-list by its link, twice at once: not answered',
    DONE_NOT_SHOWN,
    () => Promise.all([press(), press()]),
  );
  if (answers.some((status) => status !== 303)) throw new Error(`answered ${answers.join(', ')}`);
  const { result } = await walk.untilPeriod('approved');
  await walk.untilPaper(result?.paperId ?? '', 'awaiting-signature');

  await walk.save('T-4');
  await walk.submit('T-4');
  await walk.accept('T-4');
  const supplement = `${walk.cycle}/approval/supplement/T-4/1`;
  const { version, boundHash } = await walk.untilBeforeLeader(supplement);
  await away('approve-supplement: pressed while the part is away', () =>
    walk.act(HEAD, 'approve-supplement', { unitId: 'T-4', round: 1, version, boundHash }),
  );
  await walk.untilStanding('T-4', 'supplement-approved');
};

export const walkRegistrationThroughFaults = async (
  walk: RegistrationFaults,
  strikes: Strikes,
  part: Part,
): Promise<void> => {
  const crossing = createCrossing(strikes, part);
  await walk.start();
  await crossing.at('open-registration: done, not answered', DONE_NOT_SHOWN, walk.open);
  await walk.untilAllOpen();
  await walkUnits(walk, crossing);
  // The web server has no part in what is mailed.
  if (part !== 'web') await walkNotice(walk, crossing);
  await walkList(walk, crossing);
};
