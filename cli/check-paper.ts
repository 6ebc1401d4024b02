import { Command, Option } from 'commander';
import type { Conformity } from '../domain/conformity.ts';
import {
  describeConformity,
  describeFormFinding,
  nameFormRule,
  nameLegalSource,
} from '../locale/form-words.ts';
import { isLanguage, type Language } from '../locale/words.ts';
import { BrokenFormError } from './failures.ts';
import { readInputFile } from './read-input-file.ts';
import { JSON_OPTION, printAnswer, type OutputOptions, type Terminal } from './terminal.ts';

interface CheckOptions extends OutputOptions {
  readonly language: string;
}

const describe = (language: Language, checked: Conformity): string =>
  [
    ...checked.results
      .filter(({ verdict }) => verdict === 'fail')
      .flatMap(({ rule, source, findings }) => [
        `${rule}: ${nameFormRule(language, rule)} (${nameLegalSource(language, source)})`,
        ...findings.map((finding) => `  ${describeFormFinding(language, finding)}`),
      ]),
    describeConformity(language, checked),
  ].join('\n');

export const checkPaperCommand = (terminal: Terminal): Command =>
  new Command('check-paper')
    .description('judge the form of a finished DOCX or PDF by Decree 30/2020; needs no system')
    .argument('<file>', 'the paper')
    .addOption(
      new Option('--language <language>', 'of the findings').choices(['en', 'vi']).default('en'),
    )
    .option(...JSON_OPTION)
    .addHelpText('after', '\nExit codes: 0 it conforms, 1 it does not, 2 it cannot be read.')
    .action(async (path: string, options: CheckOptions) => {
      const checked = await terminal.judge(readInputFile(path));
      const language = isLanguage(options.language) ? options.language : 'en';
      printAnswer(terminal, options, checked, () => describe(language, checked));
      if (!checked.conforms) throw new BrokenFormError();
    });
