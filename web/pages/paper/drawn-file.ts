import type { Paper } from '../../../documents/paper-of.ts';
import { renderDocx, renderPdf } from '../../../documents/render-aside.ts';
import type { WebContext } from '../../environment.ts';
import { contentDisposition } from './paper-file-response.ts';
import { templateOfYear } from './year-template.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface Drawn {
  /** Whose cycle it belongs to: it is made from the template that the cycle began with. */
  readonly year: number;
  /** Under which it is saved; without one, its subject. */
  readonly title?: string;
}

/** A paper drawn on demand, by the ending of the address: PDF to print, DOCX to work on. */
export const drawnFile = async (
  c: WebContext,
  paper: Paper,
  { year, title = paper.subject }: Drawn,
): Promise<Response> => {
  const isPdf = c.req.path.endsWith('.pdf');
  const draw = isPdf ? renderPdf : renderDocx;
  const bytes = await draw(paper, await templateOfYear(c, year, paper.kind), c.req.raw.signal);
  // A slash can't stand in a file name.
  const name = title.replaceAll('/', '-');
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': isPdf ? 'application/pdf' : DOCX,
    'cache-control': 'private, no-store',
    'content-disposition': contentDisposition(
      isPdf ? 'inline' : 'attachment',
      `${name}.${isPdf ? 'pdf' : 'docx'}`,
    ),
  });
};
