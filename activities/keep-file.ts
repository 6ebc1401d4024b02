import { instantOf } from '../domain/local-date.ts';
import type { PaperFileRole } from '../domain/paper-files.ts';
import type { PaperRef } from '../workflows/activity-contract.ts';
import type { ActivityDependencies } from './dependencies.ts';

/** Keeps a file with its paper; the same bytes in the same role are kept once. Answers their sha256. */
export const createFileKeeping =
  ({ stores, documents, wallClock }: ActivityDependencies) =>
  async (
    ref: Pick<PaperRef, 'officeId' | 'paperId'>,
    role: PaperFileRole,
    mediaType: string,
    bytes: Uint8Array,
  ): Promise<string> => {
    const sha256 = await documents.put(bytes);
    await stores.papers.addFile({
      office_id: ref.officeId,
      paper_id: ref.paperId,
      role,
      sha256,
      media_type: mediaType,
      size: bytes.length,
      entered_at: instantOf(wallClock().getTime()),
    });
    return sha256;
  };
