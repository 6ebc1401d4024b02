import * as z from 'zod';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import { checkCriteria } from '../../domain/scores.ts';
import { scoreTableOf } from '../../domain/summary/score-table.ts';
import { defineAct, type ActDependencies, type CheckedCall } from '../act.ts';
import { checkTexts, refer } from '../check-plan.ts';
import { placedTexts } from '../year-file/texts-of-year-file.ts';
import { keepPart, readSummary } from './on-summary.ts';
import { readSummaryContents } from './summary-contents.ts';
import { appraisedScoresSchema, criteriaSchema, selfScoresSchema } from './summary-schemas.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

// Steering the work is a heading of scores beside the domains of reform.
const STEERING = 'D0';

/** The office's criteria table of the year, in versions; scores by an earlier one are void. */
export const saveCriteria = defineAct({
  name: 'save-criteria',
  schema: z.strictObject({ criteria: criteriaSchema }),
  power: 'sumUpYear',
  async perform(deps, call) {
    const { criteria } = call.data;
    const { domains } = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
    const known = [STEERING, ...domains.map(({ code }) => code)];
    if (criteria.length === 0) {
      throw new DomainError('missing-field', 'a table has criteria', {}, '/criteria');
    }
    checkCriteria(criteria, '/criteria');
    criteria.forEach(({ domain }, index) => {
      refer(known, domain, `/criteria/${String(index)}/domain`);
    });
    checkTexts(deps, placedTexts(call.data));
    return keepPart(deps, call, 'criteria', criteria);
  },
});

// The rules say criterionCode where the acts say code; nobody who reads the refusal knows the former.
const asGiven = (error: unknown): unknown =>
  error instanceof DomainError && error.place?.endsWith('/criterionCode')
    ? new DomainError(
        error.code,
        error.message,
        error.details,
        error.place.replace(/criterionCode$/, 'code'),
      )
    : error;

const judge = (check: () => unknown): void => {
  try {
    check();
  } catch (error) {
    throw asGiven(error);
  }
};

const readTable = async (deps: ActDependencies, call: Call) =>
  readSummaryContents(deps, call.officeId, await readSummary(deps, call));

/** How the office scores itself, by its table. An appraisal of earlier scores is void. */
export const scoreSelf = defineAct({
  name: 'score-self',
  schema: z.strictObject({ scores: selfScoresSchema }),
  power: 'sumUpYear',
  async perform(deps, call) {
    const { scores } = call.data;
    const { criteria } = await readTable(deps, call);
    if (criteria.length > 0) judge(() => scoreTableOf(criteria, scores, [], '/scores'));
    return keepPart(deps, call, 'self', scores);
  },
});

/** How the body above scores it; a difference needs its reason. */
export const scoreAppraised = defineAct({
  name: 'score-appraised',
  schema: z.strictObject({ scores: appraisedScoresSchema }),
  power: 'sumUpYear',
  async perform(deps, call) {
    const { scores } = call.data;
    const { criteria, self } = await readTable(deps, call);
    checkTexts(deps, placedTexts(call.data));
    if (self.length > 0) {
      scores.forEach(({ code }, index) => {
        refer(
          criteria.map((criterion) => criterion.code),
          code,
          `/scores/${String(index)}/code`,
        );
      });
      // In the order of what is given, so that a refusal names its place.
      const ordered = scores.flatMap(({ code }) => self.filter((one) => one.code === code));
      const rest = self.filter((one) => !ordered.includes(one));
      judge(() => scoreTableOf(criteria, [...ordered, ...rest], scores, '/scores'));
    }
    return keepPart(deps, call, 'appraised', scores);
  },
});
