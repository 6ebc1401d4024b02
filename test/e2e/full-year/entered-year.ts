// A whole year of an example file, entered day by day through the acts of people, and read as its people read it.
import { performReplay } from '../../../acts/replay/perform-replay.ts';
import { readReplay } from '../../../acts/replay/read-replay.ts';
import { untilSettled } from '../../../acts/replay/until-settled.ts';
import { localDateOf, type LocalDate } from '../../../domain/local-date.ts';
import { readExampleYear } from '../../acts/replay/replay-example.ts';
import { readPdfPages } from '../../documents/paper-text.ts';
import { openOfficeSystem } from '../../support/office-system.ts';
import { createReader, type Reader } from '../../web/reader.ts';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const openEnteredYear = async (exampleYear: 2022 | 2024) => {
  const system = await openOfficeSystem();
  const example = readExampleYear(exampleYear, `STORY-${String(exampleYear)}`);
  const { planned, bytes, file } = example;
  const { officeId, year } = planned.year;
  const steps = performReplay(system.acts, planned, bytes);
  // The first step of all starts the cycle.
  let left = [null, ...planned.steps];

  /** Enters what happened up to the end of that day, and waits until its papers are out. */
  const enterUntil = async (day: LocalDate): Promise<void> => {
    while (left.length > 0) {
      const next = left[0];
      if (next && localDateOf(next.at) > day) break;
      await steps.next();
      left = left.slice(1);
    }
    await untilSettled(system.acts, planned);
  };

  const readers = new Map<string, Reader>();
  const readerOf = async (personId: string): Promise<Reader> => {
    const known = readers.get(personId);
    if (known) return known;
    const reader = createReader(system, await system.cookieOf(officeId, personId));
    readers.set(personId, reader);
    return reader;
  };

  const rowOf = async (documentId: string) => {
    const paperId = planned.papers[documentId];
    const rows = await system.stores.papers.list(officeId, year);
    const row = rows.find(({ paper_id }) => paper_id === paperId);
    if (!row) throw new Error(`${documentId} has no paper yet`);
    return row;
  };

  return {
    system,
    file,
    officeId,
    year,
    enterUntil,
    /** To the end of the file. */
    enterAll: () => enterUntil('9999-12-31'),
    /** What that person reads on a page of the year, on one line. */
    page: async (personId: string, path: string): Promise<string> => {
      const reader = await readerOf(personId);
      const page = await reader.open(`/cycles/${String(year)}${path}`);
      if (page.status !== 200) throw new Error(`${path} answered ${String(page.status)}`);
      return page.text;
    },
    /** The words of a paper as recipients get it, on one line. */
    paper: async (documentId: string): Promise<string> => {
      const { documents } = await readReplay(system.acts, planned);
      const pdf = documents.find(({ id }) => id === documentId)?.files.pdf;
      if (pdf === undefined) throw new Error(`${documentId} is not issued yet`);
      return oneLine(readPdfPages(await system.documents.get(pdf)).join(' '));
    },
    recipientsOf: async (documentId: string) => {
      const row = await rowOf(documentId);
      const deliveries = await system.stores.deliveries.list(officeId, row.paper_id);
      return deliveries.map(({ recipient_name }) => recipient_name);
    },
    result: () => readReplay(system.acts, planned),
    close: () => system.close(),
  };
};
export type EnteredYear = Awaited<ReturnType<typeof openEnteredYear>>;
