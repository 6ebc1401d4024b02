import { daysBetween, localDateOf, type LocalDate } from '../../domain/local-date.ts';
import { type Quarter, QUARTERS } from '../../domain/plan.ts';
import {
  type PaperType,
  paperTypeOf,
  quarterInSubject,
  speaksOf,
  type SubjectWord,
} from '../../locale/year-file.ts';
import { isOfRegistrations, type PaperRole } from './paper-uses.ts';
import type { YearFile } from './year-file.ts';

export type Paper = NonNullable<YearFile['documents']>[number];

/** What a paper is taken to be, and from what that follows. */
export interface Derived {
  readonly role: PaperRole;
  readonly quarter: Quarter | null;
  readonly because: string;
}

const derived = (role: PaperRole, because: string, quarter: Quarter | null = null): Derived => ({
  role,
  quarter,
  because,
});

const OTHER = derived('other', 'nothing refers to it, and type and subject do not tell');

const BY_TYPE: Partial<Record<PaperType, PaperRole>> = {
  invitation: 'invitation',
  summons: 'summons',
  programme: 'programme',
  pledge: 'pledge',
  'transfer-slip': 'transfer-slip',
  submission: 'submission',
};

// In this order: a notice that recalls the summons to a conference is a recall.
const BY_SUBJECT: readonly (readonly [SubjectWord, PaperRole, readonly (PaperType | null)[]])[] = [
  ['correction', 'correction', ['letter', 'notice']],
  ['recall', 'recall', ['letter', 'notice', null]],
  ['summons', 'summons', ['letter', 'notice']],
  ['amendment', 'plan-amendment', ['plan']],
];

const deriveFromSubject = ({ subject }: Paper, type: PaperType | null): Derived | null => {
  const found = BY_SUBJECT.find(
    ([word, , types]) => types.includes(type) && speaksOf(subject, word),
  );
  return found ? derived(found[1], `its type and the word of ${found[0]} in its subject`) : null;
};

// Own officers are summoned by a notice, which need not say so.
const deriveSummons = ({ conference }: YearFile, { subject, issuedOn }: Paper): Derived | null =>
  conference && issuedOn < conference.date && speaksOf(subject, 'conference')
    ? derived('summons', 'a notice about the conference, issued before it')
    : null;

const deriveReport = (file: YearFile, { subject }: Paper): Derived | null => {
  const number = quarterInSubject(subject);
  const quarter = number === null ? undefined : QUARTERS[number - 1];
  if (quarter !== undefined) {
    return file.quarterChecks?.some((check) => check.quarter === quarter)
      ? null
      : derived('quarter-report', 'its subject, and no check of that quarter names it', quarter);
  }
  const isOfYear = speaksOf(subject, 'yearEnd') && subject.includes(String(file.cycleYear));
  return isOfYear && !file.yearSummary
    ? derived('year-report', 'its subject, and the file has no summary')
    : null;
};

/** What one paper is by itself; the others are told apart among each other. */
const deriveAlone = (file: YearFile, paper: Paper): Derived | null => {
  const type = paperTypeOf(paper.type);
  const byType = type === null ? undefined : BY_TYPE[type];
  if (byType) return derived(byType, 'its type');
  const bySubject = deriveFromSubject(paper, type);
  if (bySubject) return bySubject;
  if (type === 'notice') return deriveSummons(file, paper);
  return type === 'report' ? deriveReport(file, paper) : null;
};

// The notice after the sitting gives out its work; one about a quarter ends a check.
const isConclusion = ({ conference }: YearFile, { type, subject, issuedOn }: Paper): boolean =>
  conference !== undefined &&
  paperTypeOf(type) === 'notice' &&
  issuedOn >= conference.date &&
  quarterInSubject(subject) === null &&
  (speaksOf(subject, 'conclusion') || speaksOf(subject, 'conference'));

const isAboutRegistration = ({ type, subject }: Paper): boolean =>
  ['notice', 'letter'].includes(paperTypeOf(type) ?? '') && speaksOf(subject, 'registration');

const comesAsResult = ({ plan }: YearFile, { issuedOn, subject }: Paper): boolean =>
  issuedOn > plan.registrationDeadline ||
  (issuedOn > plan.registrationOpensOn && speaksOf(subject, 'result'));

const approvedOn = ({ approvals = [], plan, registrations = [] }: YearFile): LocalDate => {
  const last = approvals.findLast((one) => isOfRegistrations(one, registrations));
  return last ? localDateOf(last.at) : plan.registrationDeadline;
};

const distance = ({ issuedOn }: Paper, day: LocalDate): number =>
  Math.abs(daysBetween(issuedOn, day));

/** Of several papers that could be one thing it is the one nearest to the day; the others are not. */
const deriveNearest = (
  role: 'registration-opening' | 'registration-result' | 'conclusion',
  papers: readonly Paper[],
  day: LocalDate,
): (readonly [string, Derived])[] => {
  const [nearest, ...rest] = papers.toSorted(
    (left, right) => distance(left, day) - distance(right, day),
  );
  if (!nearest) return [];
  const only = 'its subject speaks of it, and its date fits';
  const first = `of ${String(papers.length)} papers that could be it, issued nearest to ${day}`;
  const not = `${nearest.id} is taken to be the ${role}`;
  return [
    [nearest.id, derived(role, rest.length === 0 ? only : first)],
    ...rest.map(({ id }) => [id, derived('other', not)] as const),
  ];
};

/** What the papers are that nothing refers to, by id: from type, dates and subject. */
export const derivePaperRoles = (
  file: YearFile,
  papers: readonly Paper[],
  hasResult: boolean,
): ReadonlyMap<string, Derived> => {
  const alone = papers.map((paper) => [paper.id, deriveAlone(file, paper)] as const);
  const known = new Map(alone.flatMap(([id, role]) => (role ? [[id, role] as const] : [])));
  const left = papers.filter(({ id }) => !known.has(id));
  const conclusions = left.filter((paper) => isConclusion(file, paper));
  const open = left.filter((paper) => !isConclusion(file, paper) && isAboutRegistration(paper));
  const results = open.filter((paper) => comesAsResult(file, paper));
  const openings = open.filter((paper) => !comesAsResult(file, paper));
  return new Map([
    ...papers.map(({ id }) => [id, OTHER] as const),
    ...known,
    ...deriveNearest('registration-opening', openings, file.plan.registrationOpensOn),
    ...deriveNearest('conclusion', conclusions, file.conference?.date ?? ''),
    ...(hasResult ? [] : deriveNearest('registration-result', results, approvedOn(file))),
  ]);
};
