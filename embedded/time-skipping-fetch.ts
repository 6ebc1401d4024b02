// The two slow ways to Temporal's time-skipping test server: the SDK's download, and its jars by Maven.
import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { isWritable, makeInDraft, type ProgramFetch } from './program-ladder.ts';
import { noteSometimes, runToEnd } from './run-to-end.ts';
import { downloadBySdk } from './sdk-download.ts';

export const TIME_SKIPPING_PROGRAM = 'temporal-test-server';
const JARS = 'jars';
const COPY_WITHIN_MS = 10 * 60_000;
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';

// A short life on few cores: the second compiler would cost more than it gives.
const LAUNCHER = `#!/bin/sh
exec java -XX:TieredStopAtLevel=1 -cp "$(dirname "$0")/${JARS}/*" io.temporal.testserver.TestServer "$@"
`;

function writeProject(version: string): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>reform-cycle</groupId>
  <artifactId>time-skipping-server</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`;
}

// Java takes the home from the list of users, whatever HOME says; it may be absent or someone else's.
function hasOwnHome(): boolean {
  try {
    return isWritable(userInfo().homedir);
  } catch {
    return false;
  }
}

function listArguments(draft: string): string[] {
  const repository = hasOwnHome() ? [] : [`-Dmaven.repo.local=${join(draft, 'repository')}`];
  return [
    ...['--batch-mode', '--strict-checksums', '--file', join(draft, 'pom.xml')],
    ...[...repository, COPY, `-DoutputDirectory=${join(draft, JARS)}`],
  ];
}

export function downloadTimeSkipping(fetch: ProgramFetch): Promise<string | null> {
  return downloadBySdk(fetch, {
    server: 'time-skipping',
    program: TIME_SKIPPING_PROGRAM,
    title: "Temporal's test server",
  });
}

export function copyTimeSkippingJars(fetch: ProgramFetch): Promise<string | null> {
  const note = noteSometimes(fetch.note);
  note(`fetching Temporal's test server ${fetch.version} with Maven, once: about a minute`);
  const kept = { name: TIME_SKIPPING_PROGRAM, companions: [JARS] };
  return makeInDraft(fetch.folder, kept, async (draft) => {
    writeFileSync(join(draft, 'pom.xml'), writeProject(fetch.version));
    let files = 0;
    const errors: string[] = [];
    const failure = await runToEnd({
      program: 'mvn',
      args: listArguments(draft),
      env: fetch.environment,
      withinMs: COPY_WITHIN_MS,
      signal: fetch.signal,
      speaksOn: 'stdout',
      onLine: (line) => {
        // What Maven says last is where to read about errors; what went wrong, it says first.
        if (line.startsWith('[ERROR]')) errors.push(line.slice('[ERROR]'.length).trim());
        if (!line.includes('Downloaded from')) return;
        files += 1;
        note(`fetching Temporal's test server: ${String(files)} files`);
      },
    });
    if (failure !== null) return errors[0] ?? failure;
    writeFileSync(join(draft, TIME_SKIPPING_PROGRAM), LAUNCHER);
    return null;
  });
}
