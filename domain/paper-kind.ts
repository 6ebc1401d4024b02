/** Papers that are signed, numbered and issued. */
export type PaperKind = 'plan' | 'registration-opening' | 'registration-result' | DraftKind;
/** Those that go from a draft of the year's rooms to their recipients. */
export type DraftKind =
  | 'check-team-decision'
  | 'commendation-decision'
  | 'conclusion'
  | 'conference-cancellation'
  | 'correction'
  | 'invitation'
  | 'letter'
  | 'minutes'
  | 'news-item'
  | 'notice'
  | 'plan-amendment'
  | 'pledge'
  | 'quarter-report'
  | 'recall'
  | 'report'
  | 'submission'
  | 'summons'
  | 'transfer-slip'
  | 'year-report';
