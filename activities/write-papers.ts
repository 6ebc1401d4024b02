import { createHash } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/activity';
import { enclosureOf } from '../documents/enclosure.ts';
import { paperOf } from '../documents/paper-of.ts';
import type { PaperDating } from '../documents/paper.ts';
import { layOutPaper, renderDocx, renderPdf } from '../documents/render-aside.ts';
import { localeVersion } from '../documents/render.ts';
import { instantOf, localDateOf, yearOf, type LocalDate } from '../domain/local-date.ts';
import { proofPath } from '../domain/proof.ts';
import type { OfficeFacts } from '../domain/office.ts';
import type { PaperSource } from '../domain/paper-source.ts';
import type {
  NumberedPaperRef,
  PaperRef,
  ReformActivities,
} from '../workflows/activity-contract.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { createFileKeeping } from './keep-file.ts';

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const readFacts = (text: string): OfficeFacts =>
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written below, from OfficeFacts
  JSON.parse(text) as OfficeFacts;

export const createPaperWriting = (dependencies: ActivityDependencies) => {
  const { stores, decisionLinks, wallClock } = dependencies;
  const keep = createFileKeeping(dependencies);

  /**
   * The office as it was when the paper was made for signing, kept with the paper: what is signed, what is
   * mailed and the working copy bear the same names, whatever the lists say by then.
   */
  const factsOf = async (ref: PaperRef, day: LocalDate): Promise<OfficeFacts> => {
    const kept = await stores.versions.find(ref.officeId, 'office-facts', ref.paperId, 1);
    if (kept) return readFacts(kept.text);
    const facts = await stores.factsOn(ref.officeId, day);
    const text = JSON.stringify(facts);
    const at = instantOf(wallClock().getTime());
    const saved = await stores.versions.save({
      office_id: ref.officeId,
      kind: 'office-facts',
      id: ref.paperId,
      basedOn: null,
      text,
      sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
      author_id: 'system',
      act_id: `facts-${ref.paperId}`,
      occurred_at: at,
      entered_at: at,
    });
    return readFacts(saved.text);
  };

  const viewOf = async (ref: PaperRef, day: LocalDate, dating: PaperDating) => {
    const source = await stores.paperSources.read(ref);
    return paperOf(source, await factsOf(ref, day), dating);
  };

  // The code stays in PostgreSQL, where its number was given; no history holds it.
  const proofAddressOf = async (ref: NumberedPaperRef): Promise<string | null> => {
    const { officeId, paperId, number } = ref;
    if (number === null) return null;
    const given = { year: yearOf(ref.documentDate), number };
    const code = await stores.papers.proofCodeOf(officeId, paperId, given);
    return code === null ? null : decisionLinks.pageUrlOf(proofPath(code));
  };

  /** What goes along with the paper, by the same office and the same number. */
  const writeEnclosure = async (source: PaperSource, facts: OfficeFacts, ref: NumberedPaperRef) => {
    const enclosure = enclosureOf(source);
    if (!enclosure) return {};
    const template = (await stores.ownTemplate(ref, enclosure.kind))?.text ?? null;
    const dating = { number: ref.number, date: ref.documentDate, confirmedAt: null };
    const view = paperOf(enclosure, facts, { ...dating, stage: 'final' });
    return {
      enclosure: {
        pdfSha256: await keep(ref, 'enclosure-pdf', PDF, await renderPdf(view, template)),
        docxSha256: await keep(ref, 'enclosure-copy', DOCX, await renderDocx(view, template)),
      },
    };
  };

  /** The template that was approved. Other words than the approved ones may not be printed at all. */
  const pinnedTemplate = async ({ officeId, pins, kind }: PaperRef): Promise<string> => {
    if (pins.locale !== localeVersion(kind)) {
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
        proofAddress: await proofAddressOf(ref),
      };
      const source = await stores.paperSources.read(ref);
      const facts = await factsOf(ref, ref.documentDate);
      const final = paperOf(source, facts, { ...dating, stage: 'final' });
      const workingCopy = { ...final, stage: 'working-copy' } as const;
      const template = await pinnedTemplate(ref);
      const { signaturePlace } = ref.isForDigital
        ? await layOutPaper(final, template)
        : { signaturePlace: null };
      return {
        ...(signaturePlace ? { signaturePlace } : {}),
        pdfSha256: await keep(ref, 'final-pdf', PDF, await renderPdf(final, template)),
        docxSha256: await keep(ref, 'working-copy', DOCX, await renderDocx(workingCopy, template)),
        ...(await writeEnclosure(source, facts, ref)),
      };
    },
  } satisfies Partial<ReformActivities>;
};
