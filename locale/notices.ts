import type { Rung } from '../domain/notices.ts';
import type { Quarter } from '../domain/plan.ts';
import type { WaitingFor } from '../domain/waiting.ts';

/** Words of the mail to whoever asked a question of the dialogue. */
export const answerMailWords = { subject: 'Kết quả ý kiến đối thoại của đồng chí' } as const;

/** Words of the mails about what waits; Vietnamese, as all mails of the office. */
export const noticeWords = {
  atOnceSubject: 'Chờ lãnh đạo',
  digestSubject: 'Việc đang chờ, ngày',
  ofYear: 'năm',
  /** Takes the place of `{quarter}`, and of the year behind the words. */
  ofQuarter: { Q1: 'quý I', Q2: 'quý II', Q3: 'quý III', Q4: 'quý IV' } satisfies Readonly<
    Record<Quarter, string>
  >,
  what: {
    'submit-plan': 'Hoàn thiện và trình kế hoạch',
    'correct-plan': 'Chỉnh sửa kế hoạch được trả lại',
    'approve-plan': 'Phê duyệt kế hoạch',
    'open-registration': 'Mở đợt đăng ký nhiệm vụ',
    'register-unit': 'Đăng ký nhiệm vụ',
    'correct-registration': 'Chỉnh sửa bản đăng ký được trả lại',
    'review-registration': 'Xem xét bản đăng ký',
    'accept-registration': 'Duyệt bản đăng ký của đơn vị đầu mối',
    'consent-decline': 'Xem xét việc đơn vị không đăng ký',
    'close-list': 'Chốt danh sách đăng ký, trình lãnh đạo',
    'approve-list': 'Phê duyệt danh sách đăng ký',
    'approve-supplement': 'Phê duyệt đăng ký bổ sung',
    'correct-draft': 'Chỉnh sửa dự thảo văn bản được trả lại',
    'initial-content': 'Ký nháy nội dung dự thảo',
    'initial-form': 'Kiểm tra, ký nháy thể thức dự thảo',
    'approve-draft': 'Phê duyệt dự thảo văn bản',
    'do-work': 'Thực hiện việc được giao',
    'confirm-work': 'Xác nhận việc được giao đã xong',
    'summarise-year': 'Tổng kết năm, trình báo cáo tổng kết',
    'hold-signing': 'Tổ chức ký giao ước, cam kết',
    'sign-pledge': 'Ký giao ước, cam kết (đơn vị chưa ký)',
    'scan-pledge': 'Tải lên bản quét giao ước, cam kết đã ký',
    'submit-pledge': 'Lập giao ước thi đua để phát hành',
    'invite-conference': 'Mời, triệu tập dự hội nghị',
    'record-conference': 'Ghi kết quả hội nghị',
    'write-minutes': 'Viết biên bản hội nghị',
    'submit-minutes': 'Trình ký biên bản hội nghị',
    'announce-cancellation': 'Thông báo hủy hội nghị',
    'answer-question': 'Trả lời ý kiến đối thoại',
    'write-slip': 'Soạn văn bản chuyển kiến nghị lên cấp trên',
    'enter-reply': 'Theo dõi, nhập trả lời của cấp trên',
    'report-figures': 'Báo cáo số liệu kiểm tra {quarter}',
    'correct-figures': 'Chỉnh sửa số liệu kiểm tra {quarter} được trả lại',
    'confirm-figures': 'Xác nhận số liệu kiểm tra {quarter} của đơn vị',
    'hold-check': 'Tổ chức kiểm tra {quarter}, chốt kết quả',
    'late-check': 'Kiểm tra {quarter} quá hạn, cần lãnh đạo đôn đốc',
    'write-quarter-report': 'Viết, trình báo cáo {quarter}',
    'sign-paper': 'Ký văn bản',
    'number-paper': 'Cấp số văn bản',
    'stamp-paper': 'Đóng dấu văn bản',
    'scan-paper': 'Tải lên bản quét văn bản đã ký, đóng dấu',
    'issue-paper': 'Phát hành văn bản',
    'hand-over-paper': 'Bàn giao bản giấy',
    'mend-delivery': 'Xử lý nơi nhận không gửi được',
  } satisfies Readonly<Record<WaitingFor, string>>,
  rung: {
    new: 'Việc mới',
    'three-days': 'Còn 03 ngày làm việc',
    'one-day': 'Còn 01 ngày làm việc',
    'last-day': 'Hạn cuối là hôm nay',
    late: 'Quá hạn',
  } satisfies Readonly<Record<Rung, string>>,
} as const;
