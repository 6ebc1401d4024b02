import type { LocalDate } from '../domain/local-date.ts';

/** Words that every paper shows, whatever its template says. */
export const paperWords = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  draft: 'DỰ THẢO',
  workingCopy: 'BẢN LÀM VIỆC, KHÔNG CÓ GIÁ TRỊ NHƯ BẢN GỐC',
  recipients: 'Nơi nhận:',
  day: 'ngày',
  month: 'tháng',
  year: 'năm',
  basis: 'Căn cứ',
  // A basis may be an act carried out or a proposal weighed: such a line keeps its own first words.
  basisOpenings: ['Căn cứ', 'Thực hiện', 'Theo', 'Xét', 'Trên cơ sở'],
  targetReach: 'đạt',
  targetRise: 'tăng từ',
  targetFall: 'giảm từ',
  targetTo: 'lên',
  targetDownTo: 'xuống',
  targetKeep: 'giữ ở mức',
  targetAtMost: 'giảm còn',
} as const;

const NBSP = '\u00a0';
const twoDigits = (value: number): string => String(value).padStart(2, '0');

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

// Decree 30/2020, Appendix I, II.4: a leading 0 for days below 10 and for months 1 and 2 only.
const splitDate = (date: LocalDate): DateParts => {
  const [year, month, day] = date.split('-');
  if (year === undefined || month === undefined || day === undefined) {
    throw new RangeError(`not a calendar day (YYYY-MM-DD): ${date}`);
  }
  const monthNumber = Number(month);
  return { year, month: monthNumber > 2 ? String(monthNumber) : twoDigits(monthNumber), day };
};

const joinDate = (day: string, month: string, year: string): string =>
  `${paperWords.day} ${day} ${paperWords.month} ${month} ${paperWords.year} ${year}`;

/** "ngày 05 tháng 01 năm 2024". */
export const formatPaperDate = (date: LocalDate): string => {
  const { day, month, year } = splitDate(date);
  return joinDate(day, month, year);
};

/** "15/01/2024", "14/3/2024": the same rule of leading zeros. */
export const formatShortDate = (date: LocalDate): string => {
  const { day, month, year } = splitDate(date);
  return `${day}/${month}/${year}`;
};

/** The date of a paper before it has one: dots in a draft, room for the pen in what is signed. */
export const formatBlankDate = (blank: 'dots' | 'room', year: string | null): string => {
  const part = blank === 'dots' ? '...' : NBSP.repeat(5);
  const wholeYear = blank === 'dots' ? '.....' : NBSP.repeat(8);
  return joinDate(part, part, year ?? wholeYear);
};

/** "15/KH-ANNĐ". */
export const formatNumberAndSymbol = (number: string, symbol: string): string =>
  `${number}/${symbol}`;

/** What stands where the number will be. */
export const blankNumber = (blank: 'dots' | 'room'): string =>
  blank === 'dots' ? '.....' : NBSP.repeat(10);

/** "94,5", "1.250": decimal comma, dots between thousands, at most four decimals. */
export const formatNumber = (value: number): string => {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) {
    throw new RangeError(`not a number that a paper can show: ${String(value)}`);
  }
  const [whole = '0', decimals = ''] = Math.abs(value).toFixed(4).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const shown = decimals.replace(/0+$/, '');
  const text = shown === '' ? grouped : `${grouped},${shown}`;
  return value < 0 && text !== '0' ? `-${text}` : text;
};

/** Counts below ten have two digits: "03", "06", "12". */
export const formatCount = (value: number): string =>
  Number.isInteger(value) && value >= 0 && value < 10 ? twoDigits(value) : formatNumber(value);

/** "giảm từ 3 xuống 2", "đạt 100": what an indicator is to reach in the year. */
export const formatTarget = (target: {
  readonly direction: 'increase' | 'decrease';
  readonly baseline: number | null;
  readonly target: number;
}): string => {
  const words = paperWords;
  const aim = formatNumber(target.target);
  if (target.baseline === null) {
    return `${target.direction === 'increase' ? words.targetReach : words.targetAtMost} ${aim}`;
  }
  const from = formatNumber(target.baseline);
  if (from === aim) return `${words.targetKeep} ${aim}`;
  return target.direction === 'increase'
    ? `${words.targetRise} ${from} ${words.targetTo} ${aim}`
    : `${words.targetFall} ${from} ${words.targetDownTo} ${aim}`;
};

/** "Căn cứ Luật …": the opening word is set where the writer gave only the citation. */
export const openBasis = (text: string): string =>
  paperWords.basisOpenings.some((opening) => text.startsWith(`${opening} `))
    ? text
    : `${paperWords.basis} ${text}`;
