import { paperOf } from '../../../documents/paper-of.ts';
import type { Paper } from '../../../documents/paper-of.ts';
import { localDateOf } from '../../../domain/local-date.ts';
import type { OfficeFacts } from '../../../domain/office.ts';
import type { RegistrationFormKind } from '../../../domain/paper-source.ts';
import { sharedTasksOf, type RegisteredUnit } from '../../../domain/registration-period.ts';
import type { RegistrationContent } from '../../../domain/registration.ts';
import { formTitle } from '../../../locale/registration-papers.ts';
import { wordsIn } from '../../../locale/words.ts';
import type { WebContext } from '../../environment.ts';
import { readInForce, type UnitInCycle } from './unit-reading.ts';

export const FORM_KINDS: readonly RegistrationFormKind[] = ['registration-form', 'commitment'];

/** What a unit's form and commitment are made from. */
export interface UnitPapers {
  readonly unit: UnitInCycle;
  readonly content: RegistrationContent;
  readonly version: number;
  /** As the office was on the day of acceptance; before it, on the cycle's day. */
  readonly facts: OfficeFacts;
  /** Accepted, and approved where it came after the list: to be printed for the pen. */
  readonly isForSignature: boolean;
  readonly madeOn: string;
}

/** Accepted by the coordinator; a supplement by the leader too. */
export const isSettled = ({ standing, accepted }: RegisteredUnit): boolean =>
  accepted !== null && (standing === 'accepted' || standing === 'supplement-approved');

/** null: the unit has written nothing to print, or has declined. */
export const readUnitPapers = async (
  c: WebContext,
  unit: UnitInCycle,
): Promise<UnitPapers | null> => {
  const found = await readInForce(c, unit);
  if (!found || found.content.tasks.length === 0) return null;
  const base = { unit, content: found.content, version: found.row.version };
  const { accepted } = unit.unit ?? {};
  if (unit.unit && accepted && isSettled(unit.unit)) {
    const madeOn = localDateOf(accepted.at);
    const { facts } = unit.cycle;
    const onThatDay = await c.get('deps').acts.stores.factsOn(facts.officeId, madeOn);
    return { ...base, facts: onThatDay, isForSignature: true, madeOn };
  }
  const madeOn = localDateOf(found.row.occurred_at);
  return { ...base, facts: unit.cycle.facts, isForSignature: false, madeOn };
};

/** @throws DomainError where content and office no longer make a whole paper */
export const formOf = (kind: RegistrationFormKind, papers: UnitPapers): Paper => {
  const { unit, content, facts, isForSignature, madeOn } = papers;
  const sharedTasks = unit.period ? sharedTasksOf(unit.period) : [];
  return paperOf({ kind, content, sharedTasks }, facts, {
    stage: isForSignature ? 'for-signature' : 'draft',
    number: null,
    date: madeOn,
    confirmedAt: null,
  });
};

/** The name under which it is saved, Vietnamese whatever the reader's language. */
export const nameOfForm = (
  kind: RegistrationFormKind,
  { unit, version, isForSignature }: UnitPapers,
): string => {
  const vi = wordsIn('vi');
  const title = vi('unit.file-name', { title: formTitle(kind, unit.cycle.year), unit: unit.name });
  // A slash can't stand in a file name.
  const name = isForSignature ? title : vi('unit.draft-file-name', { title, version });
  return name.replaceAll('/', '-');
};
