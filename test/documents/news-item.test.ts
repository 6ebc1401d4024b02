import { describe, expect, test } from 'vitest';
import { paperOf } from '../../documents/paper-of.ts';
import { previewPaper, renderDocx, renderPdf } from '../../documents/render.ts';
import type { PaperStage } from '../../documents/paper.ts';
import type { NewsFacts } from '../../domain/conference/news-item.ts';
import { composeNews } from '../../locale/news-item.ts';
import { formatCount, formatShortDate } from '../../locale/papers.ts';
import { REPLAY_WORDS } from '../../locale/replay.ts';
import { type referenceYear, YEARS } from '../year-file/reference-year.ts';
import { newsFactsOf } from './news-fixture.ts';
import { canReadPdf, readDocx, readPdfPages } from './paper-text.ts';
import { office } from './registration-fixture.ts';

type Year = keyof typeof YEARS;
const years: readonly Year[] = [2022, 2024];

const flat = (text: string): string =>
  text.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();

/** All of the news item as one text. */
const newsOf = (facts: NewsFacts): string => {
  const { subject, paragraphs, captions } = composeNews(facts);
  return flat([subject, ...paragraphs, ...captions].join('\n'));
};

interface SeedFact {
  readonly path: string;
  readonly value: string | number;
}

// Of the article that told of the conference, and not of the conference.
const OF_THE_ARTICLE = /^\/seed\//;
// Named in the file, which does not say what they had to do with the conference.
const TOLD_NOWHERE = ['/superiors/1/name', '/superiors/2/name'];

const wordsOf = (
  { path, value }: SeedFact,
  file: ReturnType<typeof referenceYear>,
): readonly string[] => {
  if (path.endsWith('/inspections')) return ['một lần kiểm tra'];
  if (typeof value === 'number') return [formatCount(value), String(value)];
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return [formatShortDate(value)];
  const domain = /^\/domains\/(\d+)\/seedName$/.exec(path)?.[1];
  // The office's papers call the domains by their official names.
  if (domain !== undefined) return [value, file.domains[Number(domain)].officialName];
  if (path.endsWith('Id')) {
    const named = [...file.orgUnits, ...file.people].find(({ id }: { id: string }) => id === value);
    return [named.name ?? named.fullName];
  }
  return [value.replace(/[\s.;,]+$/u, '')];
};

describe.each(years)('the news item of %i', (year) => {
  const file = YEARS[year]();
  const facts = (file.seedFacts as readonly SeedFact[]).filter(
    ({ path }) => !OF_THE_ARTICLE.test(path),
  );

  test('tells every fact of that office which its data holds', () => {
    const news = newsOf(newsFactsOf(year));
    const untold = facts.filter(
      (fact) => !wordsOf(fact, file).some((words) => news.includes(flat(words))),
    );
    expect(facts.length).toBeGreaterThan(25);
    expect(untold.map(({ path }) => path).filter((path) => !TOLD_NOWHERE.includes(path))).toEqual(
      [],
    );
  });

  test('tells nothing that its data does not hold', () => {
    const leaves = (value: unknown): readonly (string | number)[] => {
      if (typeof value === 'string' || typeof value === 'number') return [value];
      return typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(leaves)
        : [];
    };
    const known = newsFactsOf(year);
    const data = leaves([file, known.captions]);
    const all = data
      .filter((value) => typeof value === 'string')
      .map((text) => flat(text).replace(/[\s.;,]+$/u, ''));
    // A single word is only taken off whole: an abbreviation stands within other words as well.
    const single = new Set(all.filter((text) => !text.includes(' ')));
    const texts = all
      .filter((text) => text.includes(' '))
      .toSorted((left, right) => right.length - left.length);
    let rest = newsOf(known).replace(flat(formatShortDate(known.conference.date)), ' ');
    for (const text of texts) rest = rest.replaceAll(text, ' ');
    const words = new Set(rest.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''));
    expect(
      [...words].filter((word) => !ownWords.has(word) && !single.has(word) && !/^\d+$/.test(word)),
    ).toEqual([]);
    const numbers = [
      ...data.filter((value) => typeof value === 'number'),
      ...[known.tasks.length, ...Object.values(known.dialogue ?? {})],
    ].map(Number);
    const told = [...words].filter((word) => /^\d+$/.test(word)).map(Number);
    expect(told.filter((number) => !numbers.includes(number))).toEqual([]);
  });
});

// Every way in which the item can be put, with nothing told: what is left are its own words.
const ownWords = new Set(
  years.flatMap((year) => {
    const blank = (value: unknown): unknown => {
      if (typeof value === 'string') return /^\d{4}-/.test(value) ? value : '§';
      if (Array.isArray(value)) return value.map(blank);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, blank(one)]));
    };
    const facts = newsFactsOf(year);
    const { session, kind } = facts.conference;
    const blanked = blank(facts) as NewsFacts;
    const conference = { ...blanked.conference, session, kind };
    return newsOf({ ...blanked, officeName: '§', conference }).split(/[^\p{L}]+/u);
  }),
);
// With these the minutes of a past year are put together from its data.
const { answered, answering, passingUp, previousYear, ranking, signing, spirit } = REPLAY_WORDS;
const minutesWords = [
  ranking('§', 0, '§', '§'),
  previousYear(0, ['§']),
  answered('§', '§'),
  signing('§', '§'),
  ...[spirit, answering, passingUp].map((words) => words('§')),
];
for (const word of flat(minutesWords.join(' ')).split(/[^\p{L}]+/u)) ownWords.add(word);

describe('the news item', () => {
  const bare = (): NewsFacts => {
    const facts = newsFactsOf(2024);
    const { minutes, conference } = facts;
    return {
      ...facts,
      conference: {
        ...conference,
        agenda: [],
        launchedBy: null,
        inResponseTo: null,
        context: null,
        witnesses: null,
      },
      minutes: { ...minutes, course: [], signing: null, questions: null },
      attendance: null,
      plan: null,
      tasks: [],
      pledgeTitles: [],
      dialogue: null,
      captions: [],
    };
  };

  test('of a conference with nothing but its minutes is a lead, the chair and the conclusion', () => {
    const { paragraphs, captions } = composeNews(bare());
    expect(paragraphs).toHaveLength(3);
    expect(paragraphs[1]).toBe('Đồng chí Thượng tá Nguyễn Văn Mẫu, Trưởng phòng chủ trì hội nghị.');
    expect(captions).toEqual([]);
  });

  test('calls tasks focal only where the plan has as many as it says', () => {
    const facts = newsFactsOf(2024);
    expect(newsOf(facts)).toContain('05 nhiệm vụ trọng tâm');
    const fewer = newsOf({ ...facts, tasks: facts.tasks.slice(1) });
    expect(fewer).toContain('04 nhiệm vụ');
    expect(fewer).not.toContain('nhiệm vụ trọng tâm,');
  });

  test('names the pledge where the minutes do not say what was signed', () => {
    const news = newsOf({ ...bare(), pledgeTitles: ['Giao ước thi đua'] });
    expect(news).toContain('các đơn vị ký giao ước thi đua.');
  });
});

describe('its paper', () => {
  const make = (year: Year, stage: PaperStage) => {
    const content = {
      ...composeNews(newsFactsOf(year)),
      year,
      conferenceId: 'conference',
      signer: { personId: 'P-01', capacity: null },
      addressees: { superiorIds: [], unitIds: ['T-1'], guests: [] },
    };
    return paperOf({ kind: 'news-item', content }, office, {
      stage,
      number: null,
      date: stage === 'final' ? '2024-04-18' : null,
      confirmedAt: null,
    });
  };

  test('reads as approved, without a number', async () => {
    const text = readDocx(await renderDocx(make(2024, 'final')));
    await expect(text).toMatchFileSnapshot('../approved/news-item-final.docx.txt');
    expect(text).not.toContain('Số:');
  });

  test.runIf(canReadPdf)('its PDF of the other kind of conference reads as approved', async () => {
    const pages = readPdfPages(await renderPdf(make(2022, 'for-signature')));
    await expect(pages.join('\f')).toMatchFileSnapshot(
      '../approved/news-item-summary-for-signature.pdf.txt',
    );
  });

  test('the preview of a draft is the approved fragment', async () => {
    const html = previewPaper(make(2024, 'draft')).replaceAll('><', '>\n<');
    await expect(html).toMatchFileSnapshot('../approved/news-item-draft.preview.txt');
  });
});
