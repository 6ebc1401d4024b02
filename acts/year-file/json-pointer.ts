const escapeToken = (token: PropertyKey): string =>
  String(token).replaceAll('~', '~0').replaceAll('/', '~1');

/** RFC 6901: ['plan', 'tasks', 0] -> /plan/tasks/0, and the whole document is ''. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((token) => `/${escapeToken(token)}`).join('');

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const childOf = (value: unknown, token: PropertyKey): unknown => {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items[Number(token)];
  }
  return isRecord(value) && Object.hasOwn(value, token) ? value[String(token)] : undefined;
};

/** What stands at a path; undefined where nothing does. */
export const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce(childOf, root);
