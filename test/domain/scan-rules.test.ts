import { describe, expect, test } from 'vitest';
import { checkScanFacts, type ScanFacts, type ScanPage } from '../../domain/scan-rules.ts';

const PAGE: ScanPage = {
  width: 595.28,
  height: 841.89,
  isEmpty: false,
  dotsPerInch: 300,
  isInColour: true,
};
const scan = (pages: readonly Partial<ScanPage>[], change: Partial<ScanFacts> = {}): ScanFacts => ({
  version: 1.4,
  count: pages.length,
  pages: pages.map((page) => ({ ...PAGE, ...page })),
  ...change,
});

describe('the scan of a signed paper', () => {
  test('in colour, of 200 dpi and A4, with as many pages as the paper, is taken without a word', () => {
    expect(checkScanFacts(scan([{}, { dotsPerInch: 200 }]), 2)).toEqual([]);
    expect(checkScanFacts(scan([{ width: 841.89, height: 595.28 }]), 1)).toEqual([]);
  });

  test('of an older PDF than 1.4 is refused', () => {
    expect(() => checkScanFacts(scan([{}], { version: 1.3 }), 1)).toThrow(
      expect.objectContaining({
        code: 'scan-too-old',
        details: { given: '1.3' },
        place: '/scan',
      }),
    );
  });

  test('with fewer pages than the paper is refused, and both counts are named', () => {
    expect(() => checkScanFacts(scan([{}, {}]), 5)).toThrow(
      expect.objectContaining({ code: 'scan-too-short', details: { given: 2, pages: 5 } }),
    );
  });

  test('with more pages is taken with a word; what was printed elsewhere is not counted', () => {
    expect(checkScanFacts(scan([{}, {}, {}]), 2)).toEqual(['scan-longer']);
    expect(checkScanFacts(scan([{}]), null)).toEqual([]);
  });

  test('with an empty page is refused, and the page is named', () => {
    expect(() => checkScanFacts(scan([{}, { isEmpty: true }, {}]), 3)).toThrow(
      expect.objectContaining({ code: 'scan-empty-page', details: { page: 2 } }),
    );
  });

  test('of another size, with too few dots, or without colour, is taken with a word for each', () => {
    const letter = { width: 612, height: 792 };
    expect(checkScanFacts(scan([letter]), 1)).toEqual(['scan-not-a4']);
    // Edges that the scanner cut off.
    expect(checkScanFacts(scan([{ width: 575, height: 820, dotsPerInch: 191 }]), 1)).toEqual([]);
    expect(checkScanFacts(scan([{}, { dotsPerInch: 150 }]), 2)).toEqual(['scan-coarse']);
    expect(checkScanFacts(scan([{ isInColour: false }]), 1)).toEqual(['scan-not-colour']);
    expect(
      checkScanFacts(scan([{ ...letter, dotsPerInch: 72, isInColour: false }, {}]), 1),
    ).toEqual(['scan-longer', 'scan-not-a4', 'scan-coarse']);
  });

  test('says nothing of dots and colour where no scanner made the file, nor of pages that it hides', () => {
    expect(checkScanFacts(scan([{ dotsPerInch: null, isInColour: null }]), 1)).toEqual([]);
    expect(checkScanFacts({ version: 1.7, count: 3, pages: [] }, 3)).toEqual([]);
  });
});
