import type { DocumentIssueState } from '../../../domain/document-issue.ts';
import { fileInForce, issuedRole, type PaperFileRole } from '../../../domain/paper-files.ts';
import type { WebContext } from '../../environment.ts';

interface StoredFile {
  readonly role: PaperFileRole;
  readonly sha256: string;
  readonly media_type: string;
}

/** The file of that role that holds now. */
export const currentFile = <F extends StoredFile>(
  state: DocumentIssueState,
  files: readonly F[],
  role: PaperFileRole,
): F | null => {
  const sha256 = fileInForce(state, role);
  return files.find((file) => file.role === role && file.sha256 === sha256) ?? null;
};

/** What recipients get. */
export const issuedFile = <F extends StoredFile>(
  state: DocumentIssueState,
  files: readonly F[],
): F | null => currentFile(state, files, issuedRole(state));

// The letter that has no accent to take off: d with stroke.
const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('\u0111', 'd')
    .replaceAll('\u0110', 'D');

const asciiName = (name: string): string =>
  withoutAccents(name).replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');

// RFC 8187: what encodeURIComponent leaves as it is and an extended value may not hold.
const extendedName = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

export const contentDisposition = (kind: 'inline' | 'attachment', name: string): string =>
  `${kind}; filename="${asciiName(name)}"; filename*=UTF-8''${extendedName(name)}`;

/** A stored file as an answer that no cache keeps: a PDF opens in the browser, all else is saved. */
export const fileResponse = async (
  c: WebContext,
  file: StoredFile,
  name: string,
): Promise<Response> => {
  const bytes = await c.get('deps').acts.documents.get(file.sha256);
  const kind = file.media_type === 'application/pdf' ? 'inline' : 'attachment';
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': file.media_type,
    'Content-Disposition': contentDisposition(kind, name),
    'Cache-Control': 'private, no-store',
  });
};
