import { Command } from 'commander';
import type { ActOutline } from './act-outline.ts';
import { UsageError } from './failures.ts';
import { formatTable } from './table.ts';
import { JSON_OPTION, printAnswer, type OutputOptions, type Terminal } from './terminal.ts';

/**
 * Acts and their schemas take a third of a second to load, which no other command should wait for.
 * @throws UsageError where there is no act of that name, with those that may be meant
 */
export const findAct = async (name: string): Promise<ActOutline> => {
  const { listActs, nearNames } = await import('./act-outline.ts');
  const acts = listActs();
  const act = acts.find((one) => one.name === name);
  if (act) return act;
  const near = nearNames(
    name,
    acts.map((one) => one.name),
  );
  const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
  throw new UsageError(`There is no act "${name}".${meant} "reform acts" lists all of them.`);
};

const whoMay = ({ roles }: ActOutline): string => roles?.join(', ') ?? 'whom it concerns';

const describeAll = async (acts: readonly ActOutline[]): Promise<string> => {
  const { nameFields } = await import('./act-outline.ts');
  const rows = acts.map((act) => [act.name, whoMay(act), nameFields(act) || null]);
  return [
    formatTable(['ACT', 'WHO MAY', 'DATA'], rows),
    '',
    '"reform acts NAME" shows what the data of an act looks like. The coordinator stands in for a',
    'registry clerk where there is none; what the leader decides may be delegated.',
  ].join('\n');
};

const describeOne = async (act: ActOutline): Promise<string> => {
  const { describeFields } = await import('./act-outline.ts');
  const fields = describeFields(act);
  return [
    `${act.name}: ${whoMay(act)}`,
    ...(fields.length > 0 ? ['data:', ...fields] : ['needs no data']),
  ].join('\n');
};

export const actsCommand = (terminal: Terminal): Command =>
  new Command('acts')
    .description('what people can do: the names for "reform act", who may, and the data')
    .argument('[name]', 'one act, with its data field by field')
    .option(...JSON_OPTION)
    .action(async (name: string | undefined, options: OutputOptions) => {
      if (name !== undefined) {
        const act = await findAct(name);
        const words = await describeOne(act);
        printAnswer(terminal, options, act, () => words);
        return;
      }
      const { listActs } = await import('./act-outline.ts');
      const acts = listActs();
      const words = await describeAll(acts);
      printAnswer(terminal, options, { acts }, () => words);
    });
