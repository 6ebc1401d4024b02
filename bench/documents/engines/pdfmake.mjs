// Justified text, tables with repeated heads, page numbers; no PDF/A here.
import pdfmake from 'pdfmake';
import { TINOS } from './tinos.mjs';

const toText = ({ runs, size, align, indent, before }) => ({
  text: runs.map(({ text, bold, italic }) => ({ text, bold, italics: italic })),
  fontSize: size,
  alignment: align,
  leadingIndent: indent,
  margin: [0, before, 0, 0],
});

const toContent = (block) => {
  if (block.kind === 'text') return toText(block);
  if (block.kind === 'columns') {
    const columns = block.columns.map(({ width, texts }) => ({ width, stack: texts.map(toText) }));
    return { columns, margin: [0, block.before, 0, 0] };
  }
  const rows = [...block.head, ...block.body].map((row) => row.map(toText));
  const padding = 2 * 3.5;
  return {
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      paddingLeft: () => 3.5,
      paddingRight: () => 3.5,
    },
    table: {
      headerRows: block.head.length,
      dontBreakRows: true,
      widths: block.widths.map((width) => width - padding),
      body: rows,
    },
    margin: [0, block.before, 0, 0],
  };
};

const toDefinition = ({ title, page, blocks }) => ({
  info: { title },
  pageSize: { width: page.width, height: page.height },
  pageMargins: [page.left, page.top, page.right, page.bottom],
  defaultStyle: { font: 'Tinos' },
  header: (current) =>
    current === 1
      ? ''
      : { text: String(current), alignment: 'center', margin: [0, page.numberTop, 0, 0] },
  content: blocks.map(toContent),
});

pdfmake.setFonts({ Tinos: TINOS });
pdfmake.setLocalAccessPolicy(() => true);
pdfmake.setUrlAccessPolicy(() => false);

export const draw = ({ plain }) => pdfmake.createPdf(toDefinition(plain)).getBuffer();
