import type { Conformity } from '../domain/conformity.ts';
import type { SystemClient } from './call-system.ts';

/** What commands need of the world: where to print, and the system to ask. */
export interface Terminal {
  /** The result, on standard output. */
  readonly print: (text: string) => void;
  /** What goes on, one line each, on standard error. */
  readonly step: (line: string) => void;
  /** @throws UnreachableError */
  readonly system: () => SystemClient;
  /** The system that runs, else one for this command alone, which `end` ends again. */
  readonly systemOrOwn: () => Promise<{
    readonly system: SystemClient;
    readonly end: () => Promise<void>;
  }>;
  /**
   * Judges the form of a finished paper from its bytes, here and without a system.
   * @throws UsageError where they are no paper
   */
  readonly judge: (bytes: Uint8Array) => Promise<Conformity>;
}

export interface OutputOptions {
  readonly json?: true;
}

export const JSON_OPTION = ['--json', 'print one JSON object'] as const;

/** The answer itself for programs, else words for people. */
export const printAnswer = (
  { print }: Pick<Terminal, 'print'>,
  { json }: OutputOptions,
  answer: object,
  words: () => string,
): void => {
  print(json ? JSON.stringify(answer, null, 2) : words());
};
