import { CancellationScope, condition, isCancellation } from '@temporalio/workflow';

interface Projecting {
  hasUnprojected(): boolean;
  project(): Promise<void>;
}

/**
 * Runs an activity and meanwhile shows what people do; gives up on it once nobody wants its result any
 * more. Without this, a paper that can't be made would hide every act on it, its cancelling included.
 */
export const whileWanted = async <T>(
  strand: Projecting,
  isWanted: () => boolean,
  run: () => Promise<T>,
): Promise<T | null> => {
  const scope = new CancellationScope();
  const ended = { isOver: false };
  const running = scope
    .run(run)
    .catch((error: unknown): null => {
      if (isCancellation(error)) return null;
      throw error;
    })
    .finally(() => {
      ended.isOver = true;
    });
  // Its failure is thrown where it is awaited below; until then nobody else may see it as unhandled.
  running.catch(() => undefined);
  for (;;) {
    await condition(() => ended.isOver || strand.hasUnprojected() || !isWanted());
    if (ended.isOver) break;
    if (!isWanted()) {
      scope.cancel();
      break;
    }
    await strand.project();
  }
  return running;
};
