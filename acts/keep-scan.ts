import type { DocumentIssueState } from '../domain/document-issue.ts';
import { DomainError } from '../domain/errors.ts';
import { checkScanFacts, type ScanFacts, type ScanNotice } from '../domain/scan-rules.ts';
import type { ActDependencies, CheckedCall } from './act.ts';
import { keepPdf } from './keep-pdf.ts';

const MAX_MB = 20;

/** @throws DomainError too-large */
export const checkFileSize = (what: string, bytes: Uint8Array, place: string): void => {
  if (bytes.length <= MAX_MB * 1024 * 1024) return;
  const message = `${what} has at most ${String(MAX_MB)} MB`;
  throw new DomainError('too-large', message, { limit: MAX_MB }, place);
};

/** @throws DomainError too-large, not-schema where it is no readable PDF */
export const checkScan = (
  { paperCheck }: Pick<ActDependencies, 'paperCheck'>,
  bytes: Uint8Array,
  place: string,
): void => {
  checkFileSize('a scan', bytes, place);
  if (paperCheck.inspectScan(bytes) === null) {
    throw new DomainError('not-schema', 'the scan is no readable PDF', { expected: 'PDF' }, place);
  }
};

const readScanFacts = (
  { paperCheck }: Pick<ActDependencies, 'paperCheck'>,
  bytes: Uint8Array,
): ScanFacts => {
  const facts = paperCheck.readScan(bytes);
  if (facts === 'encrypted') {
    throw new DomainError('scan-encrypted', 'a password guards the scan', {}, '/scan');
  }
  if (facts) return facts;
  throw new DomainError('not-schema', 'the scan is no readable PDF', { expected: 'PDF' }, '/scan');
};

// What was signed elsewhere, in a year that is entered from its originals, has the pages that it has.
const printedPages = async (
  { documents, paperCheck }: Pick<ActDependencies, 'documents' | 'paperCheck'>,
  { signed, preparedSha256 }: DocumentIssueState,
): Promise<number | null> => {
  if (signed?.how !== 'ink' || preparedSha256 === null) return null;
  return paperCheck.inspectScan(await documents.get(preparedSha256))?.pages ?? null;
};

/**
 * Whether a file may stand for the paper that was signed and stamped, and what is unusual with it.
 * @throws DomainError too-large, not-schema, scan-encrypted, scan-too-old, scan-too-short, scan-empty-page
 */
export const checkPaperScan = async (
  deps: Pick<ActDependencies, 'documents' | 'paperCheck'>,
  paper: DocumentIssueState,
  bytes: Uint8Array,
): Promise<readonly ScanNotice[]> => {
  checkFileSize('a scan', bytes, '/scan');
  return checkScanFacts(readScanFacts(deps, bytes), await printedPages(deps, paper));
};

/** Keeps the scan with the paper, or the registration, of that id; answers its sha256. */
export const keepScan = (
  deps: Pick<ActDependencies, 'documents' | 'stores'>,
  call: Omit<CheckedCall<unknown>, 'data'>,
  paperId: string,
  bytes: Uint8Array,
): Promise<string> => keepPdf(deps, call, paperId, 'scan', bytes);
