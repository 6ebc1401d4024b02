// The two slow ways to Temporal's time-skipping test server: the SDK's download, and its jars by Maven.
import { copyJars } from './maven-jars.ts';
import type { ProgramFetch } from './program-ladder.ts';
import { downloadBySdk } from './sdk-download.ts';

export const TIME_SKIPPING_PROGRAM = 'temporal-test-server';
const TITLE = "Temporal's test server";

export function downloadTimeSkipping(fetch: ProgramFetch): Promise<string | null> {
  return downloadBySdk(fetch, {
    server: 'time-skipping',
    program: TIME_SKIPPING_PROGRAM,
    title: TITLE,
  });
}

export function copyTimeSkippingJars(fetch: ProgramFetch): Promise<string | null> {
  return copyJars(fetch, {
    program: TIME_SKIPPING_PROGRAM,
    title: TITLE,
    groupId: 'io.temporal',
    artifactId: 'temporal-test-server',
    mainClass: 'io.temporal.testserver.TestServer',
  });
}
