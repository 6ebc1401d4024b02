import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WebContext } from '../../environment.ts';
import { WarningText } from '../../layout/content.tsx';
import {
  ActForm,
  Button,
  ButtonGroup,
  ErrorSummary,
  errorOf,
  TextArea,
} from '../../layout/forms.tsx';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import { hasPower } from '../../powers.ts';
import { press } from '../../press.ts';
import type { FormError } from '../../refusal.ts';
import { pathOfCycle, readRunningCycle } from './cycle-reading.ts';

export const cancelPage = async (
  c: WebContext,
  fields: TypedFields = {},
  errors: readonly FormError[] = [],
  status: ContentfulStatusCode = 200,
) => {
  const t = c.get('t');
  const cycle = await readRunningCycle(c);
  const mayCancel = cycle.state.cancelled === null && (await hasPower(c, 'cancelCycle', cycle.day));
  const path = pathOfCycle(cycle.year);
  const title = t('cycle.cancel-title', { year: cycle.year });
  return c.html(
    <Frame c={c} title={title} backLink={{ href: path }} hasError={errors.length > 0}>
      <ErrorSummary t={t} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {mayCancel ? (
        <>
          <WarningText t={t}>{t('cycle.cancel-warning')}</WarningText>
          <ActForm
            action={`${path}/cancel`}
            actId={status === 503 ? typedText(fields, 'actId') : undefined}
          >
            <TextArea
              t={t}
              name="reason"
              label={t('cycle.cancel-reason')}
              value={typedText(fields, 'reason')}
              error={errorOf(errors, 'reason')}
            />
            <ButtonGroup>
              <Button kind="warning">{t('cycle.cancel-do')}</Button>
              <a class="govuk-link" href={path}>
                {t('cycle.cancel-not')}
              </a>
            </ButtonGroup>
          </ActForm>
        </>
      ) : (
        <p class="govuk-body">{t('cycle.cancel-may-not')}</p>
      )}
    </Frame>,
    status,
  );
};

export const cancelCycle = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  const { year } = await readRunningCycle(c);
  return press(c, {
    fields,
    act: 'cancel-cycle',
    year,
    data: { reason: typedText(fields, 'reason') },
    to: pathOfCycle(year),
    again: (errors, status) => cancelPage(c, fields, errors, status),
  });
};
