import { findFreePort } from './free-port.ts';
import { startNodeChild, type ChildMessage, type NodeChildOptions } from './node-child.ts';

type WebChildOptions = Omit<NodeChildOptions, 'answers' | 'environment'> & {
  readonly host: string;
  readonly wishedPort: number;
  readonly environmentFor: (port: number) => NodeChildOptions['environment'];
};

function readUrl(message: ChildMessage, fallback: string): string {
  return typeof message['url'] === 'string' ? message['url'] : fallback;
}

// Between our finding a port free and the child's taking it, someone else may be quicker.
export async function startWebChild(options: WebChildOptions) {
  let wishedPort = options.wishedPort;
  for (;;) {
    const port = await findFreePort(options.host, wishedPort);
    const child = await startNodeChild({
      ...options,
      environment: options.environmentFor(port),
      answers: ['listening', 'port-taken'],
    });
    if (child.answer.type === 'listening') {
      return {
        ...child,
        port,
        url: readUrl(child.answer, `http://${options.host}:${String(port)}`),
      };
    }
    await child.stop();
    wishedPort = port + 1;
  }
}
