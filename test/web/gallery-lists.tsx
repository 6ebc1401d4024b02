import { formatDate, formatDateTime, formatDeadline } from '../../locale/dates.ts';
import type { Words } from '../../locale/words.ts';
import { SummaryList, Table, Tag } from '../../web/layout/content.tsx';
import { DiffList } from '../../web/layout/diff-list.tsx';
import { Board, TaskList, Timeline } from '../../web/layout/progress.tsx';

const TODAY = '2024-01-17';

export const YearPart = ({ t }: { t: Words }) => (
  <>
    <h2 class="govuk-heading-m">Tiến độ trong năm</h2>
    <Timeline
      t={t}
      steps={[
        { state: 'done', title: 'Lập kế hoạch', dates: formatDate('2024-01-10'), href: '/plan' },
        {
          state: 'waiting',
          title: 'Phê duyệt kế hoạch',
          dates: `Trình lúc ${formatDateTime('2024-01-15T16:32:05+07:00')}`,
          forWhom: 'Trưởng phòng',
        },
        {
          state: 'due',
          title: 'Cấp số văn bản',
          dates: `${formatDate('2024-01-17')}, ${formatDeadline('vi', '2024-01-17', TODAY)}`,
          forWhom: 'Văn thư',
        },
        {
          state: 'late',
          title: 'Đăng ký nhiệm vụ',
          dates: `${formatDate('2024-01-15')}, ${formatDeadline('vi', '2024-01-15', TODAY)}`,
          forWhom: 'Đội Công tác số 2, Hội Phụ nữ',
          note: 'Đã nhắc 2 lần',
        },
        { state: 'upcoming', title: 'Kiểm tra quý I', dates: formatDate('2024-03-20') },
        { state: 'upcoming', title: 'Tổng kết năm', dates: formatDate('2024-12-16') },
      ]}
    />
    <h2 class="govuk-heading-m">Việc cần chuẩn bị</h2>
    <TaskList
      id="prepare"
      items={[
        {
          title: 'Nhiệm vụ và chỉ tiêu',
          href: '/tasks',
          status: { text: 'Đã xong', tone: 'good' },
        },
        {
          title: 'Lịch kiểm tra trong năm',
          href: '/schedule',
          hint: 'Bốn quý, theo kỳ số liệu của cấp trên',
          status: { text: 'Chưa làm', tone: 'plain' },
        },
        { title: 'Trình lãnh đạo', status: { text: 'Chưa trình được', tone: 'plain' } },
      ]}
    />
  </>
);

export const PapersPart = ({ t }: { t: Words }) => (
  <>
    <Board
      t={t}
      columns={[
        {
          id: 'to-sign',
          title: 'Chờ ký',
          cards: [
            {
              title: 'Kế hoạch cải cách hành chính năm 2024',
              href: '/paper/1',
              lines: ['Người ký: Trưởng phòng', 'Duyệt 15/01/2024'],
              tag: { text: 'quá hạn 2 ngày', tone: 'bad' },
            },
          ],
        },
        {
          id: 'to-number',
          title: 'Chờ cấp số',
          cards: [
            { title: 'Thông báo đăng ký nhiệm vụ', href: '/paper/2', lines: ['Ký 16/01/2024'] },
          ],
        },
        { id: 'to-stamp', title: 'Chờ đóng dấu', cards: [] },
        {
          id: 'issued',
          title: 'Đã phát hành',
          cards: [
            {
              title: 'Số: 05/KH-MẪU',
              href: '/paper/3',
              lines: ['Kế hoạch năm 2023, 11 nơi nhận'],
              tag: { text: 'đủ xác nhận', tone: 'good' },
            },
          ],
        },
      ]}
    />
    <Table
      caption="Nơi nhận"
      columns={[
        { label: 'Đơn vị' },
        { label: 'Hình thức' },
        { label: 'Trạng thái' },
        { label: 'Số trang', isNumeric: true },
      ]}
      rows={[
        ['Phòng Tham mưu (PV01)', 'Thư điện tử', <Tag tone="good">Đã xác nhận</Tag>, '12'],
        ['Đội Công tác số 2', 'Thư điện tử', <Tag tone="busy">Đã gửi</Tag>, '12'],
        ['Hội Phụ nữ', 'Giao bản giấy', <Tag tone="plain">Chờ ký nhận</Tag>, '12'],
        ['Đội Công tác số 3', 'Thư điện tử', <Tag tone="bad">Bị từ chối</Tag>, '12'],
      ]}
    />
    <SummaryList
      rows={[
        {
          key: 'Trích yếu',
          value: 'Cải cách hành chính năm 2024 của Phòng Mẫu',
          action: { href: '/subject', label: t('shell.change') },
        },
        { key: 'Số, ký hiệu', value: 'Chưa cấp' },
      ]}
    />
    <DiffList
      t={t}
      differences={[
        {
          label: 'Nhiệm vụ 2',
          before: 'Rút ngắn thời gian giải quyết thủ tục xuống 5 ngày trong quý II',
          after: 'Rút ngắn thời gian giải quyết thủ tục xuống 3 ngày trong quý II',
        },
        { label: 'Nhiệm vụ 6', before: null, after: 'Họp giao ban trực tuyến' },
        { label: 'Kinh phí', before: 'Theo dự toán', after: null },
      ]}
    />
  </>
);
