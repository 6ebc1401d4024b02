// What people do in a registration, on a whole system whose parts a test may kill.
import { cycleId, registrationId } from '../../workflows/contract.ts';
import { COORDINATOR, HEAD, readExample } from '../support/office-system.ts';
import { HEADS, registrationOf } from '../support/registration.ts';
import { pressLink, untilLinkOf } from './link-presses.ts';
import type { Reading } from './paper-walk.ts';
import type { Press, Presses } from './presses.ts';
import { until, type WholeSystem } from './whole-system.ts';

const SIGNER = { personId: HEAD, capacity: null };
type UnitId = keyof typeof HEADS;

interface WalkDependencies {
  readonly system: WholeSystem;
  readonly reading: Reading;
  readonly presses: Presses;
}

export const openRegistrationFaults = (
  { system, reading: { stores }, presses }: WalkDependencies,
  officeId: string,
) => {
  const { bytes, year } = readExample('current-year', officeId);
  const cycle = cycleId(officeId, year);
  const act = (personId: string, name: string, data: object): Promise<Press> =>
    presses.act(officeId, year, personId, name, data);
  // The database may be the part that is away.
  const shown = <T>(what: string, read: () => Promise<T | null | undefined | false>) =>
    until(what, () => read().catch(() => null));
  const period = async () =>
    (await stores.strands.find(officeId, cycle, 'reformCycle'))?.state.registration;
  const unitState = async (unitId: string) =>
    (
      await stores.strands.find(
        officeId,
        registrationId(officeId, year, unitId, 1),
        'unitRegistration',
      )
    )?.state;
  const notices = () => stores.notices.list(officeId);

  return {
    officeId,
    year,
    cycle,
    stores,
    act,
    notices,
    start: async () => {
      await presses.startFromFile(bytes(), COORDINATOR);
      await shown('the cycle started', () => stores.strands.find(officeId, cycle, 'reformCycle'));
    },
    open: () =>
      act(COORDINATOR, 'open-registration', {
        subject: 'Về việc đăng ký nhiệm vụ',
        dueOn: `${String(year + 1)}-01-31`,
        signer: SIGNER,
        requirements: [],
      }),
    save: (unitId: UnitId, basedOn: number | null = null) =>
      act(HEADS[unitId], 'save-registration', {
        basedOn,
        registration: registrationOf(year, unitId, HEADS[unitId]),
      }),
    submit: (unitId: UnitId, version = 1) =>
      act(HEADS[unitId], 'submit-registration', { unitId, version }),
    accept: async (unitId: UnitId, by = COORDINATOR) => {
      const submitted = await shown(
        `${unitId} is submitted`,
        async () => (await unitState(unitId))?.submitted,
      );
      const { version, sha256 } = submitted;
      return act(by, 'accept-registration', { unitId, version, sha256 });
    },
    close: () => act(COORDINATOR, 'close-list', { subject: 'Kết quả đăng ký', signer: SIGNER }),
    unitState,
    untilUnit: (unitId: string, phase: string) =>
      shown(`${unitId} is ${phase}`, async () => (await unitState(unitId))?.phase === phase),
    untilAllOpen: () =>
      shown('all rounds are open', async () => {
        const units = (await period())?.units ?? [];
        const states = await Promise.all(units.map(({ unitId }) => unitState(unitId)));
        return units.length > 0 && states.every((state) => state?.phase === 'open');
      }),
    untilStanding: (unitId: string, standing: string) =>
      shown(`${unitId} stands as ${standing}`, async () =>
        (await period())?.units.some(
          (unit) => unit.unitId === unitId && unit.standing === standing,
        ),
      ),
    untilPeriod: (phase: string) =>
      shown(`the list is ${phase}`, async () => (await period())?.phase === phase && period()),
    untilBeforeLeader: (workflowId: string) =>
      shown(
        'it is before the leader',
        async () => (await stores.strands.find(officeId, workflowId, 'approval'))?.state,
      ),
    untilPaper: (paperId: string, phase: string) =>
      shown(`${paperId} is ${phase}`, async () => {
        const id = `${cycle}/paper/${paperId}`;
        return (await stores.strands.find(officeId, id, 'documentIssue'))?.state.phase === phase;
      }),
    /** The leader's notice of that thing, sent. */
    untilTold: (what: string, unitId: string | null = null) =>
      shown(`the leader is told of ${what}`, async () =>
        (await notices()).find(
          ({ status, items }) =>
            status === 'sent' &&
            items.some(
              (item) =>
                item.what === what && (unitId === null || item.workflowId.includes(`/${unitId}`)),
            ),
        ),
      ),
    /** Nothing is left to be sent: a try that a kill has ended is made again after its time. */
    untilAllTold: () =>
      shown('every notice is sent', async () =>
        (await notices()).every(({ status }) => status !== 'due'),
      ),
    pressLink: async (noticeId: string) => {
      const path = await untilLinkOf(system.dataDir, noticeId);
      return () => pressLink(() => system.whereabouts().socketPath, path);
    },
  };
};

export type RegistrationFaults = ReturnType<typeof openRegistrationFaults>;
