import { createHash } from 'node:crypto';
import type { Conformity } from '../../domain/conformity.ts';
import { judgePaper } from '../render-aside.ts';

// A verdict holds some kilobytes; an office has fewer papers under way.
const KEPT = 200;

/** What was found in a file, told by its sha256: bytes of that hash are read and judged once. */
export const createFormJudge = (kept = KEPT, judge = judgePaper) => {
  const verdicts = new Map<string, Promise<Conformity>>();

  const keep = (sha256: string, verdict: Promise<Conformity>): Promise<Conformity> => {
    verdicts.delete(sha256);
    verdicts.set(sha256, verdict);
    const [oldest] = verdicts.keys();
    if (verdicts.size > kept && oldest !== undefined) verdicts.delete(oldest);
    // What failed may have failed on the way to the file.
    verdict.catch(() => verdicts.delete(sha256));
    return verdict;
  };

  /** @throws UnreadablePaper */
  const judgeStored = (sha256: string, read: () => Promise<Uint8Array>): Promise<Conformity> =>
    keep(sha256, verdicts.get(sha256) ?? read().then((bytes) => judge(bytes)));

  return {
    judgeStored,
    /** @throws UnreadablePaper */
    judgeDrawn: (bytes: Uint8Array): Promise<Conformity> =>
      judgeStored(createHash('sha256').update(bytes).digest('hex'), () => Promise.resolve(bytes)),
  };
};

/** One for the process. */
export const formJudge = createFormJudge();
