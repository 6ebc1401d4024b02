import { expect, test } from 'vitest';
import type { GlyphSubset } from '../../documents/font-subset.ts';
import { encodeSubset, fonts, type Face } from '../../documents/fonts.ts';

const FACES: readonly Face[] = ['regular', 'bold', 'italic', 'boldItalic'];
const TEXTS = ['', 'a', 'Cộng hòa xã hội chủ nghĩa Việt Nam', 'ẬẶỂỖỢỮỲĐ 0123456789 – “½”'];

const subsetOf = (face: Face, text: string) => {
  const font = fonts[face];
  const subset = font.createSubset();
  for (const letter of text)
    subset.includeGlyph(font.glyphForCodePoint(letter.codePointAt(0) ?? 0));
  return subset;
};

test.for(FACES)('a face is cut to the letters of a paper as fontkit cuts it: %s', (face) => {
  for (const text of TEXTS) {
    const ours = encodeSubset[face](subsetOf(face, text) as unknown as GlyphSubset);
    expect(Buffer.from(ours).equals(subsetOf(face, text).encode())).toBe(true);
  }
});
