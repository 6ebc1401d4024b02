// How far the set-up is, step by step: printed here, and sent to the page that shows it.
export type StepState = 'waiting' | 'running' | 'done' | 'failed';

export type Step = {
  readonly id: string;
  readonly state: StepState;
  readonly note: string | null;
  readonly since: string;
};

export type ProgressMessage = { readonly type: 'progress'; readonly steps: readonly Step[] };

const MARKS: Readonly<Record<StepState, string>> = {
  waiting: ' ',
  running: '.',
  done: '+',
  failed: '!',
};

const WORDS: Readonly<Record<StepState, string>> = {
  waiting: 'waits',
  running: 'is starting',
  done: 'is ready',
  failed: 'failed',
};

const WORDS_OF_PAST_YEAR: Readonly<Record<StepState, string>> = {
  ...WORDS,
  running: 'is being entered',
  done: 'is entered',
};

const LABELS: ReadonlyMap<string, string> = new Map([
  ['web', 'page'],
  ['postgres', 'PostgreSQL'],
  ['temporal', 'Temporal'],
  ['mail', 'mail inbox'],
  ['past-year', 'example 2024'],
]);

export function createProgress(
  ids: readonly string[],
  print: (line: string) => void,
  onChange: (message: ProgressMessage) => void,
) {
  const startedAt = new Date().toISOString();
  let steps: readonly Step[] = ids.map((id) => ({
    id,
    state: 'waiting',
    note: null,
    since: startedAt,
  }));
  // The page needs no telling that it is there.
  const readForPage = (): ProgressMessage => ({
    type: 'progress',
    steps: steps.filter((step) => step.id !== 'web'),
  });

  function set(id: string, state: StepState, note: string | null = null): void {
    const before = steps.find((step) => step.id === id);
    if (before === undefined || (before.state === state && before.note === note)) return;
    const since = before.state === state ? before.since : new Date().toISOString();
    steps = steps.map((step) => (step.id === id ? { id, state, note, since } : step));
    const words = id === 'past-year' ? WORDS_OF_PAST_YEAR : WORDS;
    print(`${MARKS[state]} ${(LABELS.get(id) ?? id).padEnd(10)} ${note ?? words[state]}`);
    if (id !== 'web') onChange(readForPage());
  }

  return { set, readForPage };
}
