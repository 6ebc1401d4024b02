import type {
  Conformity,
  FormFinding,
  FormRule,
  FormValue,
  LegalSource,
} from '../domain/conformity.ts';
import { form as en } from './en/form.ts';
import { form as vi } from './vi/form.ts';
import type { Language } from './words.ts';

const WORDS = { vi, en } as const;

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

export const nameFormRule = (language: Language, rule: FormRule): string =>
  WORDS[language].rules[rule];

/** "Decree 30/2020/ND-CP, appendix I, section I.II.5". */
export const nameLegalSource = (language: Language, source: LegalSource): string => {
  const { article, section, sample } = WORDS[language];
  if ('article' in source) return fill(article, { number: source.article });
  const text = source.appendix === 'III' ? sample : section;
  return fill(text, { appendix: source.appendix, number: source.section });
};

const isMany = (asked: FormFinding['asked']): asked is readonly FormValue[] => Array.isArray(asked);

const sayNumber = (language: Language, value: number): string => {
  const text = String(Math.round(value * 100) / 100);
  return language === 'vi' ? text.replace('.', ',') : text;
};

const sayValue = (language: Language, value: FormValue): string => {
  const { yes, no, nothing } = WORDS[language];
  if (typeof value === 'number') return sayNumber(language, value);
  if (typeof value === 'boolean') return value ? yes : no;
  return value ?? nothing;
};

const sayAsked = (language: Language, asked: FormFinding['asked']): string => {
  const { to, or, atLeast } = WORDS[language];
  const say = (value: FormValue): string => sayValue(language, value);
  if (isMany(asked)) return asked.map(say).join(` ${or} `);
  if (typeof asked !== 'object' || asked === null) return say(asked);
  return asked.to === null
    ? `${atLeast} ${say(asked.from)}`
    : `${say(asked.from)} ${to} ${say(asked.to)}`;
};

/** What is wrong at one place: "page 1, 'KẾ HOẠCH': size (pt): found 15, asked 13 to 14". */
export const describeFormFinding = (language: Language, finding: FormFinding): string => {
  const words = WORDS[language];
  const place = [
    finding.part > 0 ? fill(words.annex, { part: finding.part }) : null,
    finding.page === null ? null : fill(words.where, { page: finding.page }),
    finding.line === null ? null : `“${finding.line}”`,
  ].filter((part) => part !== null);
  const said = fill(words.finding, {
    aspect: words.aspects[finding.aspect],
    found: sayValue(language, finding.found),
    asked: sayAsked(language, finding.asked),
  });
  return place.length === 0 ? said : `${place.join(', ')}: ${said}`;
};

/** The whole in one sentence. */
export const describeConformity = (
  language: Language,
  { conforms, results }: Conformity,
): string => {
  const count = (wanted: string): number =>
    results.filter(({ verdict }) => verdict === wanted).length;
  const { conforms: right, conformsNot } = WORDS[language];
  return fill(conforms ? right : conformsNot, {
    passed: count('pass'),
    failed: count('fail'),
    none: count('not-applicable'),
  });
};
