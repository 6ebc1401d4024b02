import type { PaperFileRole } from '../domain/paper-files.ts';
import type { ActDependencies, CheckedCall } from './act.ts';

/** Keeps a PDF with the paper, or the registration, of that id; answers its sha256. */
export const keepPdf = async (
  { documents, stores }: Pick<ActDependencies, 'documents' | 'stores'>,
  call: Omit<CheckedCall<unknown>, 'data'>,
  paperId: string,
  role: PaperFileRole,
  bytes: Uint8Array,
): Promise<string> => {
  const sha256 = await documents.put(bytes);
  await stores.papers.addFile({
    office_id: call.officeId,
    paper_id: paperId,
    role,
    sha256,
    media_type: 'application/pdf',
    size: bytes.length,
    entered_at: call.enteredAt,
  });
  return sha256;
};
