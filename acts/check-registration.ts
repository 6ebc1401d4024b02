import { DomainError } from '../domain/errors.ts';
import { headOfUnit, type OfficeFacts } from '../domain/office.ts';
import type { PlanContent } from '../domain/plan.ts';
import type { RegisteredTask, RegistrationContent } from '../domain/registration.ts';
import { checkTarget } from '../domain/target.ts';
import type { ActDependencies } from './act.ts';
import { checkTexts, once, refer } from './check-plan.ts';
import { placedTexts } from './year-file/texts-of-year-file.ts';

const checkTask = (
  task: RegisteredTask,
  at: string,
  plan: PlanContent,
  facts: OfficeFacts,
): void => {
  refer(
    facts.domains.map(({ code }) => code),
    task.domain,
    `${at}/domain`,
  );
  if (task.planTaskId !== null) {
    refer(
      plan.tasks.map(({ id }) => id),
      task.planTaskId,
      `${at}/planTaskId`,
    );
  }
  once(
    task.indicators.map(({ id }) => id),
    (index) => `${at}/indicators/${String(index)}/id`,
  );
  task.indicators.forEach((indicator, index) => {
    checkTarget(indicator, `${at}/indicators/${String(index)}/target`);
  });
};

/**
 * What can be judged of a registration while it is written, against the plan that it answers and the
 * office of that day.
 * @throws DomainError with the pointer into the content
 */
export const checkRegistration = (
  deps: Pick<ActDependencies, 'paperCheck'>,
  content: RegistrationContent,
  plan: PlanContent,
  facts: OfficeFacts,
): void => {
  checkTexts(deps, placedTexts(content));
  once(
    content.tasks.map(({ id }) => id),
    (index) => `/tasks/${String(index)}/id`,
  );
  const planTasks = content.tasks.map(({ planTaskId, id }) => planTaskId ?? `own ${id}`);
  once(planTasks, (index) => `/tasks/${String(index)}/planTaskId`);
  content.tasks.forEach((task, index) => {
    checkTask(task, `/tasks/${String(index)}`, plan, facts);
  });
};

/** That the unit's papers can be made and signed: asked when it submits, and when it is accepted. */
export const checkWholeRegistration = async (
  deps: Pick<ActDependencies, 'paperCheck'>,
  content: RegistrationContent,
  plan: PlanContent,
  facts: OfficeFacts,
): Promise<void> => {
  checkRegistration(deps, content, plan, facts);
  if (content.tasks.length === 0) {
    throw new DomainError(
      'missing-field',
      'a registration has at least one task; else the unit declines',
      {},
      '/tasks',
    );
  }
  const head = headOfUnit(facts, content.unitId);
  if (head?.id !== content.headId) {
    throw new DomainError(
      'unknown-reference',
      'the head of the unit signs for it',
      { given: content.headId, expected: head?.id ?? null },
      '/headId',
    );
  }
  await deps.paperCheck.render({ kind: 'registration-form', content, sharedTasks: [] }, facts);
  await deps.paperCheck.render({ kind: 'commitment', content, sharedTasks: [] }, facts);
};
