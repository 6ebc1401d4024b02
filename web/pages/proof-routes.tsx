import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { lookUpFile, lookUpPaper } from '../../acts/proof/look-up-paper.ts';
import { readProofCode } from '../../acts/proof/proof-code.ts';
import { NO_PROOF, proofPath } from '../../domain/proof.ts';
import type { WebContext, WebEnv } from '../environment.ts';
import { keepPrivate } from '../keep-private.ts';
import { typedText } from '../layout/typed-values.ts';
import { createProofLimit, type ProofLimit } from './proof/proof-limit.ts';
import {
  FileAnswer,
  LookUpPage,
  ProofPage,
  TooManyAnswer,
  TooManyPage,
} from './proof/proof-page.tsx';

// A hash and a code.
const MAX_BODY_BYTES = 4 * 1024;

const showForm = (c: WebContext): Response | Promise<Response> => {
  const typed = c.req.query('code');
  if (typed === undefined) return c.html(<LookUpPage c={c} error={null} />);
  if (typed.trim() === '') {
    return c.html(<LookUpPage c={c} error={c.get('t')('proof.code-missing')} />, 422);
  }
  const code = readProofCode(typed);
  // What can be no code is answered as a code that nobody has.
  return code === null
    ? c.html(<ProofPage c={c} proof={NO_PROOF} code="" />)
    : c.redirect(proofPath(code), 303);
};

const showPaper = async (c: WebContext, limit: ProofLimit): Promise<Response> => {
  const code = readProofCode(c.req.param('code') ?? '') ?? '';
  const proof = await lookUpPaper(c.get('deps').acts, code);
  const isKnown = proof.state !== 'unknown';
  if (!(await limit.take(c, isKnown ? code : null))) return c.html(<TooManyPage c={c} />, 429);
  return c.html(<ProofPage c={c} proof={proof} code={isKnown ? code : ''} />);
};

/** A file's hash from the script of the page; answered by a piece of the page. */
const showFile = async (c: WebContext, limit: ProofLimit): Promise<Response> => {
  const fields = await c.req.parseBody();
  const sha256 = typedText(fields, 'sha256');
  const code = typedText(fields, 'code');
  const proof = await lookUpFile(c.get('deps').acts, sha256, code === '' ? null : code);
  const isKnown = proof.file !== 'unknown';
  if (!(await limit.take(c, isKnown ? sha256 : null))) return c.html(<TooManyAnswer c={c} />, 429);
  return c.html(<FileAnswer c={c} proof={proof} isOfPaper={code !== ''} />);
};

/**
 * Where anybody who holds a paper learns whether it is genuine, without an account: by the code of its
 * mark, or by a file, of which only the hash leaves the reader's machine.
 */
export const proofRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  const limit = createProofLimit();
  for (const path of ['/verify', '/verify/*']) {
    routes.use(path, keepPrivate);
    routes.use(path, bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => c.text('413', 413) }));
  }
  routes.get('/verify', showForm);
  routes.post('/verify/file', (c) => showFile(c, limit));
  routes.get('/verify/:code', (c) => showPaper(c, limit));
  return routes;
};
