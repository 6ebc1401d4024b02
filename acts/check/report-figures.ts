import * as z from 'zod';
import { figuresContentId } from '../../domain/check/check-content.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDateOf } from '../../domain/local-date.ts';
import { headOfUnit } from '../../domain/office.ts';
import { defineAct, type ActDependencies, type CheckedCall } from '../act.ts';
import { checkTexts, refer } from '../check-plan.ts';
import { keptDueDay } from '../due-day.ts';
import { commanded, readCycle, yearOf } from '../on-strand.ts';
import { saveContent } from '../save-content.ts';
import { saveReason } from '../save-reason.ts';
import { key, quarter, text, wholeNumber } from '../year-file/fields.ts';
import { placedTexts } from '../year-file/texts-of-year-file.ts';
import { figuresContentOf, figuresSchema } from './figures-content.ts';
import { judge, pressOnCheck, readCheck } from './on-check.ts';
import { readTasksAndUnits } from './plan-in-force.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

// The unit's own head reports, or whoever helps the coordinator enters it. Answers whether it is the
// coordinator's, who then can't judge it.
const checkReporter = async (
  deps: ActDependencies,
  call: Call,
  unitId: string,
): Promise<boolean> => {
  const facts = await deps.stores.factsOn(call.officeId, localDateOf(call.at));
  refer(
    facts.units.map(({ id }) => id),
    unitId,
    '/unitId',
  );
  const { personId } = call.authority;
  const roles = facts.people.find(({ id }) => id === personId)?.roles ?? [];
  const isCoordinators = roles.includes('cycleCoordinator');
  const isHead = headOfUnit(facts, unitId)?.id === personId;
  if (isHead || isCoordinators || roles.includes('clerk')) return isCoordinators;
  throw new DomainError('no-power', 'a unit reports by its head', { unitId }, '/unitId');
};

/**
 * A unit's figures to one check, with what proves them. Each report is a version that stays. Where the
 * planned day is a day off, the next working day is still in time.
 */
export const reportFigures = defineAct({
  name: 'report-figures',
  schema: z.strictObject({ quarter, unitId: key, figures: figuresSchema }),
  power: 'reportFigures',
  async perform(deps, call) {
    const { unitId, figures } = call.data;
    const year = yearOf(call);
    const { state } = await readCheck(deps, call, call.data.quarter);
    const isCoordinators = await checkReporter(deps, call, unitId);
    checkTexts(deps, placedTexts(call.data));
    const tasks = await readTasksAndUnits(
      deps,
      { officeId: call.officeId, year },
      await readCycle(deps, call),
      {
        planVersion: state.planVersion,
        on: localDateOf(call.at),
      },
    );
    const about = { year, quarter: call.data.quarter, unitId };
    const content = figuresContentOf(about, figures, tasks, state.dataPeriod.to);

    const id = figuresContentId(year, call.data.quarter, unitId);
    const last = await deps.stores.versions.latest(call.officeId, 'check-figures', id);
    const dueOn = await keptDueDay(deps, call, state.plannedOn);
    const commandFor = (version: number) => ({
      ...commanded(call),
      type: 'reportFigures' as const,
      unitId,
      version,
      isCoordinators,
      dueOn,
    });
    judge(call, state, commandFor((last?.version ?? 0) + 1));
    const basedOn = last?.version ?? null;
    const saved = await saveContent(deps, call, 'check-figures', id, basedOn, content);
    const done = await pressOnCheck(deps, call, call.data.quarter, commandFor(saved.version));
    return { ...done, result: { version: saved.version } };
  },
});

const read = { quarter, unitId: key, version: wholeNumber(1) };

/** The checker confirms the version that they read. */
export const confirmFigures = defineAct({
  name: 'confirm-figures',
  schema: z.strictObject(read),
  power: 'confirmFigures',
  async perform(deps, call) {
    const { unitId, version } = call.data;
    const command = { ...commanded(call), type: 'confirmFigures' as const, unitId, version };
    judge(call, (await readCheck(deps, call, call.data.quarter)).state, command);
    return pressOnCheck(deps, call, call.data.quarter, command);
  },
});

/** Back to the unit, for the reason given. */
export const returnFigures = defineAct({
  name: 'return-figures',
  schema: z.strictObject({ ...read, reason: text }),
  power: 'confirmFigures',
  async perform(deps, call) {
    const { unitId, version, reason } = call.data;
    const command = {
      ...commanded(call),
      type: 'returnFigures' as const,
      unitId,
      version,
      reasonId: call.actId,
    };
    judge(call, (await readCheck(deps, call, call.data.quarter)).state, command);
    await saveReason(deps, call, reason);
    return pressOnCheck(deps, call, call.data.quarter, command);
  },
});
