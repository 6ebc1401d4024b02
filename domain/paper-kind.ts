/** Papers that are signed, numbered and issued. */
export type PaperKind = 'plan' | 'registration-opening' | 'registration-result' | DraftKind;
/** Those that go from a draft of the year's rooms to their recipients. */
export type DraftKind =
  | 'conclusion'
  | 'conference-cancellation'
  | 'correction'
  | 'invitation'
  | 'minutes'
  | 'plan-amendment'
  | 'pledge'
  | 'quarter-report'
  | 'recall'
  | 'submission'
  | 'summons'
  | 'transfer-slip'
  | 'year-report';
