export interface JsonFault {
  readonly offset: number;
  readonly expected: string;
}

/** Deep enough for any real file, and shallow enough that no later walk can run out of stack. */
const MAX_DEPTH = 64;
const MAX_NUMBER_LENGTH = 400;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/;
const UNICODE_ESCAPE = /^u[0-9a-fA-F]{4}$/;
const LITERALS = ['true', 'false', 'null'];
const BLANKS = new Set([0x20, 0x09, 0x0a, 0x0d]);

// An object keeps the keys it has had, an array keeps null.
type Open = Set<string> | null;
type State = 'value' | 'first-item' | 'first-key' | 'key' | 'colon' | 'after-value';
type Step = { readonly at: number; readonly state: State } | JsonFault;

const fault = (offset: number, expected: string): JsonFault => ({ offset, expected });
const isFault = (step: number | Step): step is JsonFault =>
  typeof step === 'object' && 'offset' in step;

const skipBlanks = (text: string, from: number): number => {
  let at = from;
  while (BLANKS.has(text.charCodeAt(at))) at += 1;
  return at;
};

const lengthOfEscape = (text: string, at: number): number => {
  if ('"\\/bfnrt'.includes(text.charAt(at + 1) || ' ')) return 2;
  return UNICODE_ESCAPE.test(text.slice(at + 1, at + 6)) ? 6 : 0;
};

const endOfString = (text: string, opening: number): number | JsonFault => {
  let at = opening + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return fault(at, 'no bare control character in a string');
    const length = code === 0x5c ? lengthOfEscape(text, at) : 1;
    if (length === 0) return fault(at, 'an escape of JSON');
    at += length;
  }
  return fault(text.length, 'the end of the string');
};

const endOfScalar = (text: string, at: number): number | JsonFault => {
  if (text[at] === '"') return endOfString(text, at);
  const literal = LITERALS.find((word) => text.startsWith(word, at));
  if (literal) return at + literal.length;
  const length = NUMBER.exec(text.slice(at, at + MAX_NUMBER_LENGTH))?.[0].length ?? 0;
  if (length === 0) return fault(at, 'a value');
  return length < MAX_NUMBER_LENGTH ? at + length : fault(at, 'a shorter number');
};

const stepIntoValue = (text: string, at: number, open: Open[]): Step => {
  const opening = text[at];
  if (opening !== '{' && opening !== '[') {
    const end = endOfScalar(text, at);
    return isFault(end) ? end : { at: end, state: 'after-value' };
  }
  if (open.length === MAX_DEPTH) return fault(at, `at most ${String(MAX_DEPTH)} levels`);
  open.push(opening === '{' ? new Set() : null);
  return { at: at + 1, state: opening === '{' ? 'first-key' : 'first-item' };
};

const closeOr =
  (closing: string, otherwise: (text: string, at: number, open: Open[]) => Step) =>
  (text: string, at: number, open: Open[]): Step => {
    if (text[at] !== closing) return otherwise(text, at, open);
    open.pop();
    return { at: at + 1, state: 'after-value' };
  };

const keyWritten = (literal: string): string => {
  const key: unknown = JSON.parse(literal);
  return String(key);
};

const stepOverKey = (text: string, at: number, open: Open[]): Step => {
  if (text[at] !== '"') return fault(at, 'a key in double quotes');
  const end = endOfString(text, at);
  if (isFault(end)) return end;
  const keys = open.at(-1);
  const key = keyWritten(text.slice(at, end));
  // Of two equal keys JSON.parse would silently keep the second.
  if (keys?.has(key)) return fault(at, 'each key once');
  keys?.add(key);
  return { at: end, state: 'colon' };
};

const stepOverColon = (text: string, at: number): Step =>
  text[at] === ':' ? { at: at + 1, state: 'value' } : fault(at, ':');

const stepAfterValue = (text: string, at: number, open: Open[]): Step => {
  const inObject = open.at(-1) !== null;
  if (text[at] === ',') return { at: at + 1, state: inObject ? 'key' : 'value' };
  const closing = inObject ? '}' : ']';
  return closeOr(closing, () => fault(at, `, or ${closing}`))(text, at, open);
};

const STEPS = {
  value: stepIntoValue,
  'first-item': closeOr(']', stepIntoValue),
  'first-key': closeOr('}', stepOverKey),
  key: stepOverKey,
  colon: stepOverColon,
  'after-value': stepAfterValue,
};

/** Where a text stops being JSON. Engines word and place this differently, and some not at all. */
export const findJsonFault = (text: string): JsonFault | null => {
  const open: Open[] = [];
  let state: State = 'value';
  let at = skipBlanks(text, 0);
  while (state !== 'after-value' || open.length > 0) {
    const step: Step = STEPS[state](text, at, open);
    if (isFault(step)) return step;
    state = step.state;
    at = skipBlanks(text, step.at);
  }
  return at === text.length ? null : fault(at, 'nothing after the end of the value');
};
