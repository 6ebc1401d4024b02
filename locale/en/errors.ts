import type { ErrorCode } from '../../domain/errors.ts';

export const errors: Readonly<Record<ErrorCode, string>> = {
  'not-json':
    'The file is not valid JSON[, at line {line}, column {column}][: {expected} is expected].',
  'not-schema': 'The content does not follow the schema[: {expected} is expected].',
  'unknown-reference': 'The content names an id that is on no list[: {id}][: {given}].',
  'unknown-role': 'The office has no such role[: {role}].',
  'unknown-key': 'There is a field that the schema does not know[: {key}].',
  'duplicate-id': 'This id is already used; each id stands once[: {id}].',
  'impossible-date': 'There is no such date, or it is not written as one[: {date}][: {given}].',
  'unreachable-target':
    'The target lies against its direction: an increase cannot aim below the baseline, nor a decrease above it[ ({expected} is expected)].',
  'unsigned-scan':
    'This is the print that the system made, without signature and stamp. Scan the signed and stamped original.',
  'scan-encrypted': 'A password guards the scan. Save the PDF again without one.',
  'scan-too-old':
    'The scan is PDF[ {given}]; 1.4 or later is needed. Set the scanner to PDF 1.4 or later and scan again.',
  'scan-too-short':
    'The scan has[ {given}] pages, the paper[ {pages}]. Scan all pages, annexes too.',
  'scan-empty-page':
    'Page[ {page}] of the scan is empty. Scan it again, or take it out of the file.',
  'basis-ended':
    'A legal basis was no longer in force[ on {date}]. Leave it out or choose the one that replaced it.',
  'secret-paper': 'Secret papers may not be drafted, stored or sent on this system.',
  'letter-without-glyph': "There is a letter that the paper's font cannot print[: {letter}].",
  'too-large': 'The file is over 20 MB; please choose a smaller one.',
  'missing-field': 'A required field is missing.',
  'bad-key': 'A key has 1 to 40 characters: unaccented letters, digits, dot, underscore or hyphen.',
  'bad-template': 'The template can’t be used[: line {line}, {field}][ ({problem})].',
  'bad-signature': 'The digital signature is refused[: {problem}].',
  'cycle-exists':
    'The office already has a running cycle for the year[ {year}]; a second one is not opened.',
  'cycle-unknown': 'The office has no such cycle[ for {year}].',
  'office-exists': 'An office with this key already exists.',
  'office-unknown': 'No such office.',
  'stale-version':
    'Someone else has just changed this[ ({who}, at {when})]. Look at the difference below, then save again on the newest version.',
  'out-of-time':
    'This can no longer, or not yet, be done: the step is in another state[: {who} {what} at {when}].',
  'no-power': 'The person signed in does not have the authority to do this.',
  complaint:
    'Complaints and denunciations follow laws of their own and are not settled in a dialogue: hand this to the competent body.',
  'own-submission':
    'Nobody approves what they submitted themselves, the head of the office excepted.',
  'bad-form':
    'The form breaks rules, so it cannot be initialled[: {rules}]. See what under Form on the page of the draft, and return it with the reason.',
  'number-taken': 'The number[ {number}] already belongs to another paper of the year.',
  'not-ready': 'This step cannot be taken yet: an earlier one is not finished.',
  'temporarily-unavailable':
    'What you entered is kept, but it cannot be processed right now. Press again in a few minutes; pressing again is safe.',
};
