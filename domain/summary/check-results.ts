import type { CheckResultsContent } from '../check/check-content.ts';

/** What a quarter's check found, and the version that it was taken from. */
export interface KeptResults {
  readonly version: number;
  readonly content: Pick<CheckResultsContent, 'quarter' | 'checkedOn' | 'results'>;
}
