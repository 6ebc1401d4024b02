import type { PaperFileRole } from '../../../domain/paper-files.ts';
import { formatDateTime } from '../../../locale/dates.ts';
import type { Words } from '../../../locale/words.ts';
import { Table } from '../../layout/content.tsx';
import { currentFile } from './paper-file-response.ts';
import type { PaperFileRow, PaperView } from './paper-view.ts';

const KILOBYTE = 1024;
const SHOWN_HASH = 12;

const FILE_ROLES: readonly PaperFileRole[] = [
  'for-signature',
  'final-pdf',
  'working-copy',
  'enclosure-pdf',
  'enclosure-copy',
  'scan',
  'signed-pdf',
  'sealed-pdf',
];

export const fileRoleOf = (text: string): PaperFileRole | null =>
  FILE_ROLES.find((role) => role === text) ?? null;

const sizeOf = (bytes: number): string =>
  bytes < KILOBYTE * KILOBYTE
    ? `${String(Math.ceil(bytes / KILOBYTE))} KB`
    : `${(bytes / KILOBYTE / KILOBYTE).toFixed(1).replace('.', ',')} MB`;

const byRole = (files: readonly PaperFileRow[]): readonly PaperFileRow[] =>
  FILE_ROLES.flatMap((role) => files.filter((file) => file.role === role));

/** Every file that was ever made or uploaded for the paper; what no longer holds says so. */
export const PaperFiles = ({ t, view }: { readonly t: Words; readonly view: PaperView }) => {
  if (view.files.length === 0) return null;
  const isCurrent = (file: PaperFileRow): boolean =>
    currentFile(view.state, view.files, file.role)?.sha256 === file.sha256;
  return (
    <Table
      caption={t('paper.files')}
      columns={[
        { label: t('paper.file-name') },
        { label: t('paper.file-size') },
        { label: t('paper.file-made') },
        { label: 'SHA-256' },
      ]}
      rows={byRole(view.files).map((file) => [
        <>
          <a href={`/papers/${view.paper.paper_id}/files/${file.role}?sha256=${file.sha256}`}>
            {t(`paper.file.${file.role}`)}
          </a>
          {!isCurrent(file) && ` (${t('paper.file-replaced')})`}
        </>,
        sizeOf(file.size),
        formatDateTime(file.entered_at),
        <code title={file.sha256}>{file.sha256.slice(0, SHOWN_HASH)}…</code>,
      ])}
    />
  );
};
