// The whole system on this machine: each part started, kept running, and ended in order.
import { childSettings, listEmbedded, type Settings } from './child-settings.ts';
import { keepRunning, type KeptRunning } from './keep-running.ts';
import type { ChildMessage, Send } from './node-child.ts';
import { createPartStarters, type PartOptions, type StartedPart } from './part-starters.ts';
import { createProgress } from './progress.ts';
import type { RunFile, RunPart } from './run-file.ts';

export type SystemOptions = PartOptions & {
  readonly runFile: RunFile;
  readonly print: (line: string) => void;
};

// The current year, and a past one that is entered once that is there.
const EXAMPLES = ['example', 'past-year'];

function listSteps(hasExample: boolean): readonly string[] {
  return ['web', 'postgres', 'temporal', 'mail', 'worker', ...(hasExample ? EXAMPLES : [])];
}

export function startSystem(options: SystemOptions) {
  const embedded = listEmbedded(options);
  const starters = createPartStarters(options);
  let found: Settings = {};
  let sendToWeb: Send = () => undefined;
  let isReady = false;
  let isStopping = false;
  let worker: KeptRunning | null = null;

  const progress = createProgress(listSteps(options.exampleData), options.print, (message) => {
    sendToWeb(message);
  });
  const settings = () => childSettings(options, found);

  function announceReady(): void {
    const env = settings();
    if (isReady) {
      sendToWeb({ type: 'ready', env, embedded, mailInboxUrl: env['MAIL_INBOX_URL'] ?? null });
    }
  }

  // A part that came back elsewhere, its port taken meanwhile, takes its users along.
  function learn(part: RunPart, addresses: Settings): void {
    const hasMoved = Object.entries(addresses).some(
      ([name, value]) => found[name] !== undefined && found[name] !== value,
    );
    found = { ...found, ...addresses };
    if (!hasMoved) return;
    void worker?.restart();
    if (part !== 'web') void web.restart();
  }

  // The example is put in by a child, which alone knows how far it is.
  function onMessage(message: ChildMessage): void {
    const id = EXAMPLES.find((each) => each === message['id']);
    if (message.type !== 'step' || id === undefined) return;
    const states = ['running', 'done', 'failed'] as const;
    const state = states.find((each) => each === message['state']);
    const note = typeof message['note'] === 'string' ? message['note'] : null;
    if (state !== undefined) progress.set(id, state, note);
  }

  function keepPart(
    part: RunPart,
    start: (signal: AbortSignal) => Promise<StartedPart>,
  ): KeptRunning {
    return keepRunning<StartedPart>({
      start: (signal) => {
        progress.set(part, 'running');
        return start(signal);
      },
      onStarted: ({ pid, facts, addresses, page }) => {
        options.runFile.setPart(part, pid, facts);
        progress.set(part, 'done', page);
        learn(part, addresses);
      },
      onFailed: (reason) => {
        progress.set(part, 'failed', reason);
      },
      onEnded: () => {
        progress.set(part, 'failed', 'it ended by itself and is started again');
      },
    });
  }

  function keepEmbedded(
    part: RunPart,
    isEmbedded: boolean,
    start: (signal: AbortSignal) => Promise<StartedPart>,
  ): KeptRunning | null {
    if (isEmbedded) return keepPart(part, start);
    progress.set(part, 'done', 'elsewhere, as the environment says');
    return null;
  }

  const onSpawn = (send: Send) => {
    sendToWeb = send;
    send(progress.readForPage());
    announceReady();
  };
  // First of all, so that whoever waits sees on a page what goes on.
  const web = keepPart('web', (signal) => starters.web({ signal, settings, onSpawn, onMessage }));
  const postgres = keepEmbedded('postgres', embedded.database, starters.postgres);
  const temporal = keepEmbedded('temporal', embedded.temporal, (signal) =>
    starters.temporal(signal, (text) => {
      progress.set('temporal', 'running', text);
    }),
  );
  const mail = keepEmbedded('mail', embedded.mail, starters.mail);

  async function startWorker(): Promise<void> {
    const needed = [web, postgres, temporal, mail].filter((part) => part !== null);
    await Promise.all(needed.map((part) => part.firstStart));
    if (isStopping) return;
    worker = keepPart('worker', (signal) => starters.worker({ signal, settings, onMessage }));
    await worker.firstStart;
    isReady = true;
    announceReady();
    options.print('  Ready. Ctrl-C ends it.');
  }

  // Those who use a part end before it.
  const listInOrder = () => [worker, web, mail, temporal, postgres];

  return {
    ready: startWorker(),
    stop: async () => {
      isStopping = true;
      for (const part of listInOrder()) await part?.stop();
    },
    kill: () => {
      for (const part of listInOrder()) part?.kill();
    },
  };
}

export type RunningSystem = ReturnType<typeof startSystem>;
