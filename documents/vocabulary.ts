/** The tags of a paper's template, and the attributes that each may carry. */
export const VOCABULARY = {
  p: ['align'],
  h1: [],
  h2: [],
  h3: [],
  b: [],
  i: [],
  u: [],
  ul: [],
  ol: [],
  li: [],
  br: [],
  table: [],
  thead: [],
  tbody: [],
  col: ['width'],
  tr: [],
  th: ['colspan', 'rowspan', 'align'],
  td: ['colspan', 'rowspan', 'align'],
  letterhead: ['parent', 'office', 'number', 'place-date'],
  basis: [],
  signatures: ['signer', 'confirmation'],
  signing: [],
  party: ['signer', 'confirmation'],
  'approval-box': ['title', 'signer'],
  recipients: [],
  sheet: ['orientation'],
  annex: ['orientation'],
  'page-break': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const KNOWN_TAGS: ReadonlySet<string> = new Set(Object.keys(VOCABULARY));

/** Tags that hold nothing. */
export const VOID_TAGS: ReadonlySet<string> = new Set([
  'br',
  'col',
  'page-break',
  'sheet',
  'letterhead',
]);

/** A line break inside a value: it never counts as white space of the template. */
export const VALUE_BREAK = '\u2028';
