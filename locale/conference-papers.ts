import { localDateOf, type Instant, type LocalDate } from '../domain/local-date.ts';
import { formatPaperDate } from './papers.ts';

/** Words of a conference's papers, beside those of their templates. Approvals bind them. */
export const conferenceWords = {
  hour: 'giờ',
  minute: 'phút',
  session: { morning: 'sáng', afternoon: 'chiều' },
  weekdays: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  programme: 'Chương trình',
  attendanceSheet: 'Danh sách đại biểu và ký tên:',
  opening: 'Khai mạc',
  signing: 'Ký kết',
  questions: 'Đối thoại',
  conclusion: 'Kết luận của chủ tọa',
  leadership: 'Lãnh đạo đơn vị',
} as const;

/** "14 giờ 00 phút", the wall time at +07:00. */
const formatClock = (instant: Instant): string =>
  `${instant.slice(11, 13)} ${conferenceWords.hour} ${instant.slice(14, 16)} ${conferenceWords.minute}`;

/** "14 giờ 00 phút, ngày 17 tháng 4 năm 2024". */
export const formatClockAndDate = (instant: Instant): string =>
  `${formatClock(instant)}, ${formatPaperDate(localDateOf(instant))}`;

/** "14 giờ 00 phút, chiều thứ Tư, ngày 17 tháng 4 năm 2024"; `weekday` 1 is Monday. */
export const formatConferenceTime = (
  startAt: Instant,
  session: 'morning' | 'afternoon' | null,
  date: LocalDate,
  weekday: number,
): string => {
  const day = conferenceWords.weekdays[weekday - 1] ?? '';
  const part = session === null ? day : `${conferenceWords.session[session]} ${day}`;
  return `${formatClock(startAt)}, ${part}, ${formatPaperDate(date)}`;
};

const NUMERALS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** "I", "II": parts of a paper; beyond ten, tens go before. */
export const romanNumeral = (order: number): string =>
  order <= NUMERALS.length
    ? (NUMERALS[order - 1] ?? '')
    : `X${romanNumeral(order - NUMERALS.length)}`;
