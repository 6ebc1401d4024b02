/** For each key so many at a time, the others in the order in which they came. */
export const createTurns = (most: number) => {
  const lines = new Map<string, { underWay: number; readonly waiting: (() => void)[] }>();

  return async <T>(key: string, run: () => Promise<T>): Promise<T> => {
    const line = lines.get(key) ?? { underWay: 0, waiting: [] };
    lines.set(key, line);
    if (line.underWay < most) line.underWay += 1;
    else await new Promise<void>((go) => line.waiting.push(go));
    try {
      return await run();
    } finally {
      const next = line.waiting.shift();
      // Whoever is next takes this place over.
      if (next) next();
      else line.underWay -= 1;
      if (line.underWay === 0) lines.delete(key);
    }
  };
};
