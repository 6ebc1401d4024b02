/** Words about initials: whoever answers for content and form, before a paper goes to the leader. */
export const initials = {
  'initials.content': 'Ký nháy nội dung',
  'initials.form': 'Ký nháy thể thức',
  'initials.given': '{who}, {when}',
  'initials.waits-for': 'Chờ {who}',
  'initials.not-yet': 'Chưa đến lượt',
  'initials.title': 'Kiểm tra, ký nháy',
  'initials.content-asks':
    'Bạn chịu trách nhiệm về nội dung văn bản. Ký nháy khi nội dung đã đúng, đủ; nếu chưa, trả lại kèm lý do.',
  'initials.form-asks':
    'Bạn chịu trách nhiệm về thể thức, kỹ thuật trình bày. Xem mục Thể thức ở trên: còn quy tắc chưa đạt thì chưa ký nháy được, hãy trả lại kèm lý do.',
  'initials.give-back': 'Trả lại, chưa ký nháy',
  'initials.before-leader': 'Văn bản còn chờ ký nháy, lãnh đạo phê duyệt sau đó.',
  'initials.office-title': 'Ký nháy trước khi trình lãnh đạo',
  'initials.office-in-short':
    'Trước khi trình lãnh đạo, người đứng đầu đơn vị soạn thảo kiểm tra nội dung, người được giao kiểm tra thể thức (Nghị định 30/2020/NĐ-CP, Điều 12).',
  'initials.office-none': 'không loại văn bản nào.',
  'initials.office-some': '{count} loại văn bản.',
  'initials.content-kinds': 'Ký nháy nội dung',
  'initials.content-kinds-hint':
    'Người đứng đầu đơn vị đầu mối ký. Có hiệu lực với văn bản trình từ nay.',
  'initials.form-kinds': 'Ký nháy thể thức, kỹ thuật trình bày',
  'initials.form-kinds-hint': 'Người được giao dưới đây ký, sau khi nội dung đã được ký nháy.',
  'initials.form-checker': 'Người được giao kiểm tra thể thức',
  'initials.form-checker-hint': 'Để trống nếu không loại nào cần ký nháy thể thức.',
} as const;
