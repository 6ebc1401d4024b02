import { Command } from 'commander';
import { deliveriesAnswer } from './answers.ts';
import { findCycle } from './find-cycle.ts';
import { formatTable } from './table.ts';
import { JSON_OPTION, printAnswer, type OutputOptions, type Terminal } from './terminal.ts';
import { nameTime } from './wording.ts';

export const deliveriesCommand = (terminal: Terminal): Command =>
  new Command('deliveries')
    .description('who got which paper: how, in what state, after how many tries')
    .argument('<cycle>', 'OFFICE/YEAR, or YEAR where there is one office')
    .option(...JSON_OPTION)
    .action(async (typed: string, options: OutputOptions) => {
      const path = `${await findCycle(terminal, typed)}/deliveries`;
      const answer = await terminal.system().call(deliveriesAnswer, { method: 'GET', path });
      printAnswer(terminal, options, answer, () =>
        answer.deliveries.length === 0
          ? 'Nothing has been issued to anybody yet.'
          : formatTable(
              ['PAPER', 'RECIPIENT', 'PERSON', 'HOW', 'STATUS', 'TRIES', 'CONFIRMED', 'LAST FAULT'],
              answer.deliveries.map((row) => [
                row.paper.numberDisplay ?? row.paper.id,
                row.recipient.name,
                row.person?.name ?? null,
                row.how,
                row.status,
                String(row.tries),
                nameTime(row.confirmedAt),
                row.lastFault,
              ]),
            ),
      );
    });
