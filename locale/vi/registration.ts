/** The period's pages: opening, the units' standing, shared tasks, the list before the leader. */
export const registration = {
  'registration.title': 'Đăng ký nhiệm vụ cải cách hành chính năm {year}',
} as const;
