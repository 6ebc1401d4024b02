import { formJudge } from '../../../documents/conformity/judge-once.ts';
import type { PaperFileRole } from '../../../domain/paper-files.ts';
import type { WebContext } from '../../environment.ts';
import { formPage, readable } from '../form/form-check.tsx';
import type { JudgedFile } from '../form/form-findings.tsx';
import { currentFile } from './paper-file-response.ts';
import { readPaperView, type PaperView } from './paper-view.ts';

// The scan is a picture of what was signed; what goes along is a paper of its own.
const JUDGED = [
  'for-signature',
  'final-pdf',
  'working-copy',
  'sealed-pdf',
] as const satisfies PaperFileRole[];

const judgeFiles = (c: WebContext, view: PaperView): Promise<readonly JudgedFile[]> => {
  const { documents } = c.get('deps').acts;
  const files = JUDGED.flatMap((role) => currentFile(view.state, view.files, role) ?? []);
  return Promise.all(
    files.map(async ({ role, sha256 }) => ({
      name: c.get('t')(`paper.file.${role}`),
      href: `/papers/${view.paper.paper_id}/files/${role}?sha256=${sha256}`,
      checked: await readable(formJudge.judgeStored(sha256, () => documents.get(sha256))),
    })),
  );
};

/** The form of a paper, judged from its stored files. */
export const paperFormPage = async (c: WebContext, paperId: string): Promise<Response> => {
  const view = await readPaperView(c, paperId);
  if (!view) return c.notFound();
  const files = await judgeFiles(c, view);
  return formPage(c, { title: view.title, back: `/papers/${paperId}`, files });
};
