import * as z from 'zod';
import { remedyIdOf, visitContentId, type VisitContent } from '../../domain/check/check-content.ts';
import { remedyDueOn } from '../../domain/check-day.ts';
import type { AssignmentStrand } from '../../domain/year-strand.ts';
import { defineAct, type ActDependencies, type CheckedCall } from '../act.ts';
import { checkTexts, refer } from '../check-plan.ts';
import { checkScan, keepScan } from '../keep-scan.ts';
import { commanded, yearOf } from '../on-strand.ts';
import { nfc, optionalNfc } from '../plan-content-schema.ts';
import { saveContent } from '../save-content.ts';
import { keepWork, type WantedWork } from '../work/give-work.ts';
import { day, key, quarter, refused } from '../year-file/fields.ts';
import { placedTexts } from '../year-file/texts-of-year-file.ts';
import { judge, pressOnCheck, readCheck } from './on-check.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

// The id of a remedy holds year, quarter and number too, and is a key itself.
const MAX_VISIT_ID = 24;

const visitSchema = z.strictObject({
  visitId: key.refine(
    (id) => id.length <= MAX_VISIT_ID,
    refused('bad-key', `[A-Za-z0-9._-]{1,${String(MAX_VISIT_ID)}}`),
  ),
  unitId: key,
  on: day,
  themes: z.array(nfc).min(1),
  team: z.array(key).min(1),
  strengths: optionalNfc,
  weaknesses: optionalNfc,
  findings: z.array(z.strictObject({ text: nfc, remedy: optionalNfc })).max(99),
});

const visitOf = async (
  deps: ActDependencies,
  call: CheckedCall<{ quarter: VisitContent['quarter']; visit: z.output<typeof visitSchema> }>,
): Promise<VisitContent> => {
  const { visit } = call.data;
  const facts = await deps.stores.factsOn(call.officeId, visit.on);
  refer(
    facts.units.map(({ id }) => id),
    visit.unitId,
    '/visit/unitId',
  );
  visit.team.forEach((id, index) => {
    refer(
      facts.people.map((person) => person.id),
      id,
      `/visit/team/${String(index)}`,
    );
  });
  const calendar = await deps.stores.calendars.calendarOf(call.officeId);
  const hasRemedies = visit.findings.some(({ remedy }) => remedy !== null);
  return {
    ...visit,
    year: yearOf(call),
    quarter: call.data.quarter,
    remedyDueOn: hasRemedies ? remedyDueOn(calendar, visit.on) : null,
  };
};

const wantedWorks = (visit: VisitContent): readonly WantedWork[] =>
  visit.findings.flatMap(({ remedy }, index) =>
    remedy === null || visit.remedyDueOn === null
      ? []
      : [
          {
            assignmentId: remedyIdOf(visit.year, visit.quarter, visit.visitId, index + 1),
            unitId: visit.unitId,
            dueOn: visit.remedyDueOn,
            content: { task: remedy },
            source: { kind: 'check', ownerId: null },
          },
        ],
  );

// An act keeps one content of each kind: each of several works is kept as an act of its own.
const keepWorks = async (
  deps: ActDependencies,
  call: Call,
  works: readonly WantedWork[],
): Promise<readonly AssignmentStrand[]> =>
  Promise.all(
    works.map((work, index) =>
      keepWork(deps, { ...call, actId: `${call.actId}-${String(index + 1)}` }, work),
    ),
  );

/**
 * A visit to a unit, on one theme or several, with the scan of the minutes that both sides signed. What
 * the unit is to mend becomes work of 15 days.
 */
export const recordVisit = defineAct({
  name: 'record-visit',
  schema: z.strictObject({
    quarter,
    visit: visitSchema,
    bytes: z.instanceof(Uint8Array).nullable().default(null),
  }),
  power: 'runCheck',
  async perform(deps, call) {
    const { bytes } = call.data;
    const { state } = await readCheck(deps, call, call.data.quarter);
    checkTexts(deps, placedTexts(call.data.visit));
    const visit = await visitOf(deps, call);
    if (bytes !== null) checkScan(deps, bytes, '/bytes');
    const { visitId, unitId, on } = visit;
    const commandFor = (
      contentVersion: number,
      scanSha256: string | null,
      remedies: readonly AssignmentStrand[],
    ) => ({
      ...commanded(call),
      type: 'recordVisit' as const,
      visit: { visitId, unitId, on, contentVersion, scanSha256, remedies },
    });
    judge(call, state, commandFor(1, null, []));

    const id = visitContentId(visit.year, visit.quarter, visitId);
    const last = await deps.stores.versions.latest(call.officeId, 'check-visit', id);
    const basedOn = last?.version ?? null;
    const saved = await saveContent(deps, call, 'check-visit', id, basedOn, visit);
    const scan = bytes === null ? null : await keepScan(deps, call, `visit-${id}`, bytes);
    const remedies = await keepWorks(deps, call, wantedWorks(visit));
    const command = commandFor(saved.version, scan, remedies);
    const done = await pressOnCheck(deps, call, visit.quarter, command);
    return { ...done, result: { remedies: remedies.length, remedyDueOn: visit.remedyDueOn } };
  },
});
