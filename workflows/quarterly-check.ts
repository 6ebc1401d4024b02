import { condition, continueAsNew, setCurrentDetails, setHandler } from '@temporalio/workflow';
import { evolveQuarterlyCheck } from '../domain/check/quarterly-check-evolve.ts';
import {
  applyQuarterlyCheck,
  decideQuarterlyCheck,
  isCheckOver,
  marksPassedBy,
  nextMarkAt,
  type QuarterlyCheckCommand,
  type QuarterlyCheckState,
} from '../domain/check/quarterly-check.ts';
import { epochMsOf, localDateOf } from '../domain/local-date.ts';
import { readUnitsToReport } from './activity-proxies.ts';
import {
  actOnCheck,
  checkState,
  clockWentLive,
  cycleCancelled,
  draftMoved,
  type QuarterlyCheckInput,
} from './contract.ts';
import { reportEnd, reportToCycle } from './strand-starter.ts';
import { now, openStrand } from './strand.ts';

/**
 * The check of a quarter: units report figures, which are confirmed or returned; visits are recorded, and
 * what they find becomes work; the check is held, and ends when its report is issued or none is needed.
 */
export async function quarterlyCheck(input: QuarterlyCheckInput): Promise<void> {
  const check = openCheck(input);
  check.answer(actOnCheck);
  setHandler(checkState, check.state);
  setHandler(draftMoved, ({ news, at }) => {
    if (isNewsOfReport(check.state(), news)) {
      check.recordReport({ type: 'CheckReportMoved', news }, at);
    }
  });
  setHandler(cycleCancelled, () => {
    if (!isCheckOver(check.state())) check.record({ type: 'CheckCancelled' }, now());
  });
  setHandler(clockWentLive, () => {
    check.record({ type: 'ClockWentLive' }, now());
  });
  if (input.carried === null) {
    check.record({ type: 'CheckOpened', by: input.openedBy }, input.openedAt);
  }

  for (;;) {
    check.passTime();
    await check.project();
    const { phase, units, overdue } = check.state();
    setCurrentDetails(
      `check of ${input.strand.id}: ${phase}${overdue === 'no' ? '' : ', overdue'}`,
    );
    await openRemedies(check, input);
    if (check.hasUnprojected()) continue;
    if (isCheckOver(check.state())) break;
    if (units === null) {
      await askUnits(check, input);
      continue;
    }
    if (check.shouldContinueAsNew()) {
      await continueAsNew<typeof quarterlyCheck>({ ...input, carried: await check.carry() });
    }
    await untilSomethingHappens(check);
  }
  const how = check.state().phase === 'done' ? 'done' : 'cancelled';
  await reportEnd(input, { how, at: check.moment(), ownerId: null });
}

const openCheck = (input: QuarterlyCheckInput) =>
  openStrand<'check', QuarterlyCheckState, QuarterlyCheckCommand>(
    { ...input, kind: 'check', fresh: openedCheck(input) },
    {
      decide: decideQuarterlyCheck,
      apply: applyQuarterlyCheck,
      evolve: evolveQuarterlyCheck,
      passedBy: marksPassedBy,
    },
  );
type Check = ReturnType<typeof openCheck>;

const openedCheck = ({
  year,
  strand,
  clock,
  openedAt,
}: QuarterlyCheckInput): QuarterlyCheckState => ({
  year,
  quarter: strand.id,
  plannedOn: strand.plannedOn,
  dataPeriod: strand.dataPeriod,
  planVersion: strand.planVersion,
  clock,
  phase: 'reporting',
  openedAt,
  units: null,
  visits: [],
  remediesOpened: 0,
  held: null,
  report: null,
  overdue: 'no',
  last: null,
});

const isNewsOfReport = (
  { report, phase }: QuarterlyCheckState,
  news: NonNullable<QuarterlyCheckState['report']>,
): boolean => {
  if (phase === 'done' || phase === 'cancelled') return false;
  const { draftId, phase: reported, version } = report ?? {};
  return draftId !== news.draftId || reported !== news.phase || version !== news.version;
};

const askUnits = async (check: Check, input: QuarterlyCheckInput): Promise<void> => {
  const { officeId, year, strand } = input;
  const unitIds = await readUnitsToReport({
    officeId,
    year,
    planVersion: strand.planVersion,
    on: localDateOf(check.moment()),
  });
  check.record({ type: 'UnitsAwaited', unitIds }, check.moment());
};

// What a visit found becomes work of the unit: the cycle opens it, and knows it where it was told before.
const openRemedies = async (
  check: Check,
  { officeId, year }: QuarterlyCheckInput,
): Promise<void> => {
  const { visits, remediesOpened } = check.state();
  const unopened = visits.slice(remediesOpened);
  if (unopened.length === 0) return;
  for (const { remedies, by, at } of unopened) {
    for (const strand of remedies) {
      await reportToCycle(officeId, year, { type: 'StrandOpened', strand, by }, at);
    }
  }
  check.record({ type: 'RemediesOpened', visits: visits.length }, check.moment());
};

const untilSomethingHappens = async (check: Check): Promise<void> => {
  const next = nextMarkAt(check.state());
  if (next === null) {
    await condition(check.hasUnprojected);
  } else {
    await condition(check.hasUnprojected, Math.max(epochMsOf(next) - Date.now(), 1_000));
  }
};
