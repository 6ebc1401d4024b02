/** Words of the papers of the dialogue, beside those of their templates. */
export const dialogueWords = {
  comrade: 'đồng chí',
  summaryTitle: 'Bảng tổng hợp ý kiến đối thoại về công tác cải cách hành chính năm',
  slipTitle: 'Phiếu hỏi đối thoại về công tác cải cách hành chính năm',
  onTheSpot: 'Giải quyết tại chỗ',
  givenTo: 'Giao',
  explained: 'Giải thích, không chuyển',
  passedUp: 'Chuyển',
  mergedInto: 'Gộp vào ý kiến số',
  asKept: 'Cùng kết quả với ý kiến số',
  notAnswered: 'Chưa trả lời',
  repliedOn: 'Đã trả lời ngày',
  replyAt: 'tại văn bản số',
  overdue: 'Quá hạn, chưa có trả lời',
  awaited: 'Đang chờ trả lời',
  givenUp: 'Kết thúc theo dõi, không có trả lời',
  workDone: 'Đã thực hiện xong',
  workDropped: 'Thôi thực hiện',
  workUnderWay: 'Đang thực hiện',
  done: 'Đã trả lời',
} as const;

// A proposal may well be about how complaints are handled; these words open a complaint itself.
const COMPLAINT =
  /(?<![\p{L}])(?:đơn|thư|tôi|chúng tôi|xin|muốn|làm|gửi)\s+(?:khiếu nại|tố cáo|khiếu kiện)(?![\p{L}])/iu;

/**
 * True where a text is a complaint or a denunciation by its own words: these follow their own laws and are
 * handed to the competent body, not answered in a dialogue.
 */
export const isComplaint = (text: string): boolean => COMPLAINT.test(text.normalize('NFC'));

/** "đồng chí Thiếu tá A, Đội 1", in a table the unit first; null: without a name. */
export const askerOf = (
  person: string | null,
  unit: string | null,
  place: 'sentence' | 'table',
): string | null => {
  const named = person === null ? null : `${dialogueWords.comrade} ${person}`;
  const order = place === 'sentence' ? [named, unit] : [unit, named];
  const parts = order.filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
};
