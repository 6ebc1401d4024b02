import type { RoleId } from '../../domain/authority.ts';
import { isBefore, type Instant, type LocalDate } from '../../domain/local-date.ts';
import type { Signer } from '../../domain/plan.ts';
import type { PaperRole } from '../year-file/paper-uses.ts';
import { papersOfYearFile, type Assumption } from '../year-file/papers-of-year-file.ts';
import { isInPost } from '../year-file/posts.ts';
import type { YearFile } from '../year-file/year-file.ts';

type Person = YearFile['people'][number];

/** A paper of the file with its place there and what it is. */
export interface FilePaper {
  readonly document: NonNullable<YearFile['documents']>[number];
  readonly place: string;
  readonly role: PaperRole;
}

// A file gives papers their day alone: they were signed and went out in the morning.
const MORNING = '08:00:00+07:00';

const UNIT_HEADS: readonly RoleId[] = ['teamLead', 'massOrgHead'];

/** The file with what its steps ask of it again and again: who was what on a day, which paper is which. */
export const yearToEnter = (file: YearFile) => {
  const { papers: roles, assumed } = papersOfYearFile(file);
  const papers: readonly FilePaper[] = (file.documents ?? []).map((document, index) => ({
    document,
    place: `/documents/${String(index)}`,
    role: roles.find(({ id }) => id === document.id)?.role ?? 'other',
  }));

  const holders = (roles: readonly RoleId[], on: LocalDate): readonly Person[] =>
    roles.flatMap((role) =>
      file.people.filter((person) => person.roles.includes(role) && isInPost(person, on)),
    );
  // Where nobody holds a role, the act itself says who is missing.
  const firstOf = (roles: readonly RoleId[], on: LocalDate): string =>
    holders(roles, on)[0]?.id ?? file.people[0]?.id ?? '';

  return {
    file,
    officeId: file.unit.id,
    year: file.cycleYear,
    papers,
    assumedRoles: assumed,
    paperOf: (role: PaperRole): FilePaper | null =>
      papers.find((paper) => paper.role === role) ?? null,
    coordinatorOn: (on: LocalDate) => firstOf(['cycleCoordinator', 'leader'], on),
    leaderOn: (on: LocalDate) => firstOf(['leader'], on),
    registryClerkOn: (on: LocalDate) => firstOf(['registryClerk', 'cycleCoordinator'], on),
    headOfUnitOn: (unitId: string, on: LocalDate): string | null =>
      file.people.find(
        (person) =>
          person.orgUnitId === unitId &&
          person.roles.some((role) => UNIT_HEADS.includes(role)) &&
          isInPost(person, on),
      )?.id ?? null,
    secretaryOn: (on: LocalDate): string | null => holders(['secretary'], on)[0]?.id ?? null,
    holdsOn: (personId: string, roles: readonly RoleId[], on: LocalDate): boolean =>
      holders(roles, on).some(({ id }) => id === personId),
    /** True where that person may decide as the head on that day. */
    isLeaderOn: (personId: string, on: LocalDate): boolean =>
      holders(['leader', 'approver'], on).some(({ id }) => id === personId),
  };
};

export type YearToEnter = ReturnType<typeof yearToEnter>;

export const morningOf = (day: LocalDate): Instant => `${day}T${MORNING}`;

export const laterOf = (left: Instant, right: Instant): Instant =>
  isBefore(left, right) ? right : left;

/** Who signs the paper, by the file; where it names nobody, the head of that day. */
export const signerOf = (
  year: YearToEnter,
  paper: FilePaper | null,
  on: LocalDate,
): { readonly signer: Signer; readonly assumed: readonly Assumption[] } => {
  const { signerId = null, signingCapacity = null } = paper?.document ?? {};
  if (signerId !== null) {
    return { signer: { personId: signerId, capacity: signingCapacity }, assumed: [] };
  }
  const personId = year.leaderOn(on);
  const because = 'the file names no signer, so the head of that day signs';
  return {
    signer: { personId, capacity: null },
    assumed: paper ? [{ path: `${paper.place}/signerId`, assumed: personId, because }] : [],
  };
};
