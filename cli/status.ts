import { Command } from 'commander';
import { cycleAnswer, cyclesAnswer, officesAnswer, type CycleAnswer } from './answers.ts';
import type { SystemClient } from './call-system.ts';
import { findCycle } from './find-cycle.ts';
import { formatTable } from './table.ts';
import { JSON_OPTION, printAnswer, type OutputOptions, type Terminal } from './terminal.ts';
import { nameCycle, nameState, nameTask, nameTime, nameWhom } from './wording.ts';

const listCycles = async (system: SystemClient): Promise<CycleAnswer[]> => {
  const { offices } = await system.call(officesAnswer, { method: 'GET', path: '/offices' });
  const answers = offices.map(({ id }) =>
    system.call(cyclesAnswer, {
      method: 'GET',
      path: `/offices/${encodeURIComponent(id)}/cycles`,
    }),
  );
  return (await Promise.all(answers)).flatMap(({ cycles }) => cycles);
};

const waitsFor = ({ waiting }: CycleAnswer): string | null =>
  waiting.map((row) => `${nameWhom(row)}: ${nameTask(row.what)}`).join('; ') || null;

const describeAll = (cycles: readonly CycleAnswer[]): string =>
  cycles.length === 0
    ? 'No cycle has been started yet.'
    : formatTable(
        ['CYCLE', 'ORIGIN', 'PLAN', 'LATE', 'WAITS FOR'],
        cycles.map((cycle) => [
          nameCycle(cycle),
          cycle.origin,
          cycle.closedAt === null ? nameState(cycle) : 'year closed',
          cycle.schedule
            .filter(({ state }) => state === 'late')
            .map(({ step }) => step)
            .join(', ') || null,
          waitsFor(cycle),
        ]),
      );

const describePlan = (cycle: CycleAnswer): string => {
  const { plan } = cycle;
  const version = plan?.version ? `, version ${String(plan.version)}` : '';
  const issued = plan?.issuedOn ? ` on ${nameTime(plan.issuedOn) ?? ''}` : '';
  return `${nameState(cycle)}${issued}${version}`;
};

const describeOne = (cycle: CycleAnswer): string =>
  [
    `${nameCycle(cycle)}  ${cycle.office.name}`,
    `started ${nameTime(cycle.startedAt) ?? ''} by ${cycle.startedBy?.name ?? '-'} (${cycle.origin})`,
    `plan: ${describePlan(cycle)}`,
    ...(cycle.closedAt === null ? [] : [`closed ${nameTime(cycle.closedAt) ?? ''}`]),
    '',
    formatTable(
      ['STEP', 'DUE', 'STATE'],
      cycle.schedule.map(({ step, dueOn, state }) => [step, nameTime(dueOn), state]),
    ),
    '',
    cycle.waiting.length === 0
      ? 'Nobody is waited for.'
      : formatTable(
          ['WAITS FOR', 'TO', 'SINCE', 'UNTIL'],
          cycle.waiting.map((row) => [
            nameWhom(row),
            nameTask(row.what),
            nameTime(row.since),
            `${nameTime(row.until) ?? '-'}${row.isLate ? ' (late)' : ''}`,
          ]),
        ),
  ].join('\n');

export const statusCommand = (terminal: Terminal): Command =>
  new Command('status')
    .description('where a cycle stands: done, due, late, and who is waited for')
    .argument('[cycle]', 'OFFICE/YEAR, or YEAR where there is one office; none: all cycles')
    .option(...JSON_OPTION)
    .action(async (typed: string | undefined, options: OutputOptions) => {
      if (typed === undefined) {
        const cycles = await listCycles(terminal.system());
        printAnswer(terminal, options, { cycles }, () => describeAll(cycles));
        return;
      }
      const path = await findCycle(terminal, typed);
      const cycle = await terminal.system().call(cycleAnswer, { method: 'GET', path });
      printAnswer(terminal, options, cycle, () => describeOne(cycle));
    });
