/** Papers that are signed, numbered and issued. */
export type PaperKind = 'plan' | 'registration-opening' | 'registration-result' | DraftKind;
/** Those that go from a draft of the year's rooms to their recipients. */
export type DraftKind =
  | 'correction'
  | 'recall'
  | 'plan-amendment'
  | 'year-report'
  | 'pledge'
  | 'invitation'
  | 'summons'
  | 'conference-cancellation'
  | 'minutes'
  | 'conclusion';
