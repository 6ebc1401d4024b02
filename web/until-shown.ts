const SHOWN_WAIT_MS = 2_000;
const SHOWN_POLL_MS = 25;

/**
 * One strand takes the act, another follows or reports a moment later: the page that comes next would
 * else show the moment in between, with a button that no longer counts.
 */
export const untilShown = async (isShown: () => Promise<boolean>): Promise<void> => {
  for (let waitedMs = 0; waitedMs < SHOWN_WAIT_MS; waitedMs += SHOWN_POLL_MS) {
    if (await isShown()) return;
    await new Promise((resolve) => setTimeout(resolve, SHOWN_POLL_MS));
  }
};
