// Justified text, tables with repeated heads, page numbers; it could write PDF/A, here it doesn't.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { TINOS_FOLDER } from './tinos.mjs';

const toRun = ({ text, bold, italic }) =>
  `#text(weight: "${bold ? 'bold' : 'regular'}", style: "${italic ? 'italic' : 'normal'}", ${JSON.stringify(text)})`;

const toText = ({ runs, size, align, indent, before }) =>
  `#v(${before}pt, weak: true)\n#block(width: 100%)[#set text(size: ${size}pt)\n` +
  `#set par(justify: ${align === 'justify'}, first-line-indent: (amount: ${indent}pt, all: true))\n` +
  `#set align(${align === 'center' ? 'center' : 'left'})\n${runs.map(toRun).join('')}]\n`;

const toCell = (cell) => `[${toText({ ...cell, before: 0 })}]`;
const points = (widths) => widths.map((width) => `${width}pt`).join(', ');

const toMarkup = (block) => {
  if (block.kind === 'text') return toText(block);
  if (block.kind === 'columns') {
    const cells = block.columns.map(({ texts }) => `[${texts.map(toText).join('')}]`);
    const widths = block.columns.map(({ width }) => width);
    return `#v(${block.before}pt)\n#block(breakable: false, grid(columns: (${points(widths)}), ${cells.join(', ')}))\n`;
  }
  const head = block.head.flat().map(toCell).join(', ');
  const body = block.body.flat().map(toCell).join(',\n');
  return `#v(${block.before}pt)\n#table(columns: (${points(block.widths)}), stroke: 0.5pt, inset: 3pt, table.header(${head}),\n${body})\n`;
};

const toSource = ({ title, page, blocks }) => `
#set document(title: ${JSON.stringify(title)})
#set page(width: ${page.width}pt, height: ${page.height}pt,
  margin: (top: ${page.top}pt, bottom: ${page.bottom}pt, left: ${page.left}pt, right: ${page.right}pt),
  header: context if counter(page).get().first() > 1 { align(center, counter(page).display()) })
#set text(font: "Tinos", lang: "vi", hyphenate: false, top-edge: 0.891em, bottom-edge: -0.216em)
#set block(spacing: 0pt)
#set par(leading: 0.043em)
${blocks.map(toMarkup).join('\n')}`;

const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [TINOS_FOLDER] }] });

export const draw = ({ plain }) => compiler.pdf({ mainFileContent: toSource(plain) });
