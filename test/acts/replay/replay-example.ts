import { readFileSync } from 'node:fs';
import type { DoneStep } from '../../../acts/replay/perform-replay.ts';
import { performReplay } from '../../../acts/replay/perform-replay.ts';
import { planReplay } from '../../../acts/replay/plan-replay.ts';
import { readReplay } from '../../../acts/replay/read-replay.ts';
import { untilSettled } from '../../../acts/replay/until-settled.ts';
import { readYearFile } from '../../../acts/year-file/read-year-file.ts';
import type { OfficeSystem } from '../../support/office-system.ts';

const OFFICE_IDS = { 2022: 'U-CTDCTCT', 2024: 'U-ANND' } as const;

/** The example of that year, under an office id of its own, with what `change` changes in it. */
export const readExampleYear = (
  year: 2022 | 2024,
  officeId: string = OFFICE_IDS[year],
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test changes another place of the file
  change: (file: any) => void = () => undefined,
) => {
  const text = readFileSync(
    new URL(`../../../examples/${String(year)}.json`, import.meta.url),
    'utf8',
  );
  const value = JSON.parse(text.replaceAll(OFFICE_IDS[year], officeId));
  change(value);
  const bytes = Buffer.from(JSON.stringify(value));
  const file = readYearFile(bytes);
  return { bytes, file, planned: planReplay(file) };
};

/** Enters it, at most so many steps: as if the system had been killed after them. */
export const replayExample = async (
  { acts }: OfficeSystem,
  { bytes, planned }: ReturnType<typeof readExampleYear>,
  steps = Infinity,
) => {
  const done: DoneStep[] = [];
  for await (const step of performReplay(acts, planned, bytes)) {
    done.push(step);
    if (done.length >= steps) return { done, result: null };
  }
  await untilSettled(acts, planned);
  return { done, result: await readReplay(acts, planned) };
};
