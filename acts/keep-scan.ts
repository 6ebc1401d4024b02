import { DomainError } from '../domain/errors.ts';
import type { ActDependencies, CheckedCall } from './act.ts';

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

/** Keeps the scan with the paper, or the registration, of that id; answers its sha256. */
export const keepScan = async (
  { documents, stores }: Pick<ActDependencies, 'documents' | 'stores'>,
  call: Omit<CheckedCall<unknown>, 'data'>,
  paperId: string,
  bytes: Uint8Array,
): Promise<string> => {
  const sha256 = await documents.put(bytes);
  await stores.papers.addFile({
    office_id: call.officeId,
    paper_id: paperId,
    role: 'scan',
    sha256,
    media_type: 'application/pdf',
    size: bytes.length,
    entered_at: call.enteredAt,
  });
  return sha256;
};
