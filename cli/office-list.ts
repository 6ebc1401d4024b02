import { Command } from 'commander';
import { officesAnswer } from './answers.ts';
import { formatTable } from './table.ts';
import { JSON_OPTION, printAnswer, type OutputOptions, type Terminal } from './terminal.ts';

export const officeListCommand = (terminal: Terminal): Command =>
  new Command('list')
    .description('the offices and their cycles')
    .option(...JSON_OPTION)
    .action(async (options: OutputOptions) => {
      const answer = await terminal
        .system()
        .call(officesAnswer, { method: 'GET', path: '/offices' });
      printAnswer(terminal, options, answer, () =>
        answer.offices.length === 0
          ? 'There is no office yet.'
          : formatTable(
              ['OFFICE', 'NAME', 'SYMBOL', 'CYCLES'],
              answer.offices.map(({ id, name, symbol, cycles }) => [
                id,
                name,
                symbol,
                cycles.join(', ') || null,
              ]),
            ),
      );
    });
