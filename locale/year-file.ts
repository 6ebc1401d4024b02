/** The Vietnamese values of the reference schema, and the words that a plan taken from it needs. */

/** A paper that carries one of these may not be on this system at all (Law on state secrets). */
export const SECRET_MARKS: readonly string[] = ['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'];

// Only in capitals and alone: "văn bản không mật" is an everyday phrase of plans.
const SECRET_MARK = /(?<![\p{L}\p{M}])(?:TUYỆT|TỐI)?\s*MẬT(?![\p{L}\p{M}])/u;

/** True where a text bears a mark of secrecy as papers bear it, in capitals. */
export const isMarkedSecret = (text: string): boolean =>
  SECRET_MARK.test(text) && !/(?:BẢO|BÍ|KHÔNG|CƠ|THÂN)\s+MẬT/u.test(text);

export const CONFERENCE_SESSIONS = { morning: 'Sáng' } as const;

/** The subject of a plan whose file holds no paper for it. */
export const planSubject = (year: number, officeName: string): string =>
  `Thực hiện công tác cải cách hành chính năm ${String(year)} của ${officeName}`;

/** What the schema's type of a paper says by itself. */
export type PaperType =
  | 'plan'
  | 'notice'
  | 'invitation'
  | 'summons'
  | 'programme'
  | 'minutes'
  | 'pledge'
  | 'transfer-slip'
  | 'submission'
  | 'letter'
  | 'report';

const PAPER_TYPES: readonly (readonly [name: string, type: PaperType])[] = [
  ['kế hoạch', 'plan'],
  ['thông báo', 'notice'],
  ['giấy mời', 'invitation'],
  ['giấy triệu tập', 'summons'],
  ['chương trình', 'programme'],
  ['biên bản', 'minutes'],
  ['giao ước', 'pledge'],
  ['bản giao ước', 'pledge'],
  ['bản cam kết', 'pledge'],
  ['cam kết', 'pledge'],
  ['phiếu chuyển', 'transfer-slip'],
  ['tờ trình', 'submission'],
  ['công văn', 'letter'],
  ['báo cáo', 'report'],
];

/** By the first words of the type's name: "Chương trình hội nghị" is a programme; null: none of ours. */
export const paperTypeOf = (name: string): PaperType | null => {
  const words = `${name.trim().toLowerCase()} `;
  return PAPER_TYPES.find(([begins]) => words.startsWith(`${begins} `))?.[1] ?? null;
};

const SUBJECT_WORDS = {
  amendment: /điều chỉnh|sửa đổi|bổ sung/,
  conclusion: /kết luận/,
  conference: /hội nghị|lễ phát động|đối thoại/,
  correction: /đính chính/,
  recall: /thu hồi/,
  registration: /đăng ký/,
  result: /kết quả|phê duyệt|danh mục|danh sách/,
  summons: /triệu tập/,
  yearEnd: /tổng kết/,
} as const;
export type SubjectWord = keyof typeof SUBJECT_WORDS;

/** True where the subject of a paper speaks of that. */
export const speaksOf = (subject: string, word: SubjectWord): boolean =>
  SUBJECT_WORDS[word].test(subject.toLowerCase());

const QUARTER_NUMERALS = ['i', 'ii', 'iii', 'iv'] as const;

/** 1 to 4 for "quý I" to "quý IV"; null where the subject names no quarter. */
export const quarterInSubject = (subject: string): number | null => {
  const written = /quý\s+(iv|i{1,3}|[1-4])(?![\p{L}\d])/u.exec(subject.toLowerCase())?.[1];
  if (written === undefined) return null;
  const place = QUARTER_NUMERALS.findIndex((numeral) => numeral === written);
  return place === -1 ? Number(written) : place + 1;
};
