import { ApplicationFailure } from '@temporalio/activity';
import { planPaperOf, type PaperDating } from '../documents/plan-paper-of.ts';
import { localeVersion, renderDocx, renderPdf } from '../documents/render.ts';
import { localDateOf, instantOf } from '../domain/local-date.ts';
import type { PaperFileRole } from '../domain/paper-files.ts';
import type { NumberedPaperRef, PaperRef, ReformActivities } from '../workflows/contract.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { readPlanContent } from './plan-content.ts';

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const createPaperWriting = ({ stores, documents, wallClock }: ActivityDependencies) => {
  const keep = async (
    ref: PaperRef,
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

  const viewOf = async (ref: PaperRef, namesOn: string, dating: PaperDating) => {
    const content = await readPlanContent(stores, ref.officeId, ref.year, ref.contentVersion);
    return planPaperOf(content, await stores.factsOn(ref.officeId, namesOn), dating);
  };

  /** The template that was approved. Other words than the approved ones may not be printed at all. */
  const pinnedTemplate = async ({ officeId, pins }: PaperRef): Promise<string> => {
    if (pins.locale !== localeVersion()) {
      throw ApplicationFailure.retryable(
        'the words of papers have changed since the approval: finish with the release that was approved, or cancel and approve again',
        'words-changed-since-approval',
      );
    }
    const template = await stores.versions.findPinnedWords(officeId, pins.template);
    if (template === null) throw new Error('the approved template is missing');
    return template;
  };

  return {
    preparePaper: async (ref: PaperRef & { approvedAt: string }) => {
      const dating = {
        stage: 'for-signature',
        number: null,
        date: null,
        confirmedAt: null,
      } as const;
      const view = await viewOf(ref, localDateOf(ref.approvedAt), dating);
      const pdf = await renderPdf(view, await pinnedTemplate(ref));
      return { pdfSha256: await keep(ref, 'for-signature', PDF, pdf) };
    },

    renderFinalPaper: async (ref: NumberedPaperRef) => {
      const dating = {
        number: ref.number,
        date: ref.documentDate,
        confirmedAt: ref.confirmedAt,
      };
      const final = await viewOf(ref, ref.documentDate, { ...dating, stage: 'final' });
      const workingCopy = { ...final, stage: 'working-copy' } as const;
      const template = await pinnedTemplate(ref);
      return {
        pdfSha256: await keep(ref, 'final-pdf', PDF, await renderPdf(final, template)),
        docxSha256: await keep(ref, 'working-copy', DOCX, await renderDocx(workingCopy, template)),
      };
    },
  } satisfies Partial<ReformActivities>;
};
