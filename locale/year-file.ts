/** The Vietnamese values of the reference schema, and the words that a plan taken from it needs. */

/** A paper that carries one of these may not be on this system at all (Law on state secrets). */
export const SECRET_MARKS: readonly string[] = ['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'];

export const CONFERENCE_SESSIONS = { morning: 'Sáng' } as const;

/** The subject of a plan whose file holds no paper for it. */
export const planSubject = (year: number, officeName: string): string =>
  `Thực hiện công tác cải cách hành chính năm ${String(year)} của ${officeName}`;
