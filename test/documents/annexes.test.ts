import { describe, expect, test } from 'vitest';
import { judgePaper } from '../../documents/conformity/judge-paper.ts';
import { buildPaper, templateText } from '../../documents/paper-blocks.ts';
import { renderDocx, renderPdf } from '../../documents/render.ts';
import type { PrintedKind } from '../../domain/paper-source.ts';
import { EVERY_KIND, paperWithUnits } from './every-kind.ts';
import { plan2024 } from './plan-fixture.ts';

/** The plan's template with a second annex of the same form, marked and referred to as given. */
const withTwoAnnexes = (marks: readonly [string, string], referred: string): string => {
  const shipped = templateText('plan').text.replace('nêu tại Phụ lục', `nêu tại ${referred}`);
  const at = shipped.indexOf('<annex');
  const annex = shipped.slice(at);
  const as = (mark: string): string => annex.replace('<h1>Phụ lục<br>', `<h1>${mark}<br>`);
  return shipped.slice(0, at) + as(marks[0]) + as(marks[1]);
};

const findingsOf = async (template: string) => {
  const paper = plan2024('final');
  const files = [await renderDocx(paper, template), await renderPdf(paper, template)];
  const judged = await Promise.all(files.map((bytes) => judgePaper(bytes)));
  return judged.map(({ results }) =>
    results.flatMap(({ findings }) => findings.map(({ rule, part }) => `${rule} ${String(part)}`)),
  );
};

const BOTH = ['Phụ lục I', 'Phụ lục II'] as const;

describe('two annexes', () => {
  test('with Roman numbers, both referred to, conform', async () => {
    expect(await findingsOf(withTwoAnnexes(BOTH, 'các Phụ lục I, II'))).toEqual([[], []]);
    const apart = 'Phụ lục I; thời gian nêu tại Phụ lục II';
    expect(await findingsOf(withTwoAnnexes(BOTH, apart))).toEqual([[], []]);
  });

  test('without numbers, or with others, are told so', async () => {
    const unnumbered = await findingsOf(withTwoAnnexes(['Phụ lục', 'Phụ lục'], 'Phụ lục'));
    expect(unnumbered).toEqual(Array(2).fill(['annex-mark 1', 'annex-mark 2']));
    const arabic = await findingsOf(withTwoAnnexes(['Phụ lục 1', 'Phụ lục 2'], 'Phụ lục'));
    expect(arabic[0]).toEqual(expect.arrayContaining(['annex-mark 1', 'annex-mark 2']));
  });

  test('of which the text names but one are told so', async () => {
    expect(await findingsOf(withTwoAnnexes(BOTH, 'Phụ lục I'))).toEqual(
      Array(2).fill(['annex-reference 2']),
    );
  });

  test('are numbered in pages each for itself', async () => {
    const pdf = await renderPdf(plan2024('final'), withTwoAnnexes(BOTH, 'các Phụ lục I, II'));
    const { results } = await judgePaper(pdf);
    const rule = results.find((one) => one.rule === 'annex-numbering');
    expect(rule?.verdict).toBe('pass');
  });
});

const textOf = (kind: PrintedKind): string =>
  JSON.stringify(buildPaper(paperWithUnits(kind, 2)).sections[0]);
const annexed = EVERY_KIND.filter(
  (kind) => buildPaper(paperWithUnits(kind, 2)).sections.length > 1,
);

test('some kinds have an annex', () => {
  expect(annexed).toEqual(expect.arrayContaining(['plan', 'year-report', 'commendation-decision']));
});

test.each(annexed)('the text of a %s says that it has an annex', (kind) => {
  expect(textOf(kind)).toMatch(/Phụ lục/u);
});
