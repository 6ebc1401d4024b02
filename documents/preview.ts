import { paperWords } from '../locale/papers.ts';

import type {
  Block,
  Cell,
  GridParty,
  Line,
  PaperBlocks,
  Party,
  Row,
  Run,
  SigningGrid,
  Table,
} from './blocks.ts';
import { recipientLines } from './layout-head.ts';
import { untie } from './no-break.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string =>
  untie(text).replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);

export const writePreview = (paper: PaperBlocks): string => {
  const sections = paper.sections.map(
    (section) =>
      `<section class="paper-sheet paper-${section.orientation}">${markHtml(paper)}` +
      `${section.blocks.map(blockHtml).join('')}</section>`,
  );
  return `<article class="paper" lang="vi">${sections.join('')}</article>`;
};

const markHtml = ({ marks }: PaperBlocks): string => {
  // The pale letters come from the stylesheet, so that only their meaning is in the text.
  const watermark =
    marks.watermark === null
      ? ''
      : `<div class="paper-watermark" role="img" aria-label="${escape(marks.watermark)}"></div>`;
  return marks.note === null ? watermark : watermark + stackHtml([marks.note], 'note');
};

const stackHtml = (lines: readonly string[], name: string): string =>
  lines.length === 0 ? '' : `<p class="paper-${name}">${lines.map(escape).join('<br>')}</p>`;

const blockHtml = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph': {
      const rule = block.hasRule ? ' paper-ruled' : '';
      return `<p class="paper-${block.role}${rule}">${linesHtml(block.lines)}</p>`;
    }
    case 'letterhead':
      return (
        '<div class="paper-letterhead"><div class="paper-issuer">' +
        stackHtml(block.parent, 'parent') +
        stackHtml(block.office, 'office') +
        stackHtml(block.number === null ? [] : [block.number], 'number') +
        stackHtml(block.subject, 'about') +
        '</div><div class="paper-state">' +
        stackHtml([paperWords.nation], 'nation') +
        stackHtml([paperWords.motto], 'motto') +
        stackHtml(block.placeDate === null ? [] : [block.placeDate], 'place-date') +
        '</div></div>'
      );
    case 'closing':
      return (
        `<div class="paper-closing">${recipientsHtml(block)}<div class="paper-signature">` +
        stackHtml(block.posts, 'posts') +
        stackHtml(block.confirmation, 'confirmation') +
        stackHtml(block.signer, 'signer') +
        '</div></div>'
      );
    case 'signing':
      return `<div class="paper-signing">${block.parties.map(partyHtml).join('')}</div>`;
    case 'signing-grid':
      return gridHtml(block);
    case 'distribution':
      return `<div class="paper-closing">${recipientsHtml(block)}</div>`;
    case 'table':
      return tableHtml(block);
    case 'page-break':
      return '<hr class="paper-page-break">';
  }
};

const recipientsHtml = ({ recipients }: { readonly recipients: readonly string[] }): string =>
  '<div class="paper-recipients">' +
  stackHtml([paperWords.recipients], 'recipients-head') +
  stackHtml(recipientLines(recipients), 'recipients-list') +
  '</div>';

const partyHtml = (party: Party): string =>
  `<div class="paper-party${party.isFramed ? ' paper-framed' : ''}">` +
  stackHtml(party.posts, 'posts') +
  stackHtml(party.opinions, 'opinions') +
  stackHtml(party.signer, 'signer') +
  '</div>';

const gridHtml = ({ title, parties }: SigningGrid): string =>
  `${stackHtml(title, 'grid-title')}<div class="paper-grid">${parties.map(gridPartyHtml).join('')}</div>`;

const gridPartyHtml = ({ posts, marks, signer }: GridParty): string =>
  '<div class="paper-party">' +
  stackHtml(posts, 'posts') +
  stackHtml(marks, 'confirmation') +
  stackHtml(signer, 'signer') +
  '</div>';

const linesHtml = (lines: readonly Line[]): string =>
  lines.map((line) => line.map(runHtml).join('')).join('<br>');

const runHtml = (run: Run): string => {
  let html = escape(run.text);
  if (run.underline) html = `<u>${html}</u>`;
  if (run.italic) html = `<i>${html}</i>`;
  return run.bold ? `<b>${html}</b>` : html;
};

// Wide tables scroll within their frame on a phone; the frame can be reached by keyboard.
const tableHtml = (table: Table): string =>
  '<div class="paper-table-frame" tabindex="0"><table class="paper-table">' +
  `<thead>${rowsHtml(table.head, 'th')}</thead><tbody>${rowsHtml(table.body, 'td')}</tbody>` +
  '</table></div>';

const rowsHtml = (rows: readonly Row[], tag: 'th' | 'td'): string =>
  rows.map((row) => `<tr>${row.map((cell) => cellHtml(cell, tag)).join('')}</tr>`).join('');

const cellHtml = (cell: Cell, tag: 'th' | 'td'): string => {
  const colspan = cell.colspan > 1 ? ` colspan="${String(cell.colspan)}"` : '';
  const rowspan = cell.rowspan > 1 ? ` rowspan="${String(cell.rowspan)}"` : '';
  const look = cell.align === 'center' ? ' class="paper-centre"' : '';
  return `<${tag}${look}${colspan}${rowspan}>${linesHtml(cell.lines)}</${tag}>`;
};
