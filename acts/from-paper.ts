import { DomainError } from '../domain/errors.ts';
import { localDateOf } from '../domain/local-date.ts';
import { headOfUnit } from '../domain/office.ts';
import type { FromPaper } from '../domain/unit-registration.ts';
import { registrationContentId } from '../domain/registration.ts';
import type { ActDependencies, CheckedCall } from './act.ts';
import { checkScan, keepScan } from './keep-scan.ts';
import { yearOf } from './on-strand.ts';

const requireScan = (bytes: Uint8Array | null): Uint8Array => {
  if (bytes !== null) return bytes;
  throw new DomainError(
    'missing-field',
    "entered for a unit from its paper: the paper's scan is missing",
    { expected: 'PDF' },
    '/bytes',
  );
};

/**
 * null where the unit's own head acts. Coordinator and clerk enter for a unit what its head signed on
 * paper: the scan proves it, and both names stand in the trail. Nobody else acts for a unit.
 * @throws DomainError no-power, missing-field, not-schema, too-large
 */
export const readFromPaper = async (
  deps: ActDependencies,
  call: Omit<CheckedCall<unknown>, 'data'>,
  unitId: string,
  bytes: Uint8Array | null,
  isDecline = false,
): Promise<{ paper: { headId: string } | null; keep: () => Promise<FromPaper | null> }> => {
  const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
  const head = headOfUnit(facts, unitId);
  if (head?.id === call.personId) return { paper: null, keep: () => Promise.resolve(null) };
  const roles = facts.people.find(({ id }) => id === call.personId)?.roles ?? [];
  if (!roles.some((role) => role === 'cycleCoordinator' || role === 'clerk')) {
    throw new DomainError('no-power', 'a unit registers by its head', {
      power: 'registerUnit',
      roles: ['cycleCoordinator', 'clerk'],
    });
  }
  // Nobody is left who could sign for the unit: the leader's consent is what counts.
  if (!head && isDecline) return { paper: null, keep: () => Promise.resolve(null) };
  if (!head) {
    throw new DomainError(
      'unknown-reference',
      'the unit has no head on that day',
      { given: unitId },
      '/unitId',
    );
  }
  const scan = requireScan(bytes);
  checkScan(deps, scan, '/bytes');
  const id = registrationContentId(yearOf(call), unitId);
  return {
    paper: { headId: head.id },
    keep: async () => ({ headId: head.id, scanSha256: await keepScan(deps, call, id, scan) }),
  };
};
