import { Command } from 'commander';
import { documentsAnswer } from './answers.ts';
import { findCycle } from './find-cycle.ts';
import { formatTable } from './table.ts';
import { JSON_OPTION, printAnswer, type OutputOptions, type Terminal } from './terminal.ts';
import { nameTime } from './wording.ts';

export const documentsCommand = (terminal: Terminal): Command =>
  new Command('documents')
    .description('the papers of a cycle: number, date of issue, signer, state, files')
    .argument('<cycle>', 'OFFICE/YEAR, or YEAR where there is one office')
    .option(...JSON_OPTION)
    .action(async (typed: string, options: OutputOptions) => {
      const path = `${await findCycle(terminal, typed)}/documents`;
      const answer = await terminal.system().call(documentsAnswer, { method: 'GET', path });
      printAnswer(terminal, options, answer, () =>
        answer.documents.length === 0
          ? 'The cycle has no papers yet.'
          : formatTable(
              ['PAPER', 'TITLE', 'NUMBER', 'ISSUED', 'SIGNER', 'STATE', 'FILES'],
              answer.documents.map((paper) => [
                paper.id,
                paper.title,
                paper.numberDisplay,
                nameTime(paper.issuedOn),
                paper.signer?.name ?? null,
                paper.phase,
                Object.keys(paper.files).join(', ') || null,
              ]),
            ),
      );
    });
