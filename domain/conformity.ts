/** Decree 30/2020/ND-CP: an article, a section of an appendix, or a sample of appendix III. */
export type LegalSource =
  { readonly article: number } | { readonly appendix: 'I' | 'III'; readonly section: string };

/** The rules of form that a finished paper is judged by, in the order of the page. */
export const FORM_RULES = [
  'page-size',
  'page-margins',
  'font',
  'national-name',
  'motto',
  'motto-rule',
  'parent-name',
  'office-name',
  'office-rule',
  'number-style',
  'number-form',
  'place-date-style',
  'date-form',
  'letter-subject',
  'kind',
  'subject',
  'subject-rule',
  'addressees-style',
  'addressees-form',
  'bases-style',
  'bases-form',
  'body-style',
  'part-heading',
  'section-heading',
  'article-heading',
  'first-line-indent',
  'paragraph-gap',
  'line-spacing',
  'end-mark',
  'signing-power',
  'signing-post',
  'signer-name',
  'recipients-head',
  'recipients-style',
  'recipients-form',
  'page-number-first',
  'page-number-later',
  'annex-mark',
  'annex-title',
  'annex-reference',
  'annex-numbering',
] as const;
export type FormRule = (typeof FORM_RULES)[number];

/** What was looked at; lengths are points, shares are parts of a line. */
export type FormAspect =
  | 'width'
  | 'height'
  | 'margin-top'
  | 'margin-bottom'
  | 'margin-left'
  | 'margin-right'
  | 'font'
  | 'size'
  | 'bold'
  | 'italic'
  | 'upper-case'
  | 'alignment'
  | 'rule-share'
  | 'indent'
  | 'gap'
  | 'spacing'
  | 'words'
  | 'presence'
  | 'page-number';

export type FormValue = string | number | boolean | null;

/** From and to, both allowed; to is null where there is no upper end. */
export interface FormRange {
  readonly from: number;
  readonly to: number | null;
}

export interface FormFinding {
  readonly rule: FormRule;
  /** 0: the paper itself; 1, 2, …: its annexes. */
  readonly part: number;
  /** Counted through the file; null in a DOCX, which has no pages before it is laid out. */
  readonly page: number | null;
  /** The line or paragraph, cut after some words; null: the whole part. */
  readonly line: string | null;
  readonly aspect: FormAspect;
  /** null: there is nothing. */
  readonly found: FormValue;
  readonly asked: FormValue | FormRange | readonly FormValue[];
  readonly source: LegalSource;
}

export type FormVerdict = 'pass' | 'fail' | 'not-applicable';

export interface FormResult {
  readonly rule: FormRule;
  readonly verdict: FormVerdict;
  readonly source: LegalSource;
  readonly findings: readonly FormFinding[];
}

export interface Conformity {
  readonly file: 'docx' | 'pdf';
  readonly conforms: boolean;
  readonly results: readonly FormResult[];
}
