import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { DomainError } from '../../domain/errors.ts';
import type { WebContext, WebEnv } from '../environment.ts';
import { Frame } from '../page-frame.tsx';
import { formErrorOf, statusOf } from '../refusal.ts';

/** What is not there, or not for this person. */
export const notFoundPage = (c: Context<WebEnv>) => {
  const title = c.get('t')('shell.page-not-found');
  return c.html(
    <Frame c={c} title={title} backLink={{ href: '/' }}>
      <h1 class="govuk-heading-l">{title}</h1>
    </Frame>,
    404,
  );
};

const refusalPage = async (c: WebContext, error: DomainError) => {
  const { text } = await formErrorOf(c, error);
  return c.html(
    <Frame c={c} title={text} backLink={{ href: '/' }}>
      <h1 class="govuk-heading-m">{text}</h1>
    </Frame>,
    statusOf(error),
  );
};

/** A fault of ours: the reader learns that nothing is lost, the log learns what it was. */
export const faultPage = (error: Error, c: Context<WebEnv>) => {
  if (error instanceof DomainError) return refusalPage(c, error);
  // A form sent by another site: no fault, and nobody reads the answer.
  if (error instanceof HTTPException) return error.getResponse();
  c.get('deps').logFault(error);
  const title = c.get('t')('shell.something-broke');
  return c.html(
    <Frame c={c} title={title} backLink={{ href: '/' }}>
      <h1 class="govuk-heading-m">{title}</h1>
    </Frame>,
    500,
  );
};
