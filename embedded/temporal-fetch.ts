// The two slow ways to Temporal's server program: the SDK's download, and building it with Go.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isWritable, makeInDraft, type ProgramFetch } from './program-ladder.ts';
import { noteSometimes, runToEnd } from './run-to-end.ts';
import { downloadBySdk } from './sdk-download.ts';

const BUILD_WITHIN_MS = 30 * 60_000;
// What `go list -deps` counts for this version; for the progress line only.
const GO_PACKAGES = 1_300;

// A user without a home (a container's, a service's) needs Go's own caches elsewhere as well.
function goEnvironment(fetch: ProgramFetch, draft: string) {
  const own = isWritable(homedir())
    ? {}
    : {
        GOPATH: join(draft, 'gopath'),
        GOCACHE: join(draft, 'go-build'),
        GOFLAGS: `${fetch.environment['GOFLAGS'] ?? ''} -modcacherw`.trim(),
      };
  return { ...fetch.environment, ...own, GOBIN: draft };
}

export function downloadTemporal(fetch: ProgramFetch): Promise<string | null> {
  return downloadBySdk(fetch, { server: 'dev', program: 'temporal', title: 'Temporal CLI' });
}

export function buildTemporal(fetch: ProgramFetch): Promise<string | null> {
  const note = noteSometimes(fetch.note);
  let packages = 0;
  note(`building Temporal CLI ${fetch.version} with Go, once: about four minutes`);
  return makeInDraft(fetch.folder, { name: 'temporal' }, (draft) =>
    runToEnd({
      program: 'go',
      args: ['install', '-v', `github.com/temporalio/cli/cmd/temporal@v${fetch.version}`],
      env: goEnvironment(fetch, draft),
      withinMs: BUILD_WITHIN_MS,
      signal: fetch.signal,
      speaksOn: 'stderr',
      onLine: (line) => {
        if (line.startsWith('go: ')) {
          note(`building Temporal CLI: ${line.slice(4)}`);
          return;
        }
        packages += 1;
        note(`building Temporal CLI: ${String(packages)} of about ${String(GO_PACKAGES)} packages`);
      },
    }),
  );
}
