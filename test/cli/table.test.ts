import { describe, expect, it } from 'vitest';
import { formatTable } from '../../cli/table.ts';

describe('a table in the terminal', () => {
  it('counts a letter with its marks as one, in either way of writing it', () => {
    const name = 'Nguyễn Thị Ước';
    const lines = formatTable(
      ['NAME', 'N'],
      [
        [name.normalize('NFC'), '1'],
        [name.normalize('NFD'), '2'],
        ['A', '3'],
      ],
    ).split('\n');
    expect(lines.map((row) => [...new Intl.Segmenter().segment(row)].length)).toEqual([
      17, 17, 17, 17,
    ]);
  });

  it('shows a blank for what is not there, and no blanks at the end of a line', () => {
    expect(formatTable(['A', 'B', 'C'], [['x', null, '']])).toBe('A  B  C\nx  -');
  });

  it('lets no name steer the terminal', () => {
    expect(formatTable(['A'], [['a\u001b[2Jb\nc']])).toBe('A\na [2Jb c');
  });
});
