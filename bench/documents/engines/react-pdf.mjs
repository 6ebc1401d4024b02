// Justified text, a table of boxes whose head is repeated, page numbers; no PDF/A.
import { Document, Font, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import { createElement as make } from 'react';
import { TINOS } from './tinos.mjs';

Font.register({
  family: 'Tinos',
  fonts: [
    { src: TINOS.normal },
    { src: TINOS.bold, fontWeight: 'bold' },
    { src: TINOS.italics, fontStyle: 'italic' },
    { src: TINOS.bolditalics, fontWeight: 'bold', fontStyle: 'italic' },
  ],
});
// It would hyphenate by the rules of English.
Font.registerHyphenationCallback((word) => [word]);

const toText = ({ runs, size, align, indent, before }, key) =>
  make(
    Text,
    { key, style: { fontSize: size, textAlign: align, textIndent: indent, marginTop: before } },
    runs.map(({ text, bold, italic }, at) => {
      const style = {
        fontWeight: bold ? 'bold' : 'normal',
        fontStyle: italic ? 'italic' : 'normal',
      };
      return make(Text, { key: at, style }, text);
    }),
  );

const toRow = (row, widths, key, fixed) =>
  make(
    View,
    { key, wrap: false, fixed, style: { flexDirection: 'row' } },
    row.map((cell, at) =>
      make(
        View,
        { key: at, style: { width: widths[at], borderWidth: 0.5, padding: 2.5 } },
        toText(cell),
      ),
    ),
  );

const toView = (block, key) => {
  if (block.kind === 'text') return toText(block, key);
  if (block.kind === 'columns') {
    const columns = block.columns.map(({ width, texts }, at) =>
      make(View, { key: at, style: { width } }, texts.map(toText)),
    );
    return make(
      View,
      { key, wrap: false, style: { flexDirection: 'row', marginTop: block.before } },
      columns,
    );
  }
  return make(
    View,
    { key, style: { marginTop: block.before } },
    block.head.map((row, at) => toRow(row, block.widths, `head ${at}`, true)),
    block.body.map((row, at) => toRow(row, block.widths, at, false)),
  );
};

const toDocument = ({ title, page, blocks }) => {
  const style = {
    fontFamily: 'Tinos',
    paddingTop: page.top,
    paddingBottom: page.bottom,
    paddingLeft: page.left,
    paddingRight: page.right,
  };
  const number = make(Text, {
    fixed: true,
    style: {
      position: 'absolute',
      top: page.numberTop,
      left: 0,
      right: 0,
      textAlign: 'center',
      fontSize: page.numberSize,
    },
    render: ({ pageNumber }) => (pageNumber === 1 ? '' : String(pageNumber)),
  });
  return make(
    Document,
    { title },
    make(Page, { size: [page.width, page.height], style }, number, blocks.map(toView)),
  );
};

export const draw = ({ plain }) => renderToBuffer(toDocument(plain));
