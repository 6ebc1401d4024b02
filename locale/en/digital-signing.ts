/** Words for signing a paper digitally: its forms, and why a signature is refused. */
export const digitalSigning = {
  'paper.sign-digitally-question': 'Sign this paper digitally?',
  'paper.number-for-digital-explained':
    'Number and date come first, then {signer} signs the paper that bears them. Its date is the day of signing; if it is not signed that day, void the number and give another.',
  'paper.number-for-digital': 'Give a number for digital signing',
  'paper.document-date-today': 'The day of signing, which is today.',
  'paper.read-before-signing': 'Read the paper before you sign it (PDF)',
  'paper.waits-for-digital-signature': 'Waits for {signer} to sign.',
  'paper.sign-digitally': 'Sign digitally',
  'paper.sign-digitally-explained': 'The key of {signer} is kept on this server.',
  'paper.sign-elsewhere': 'Sign with a key in a token',
  'paper.sign-elsewhere-explained':
    "Download what is to be signed, sign it with the token's program (a detached CMS signature with the signing-certificate attribute), and upload the signature here. It is good for this very paper, today.",
  'paper.to-be-signed': 'Download what is to be signed',
  'paper.to-be-signed-hash': 'SHA-256 of what is to be signed',
  'paper.signature-file': 'Signature file (CMS, DER)',
  'paper.signature-file-missing': 'Choose the signature file.',
  'paper.take-signature': 'Take the signature in',
  'paper.seal-being-set': "The office's digital signature is being set: reload in a few seconds.",

  'paper.signature-problem.no-key': "this server does not hold the signer's key",
  'paper.signature-problem.no-seal': "the office's digital signature is not set up",
  'paper.signature-problem.other-name':
    'the certificate is not made out to the signer of this paper',
  'paper.signature-problem.other-office': "the office's certificate bears another name",
  'paper.signature-problem.expired': 'the certificate has expired or is not valid yet',
  'paper.signature-problem.unreadable': 'the signature file can not be read',
  'paper.signature-problem.other-digest': 'it is the signature of something else',
  'paper.signature-problem.other-certificate': 'it is bound to another certificate',
  'paper.signature-problem.broken-signature': 'the signature is not right',
  'paper.signature-problem.no-signing-certificate':
    'the attribute signing-certificate-v2 is missing',
} as const;
