const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

// A letter with its marks takes one place, in however many code points it is written.
const widthOf = (text: string): number => [...letters.segment(text)].length;

// What a name holds must not steer the terminal.
const plain = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ');

const pad = (text: string, width: number): string => text + ' '.repeat(width - widthOf(text));

/** Columns as wide as their widest cell, two blanks between them. */
export const formatTable = (
  head: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): string => {
  const lines = [head, ...rows.map((row) => row.map((cell) => plain(cell ?? '-')))];
  const widths = head.map((_, column) =>
    Math.max(...lines.map((line) => widthOf(line[column] ?? ''))),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => pad(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
