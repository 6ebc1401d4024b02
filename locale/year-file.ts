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
