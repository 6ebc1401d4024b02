// A Java program by Maven: its jars from the registry that this machine's Maven knows, and a starter.
import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { isWritable, makeInDraft, type ProgramFetch } from './program-ladder.ts';
import { noteSometimes, runToEnd } from './run-to-end.ts';

const JARS = 'jars';
const COPY_WITHIN_MS = 10 * 60_000;
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';

type JavaProgram = {
  // The name of the starter.
  readonly program: string;
  readonly title: string;
  readonly groupId: string;
  readonly artifactId: string;
  readonly mainClass: string;
};

// A short life on few cores: the second compiler would cost more than it gives.
const writeLauncher = (mainClass: string): string => `#!/bin/sh
exec java -XX:TieredStopAtLevel=1 -cp "$(dirname "$0")/${JARS}/*" ${mainClass} "$@"
`;

function writeProject({ program, groupId, artifactId }: JavaProgram, version: string): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>reform-cycle</groupId>
  <artifactId>${program}</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>${groupId}</groupId>
      <artifactId>${artifactId}</artifactId>
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

export function copyJars(fetch: ProgramFetch, java: JavaProgram): Promise<string | null> {
  const note = noteSometimes(fetch.note);
  note(`fetching ${java.title} ${fetch.version} with Maven, once: about a minute`);
  const kept = { name: java.program, companions: [JARS] };
  return makeInDraft(fetch.folder, kept, async (draft) => {
    writeFileSync(join(draft, 'pom.xml'), writeProject(java, fetch.version));
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
        note(`fetching ${java.title}: ${String(files)} files`);
      },
    });
    if (failure !== null) return errors[0] ?? failure;
    writeFileSync(join(draft, java.program), writeLauncher(java.mainClass));
    return null;
  });
}
