import { cycleId, planApprovalId, planPaperId } from '../../workflows/contract.ts';
import { localDateOf } from '../../domain/local-date.ts';
import {
  assumedApproval,
  assumedSubmission,
  decideSteps,
  decisionsOnPlan,
  reasonOf,
} from './decision-steps.ts';
import { issueSteps } from './issue-steps.ts';
import { NO_STEPS, onceStrand, type PlannedRoom, type ReplayStep } from './replay-step.ts';
import type { YearToEnter } from './year-to-enter.ts';

/** The plan before the leader, as often as it was returned, and its paper on its way out. */
export const planRoom = (year: YearToEnter): PlannedRoom => {
  const { officeId } = year;
  const paper = year.paperOf('plan');
  const said = decisionsOnPlan(year);
  const isApproved = said.some(({ decision }) => decision === 'APPROVED');
  const silent = paper && !isApproved ? assumedApproval(year, paper, said.at(-1)?.at) : null;
  const decisions = silent ? [...said, silent.decision] : said;
  const last = decisions.at(-1);
  if (!last) return NO_STEPS;

  const rounds = decisions.map((one, index) => {
    const { at } = one;
    const version = index + 1;
    const submit: ReplayStep = {
      id: `plan-submit-${String(version)}`,
      at,
      personId: year.coordinatorOn(localDateOf(at)),
      act: 'submit-plan',
      // What comes again unchanged becomes a version of its own.
      data: { version: Math.max(1, index) },
      place: '/plan',
      ready: onceStrand(cycleId(officeId, year.year), 'reformCycle', ({ plan }) =>
        plan.phase === 'drafting' ? {} : null,
      ),
    };
    const isApproval = one.decision === 'APPROVED';
    const decided = decideSteps(year, one, {
      id: `plan-decide-${String(version)}`,
      act: isApproval ? 'approve-plan' : 'return-plan',
      data: { version, ...(!isApproval && { reason: reasonOf(one) }) },
      ready: onceStrand(
        planApprovalId(officeId, year.year, version),
        'approval',
        ({ boundHash }) => ({ boundHash }),
      ),
    });
    return {
      steps: [submit, ...decided.steps],
      assumed: [assumedSubmission('/plan', submit.personId, at), ...decided.assumed],
    };
  });
  const issued =
    paper && last.decision === 'APPROVED'
      ? issueSteps(year, {
          paper,
          kind: 'plan',
          paperId: planPaperId(year.year, decisions.length),
          from: last.at,
        })
      : NO_STEPS;
  return {
    steps: [...rounds.flatMap(({ steps }) => steps), ...issued.steps],
    assumed: [
      ...rounds.flatMap(({ assumed }) => assumed),
      ...(silent?.assumed ?? []),
      ...issued.assumed,
    ],
    papers: issued.papers,
  };
};
