import type { CycleClock } from '../domain/cycle-clock.ts';
import { DomainError } from '../domain/errors.ts';
import { maySign } from '../domain/may-sign.ts';
import type { OfficeFacts } from '../domain/office.ts';
import type { PaperKind } from '../domain/paper-kind.ts';
import { QUARTERS, type PlanContent, type PlanTask } from '../domain/plan.ts';
import { checkTarget } from '../domain/target.ts';
import { isMarkedSecret } from '../locale/year-file.ts';
import type { ActDependencies } from './act.ts';
import { placedTexts, type PlacedText } from './year-file/texts-of-year-file.ts';
import { checkPrintable } from './template/check-printable.ts';

export const refer = (known: readonly string[], id: string, place: string): void => {
  if (known.includes(id)) return;
  throw new DomainError(
    'unknown-reference',
    'no such id',
    { id, expected: known.slice(0, 20) },
    place,
  );
};

export const once = (ids: readonly string[], placeOf: (index: number) => string): void => {
  ids.forEach((id, index) => {
    if (ids.indexOf(id) === index) return;
    throw new DomainError('duplicate-id', 'an id stands for one thing', { id }, placeOf(index));
  });
};

const checkTask = (task: PlanTask, at: string, facts: OfficeFacts): void => {
  const units = facts.units.map(({ id }) => id);
  const domains = facts.domains.map(({ code }) => code);
  refer(units, task.leadUnitId, `${at}/leadUnitId`);
  task.coordinatingUnitIds.forEach((id, index) => {
    refer(units, id, `${at}/coordinatingUnitIds/${String(index)}`);
  });
  task.domains.forEach((code, index) => {
    refer(domains, code, `${at}/domains/${String(index)}`);
  });
  refer(task.domains, task.primaryDomain, `${at}/primaryDomain`);
  once(
    task.indicators.map(({ id }) => id),
    (index) => `${at}/indicators/${String(index)}/id`,
  );
  task.indicators.forEach((indicator, index) => {
    checkTarget(indicator, `${at}/indicators/${String(index)}/target`);
  });
};

const checkSchedule = ({ schedule }: PlanContent): void => {
  QUARTERS.forEach((quarter, index) => {
    const before = QUARTERS[index - 1];
    if (before === undefined || schedule.checks[before] < schedule.checks[quarter]) return;
    throw new DomainError(
      'impossible-date',
      'each quarter is checked after the one before it',
      { given: schedule.checks[quarter], expected: `> ${schedule.checks[before]}` },
      `/schedule/checks/${quarter}`,
    );
  });
  if (schedule.registrationDeadline >= schedule.registrationOpensOn) return;
  throw new DomainError(
    'impossible-date',
    'registration ends after it opens',
    { given: schedule.registrationDeadline, expected: `>= ${schedule.registrationOpensOn}` },
    '/schedule/registrationDeadline',
  );
};

/** Every text of a paper or a reason: no mark of secrecy, no letter that the papers can't print. */
export const checkTexts = (
  { paperCheck }: Pick<ActDependencies, 'paperCheck'>,
  texts: Iterable<PlacedText>,
): void => {
  for (const { pointer, text } of texts) {
    if (isMarkedSecret(text)) {
      throw new DomainError('secret-paper', 'secret papers are kept off this system', {}, pointer);
    }
    const missing = paperCheck.findLetterWithoutGlyph(text);
    if (missing) {
      throw new DomainError('letter-without-glyph', 'the font lacks a letter', missing, pointer);
    }
  }
};

/**
 * What can be judged of a plan before anyone approves it, against the office of that day.
 * @throws DomainError with the pointer into the content
 */
export const checkPlan = (
  deps: Pick<ActDependencies, 'paperCheck'>,
  content: PlanContent,
  facts: OfficeFacts,
): void => {
  checkTexts(deps, placedTexts(content));
  checkSchedule(content);
  refer(
    facts.people.map(({ id }) => id),
    content.signer.personId,
    '/signer/personId',
  );
  content.legalBasisIds.forEach((id, index) => {
    refer(
      facts.legalBases.map((basis) => basis.id),
      id,
      `/legalBasisIds/${String(index)}`,
    );
  });
  once(
    content.tasks.map(({ id }) => id),
    (index) => `/tasks/${String(index)}/id`,
  );
  content.tasks.forEach((task, index) => {
    checkTask(task, `/tasks/${String(index)}`, facts);
  });
};

/** A paper rests on what is in force on its day: what has ended by now can't be (domain rule). */
const checkBases = (content: PlanContent, facts: OfficeFacts): void => {
  content.legalBasisIds.forEach((id, index) => {
    if (!facts.legalBases.some((basis) => basis.id === id && basis.hasEnded)) return;
    throw new DomainError(
      'basis-ended',
      'the legal basis was no longer in force',
      { date: facts.date },
      `/legalBasisIds/${String(index)}`,
    );
  });
};

/** @throws DomainError no-power at `/signer` */
export const checkSigner = (
  { signer }: Pick<PlanContent, 'signer'>,
  facts: OfficeFacts,
  { kind, clock }: { readonly kind: PaperKind; readonly clock: CycleClock },
): void => {
  if (maySign(facts, signer, { kind, isOriginal: clock.mode === 'entered' })) return;
  throw new DomainError(
    'no-power',
    'the signer is the head, a deputy with KT., or of everyday papers the head of a unit with TL.',
    { signer: signer.personId, capacity: signer.capacity },
    '/signer',
  );
};

/**
 * That the paper can be made and signed as the office is on that day: asked when a plan is submitted, and
 * once more when it is approved, since people and units change in between.
 */
export const checkWholePaper = async (
  deps: Pick<ActDependencies, 'paperCheck' | 'stores'>,
  of: { readonly officeId: string; readonly year: number },
  content: PlanContent,
  facts: OfficeFacts,
): Promise<void> => {
  checkPlan(deps, content, facts);
  checkSigner(content, facts, { kind: 'plan', clock: { mode: 'live' } });
  checkBases(content, facts);
  if ((content.focalTaskCount ?? 0) > content.tasks.length) {
    throw new DomainError(
      'not-schema',
      'there are more focal tasks than tasks',
      { given: content.focalTaskCount, expected: `<= ${String(content.tasks.length)}` },
      '/focalTaskCount',
    );
  }
  await checkPrintable(deps, of, { kind: 'plan', content }, facts);
};
