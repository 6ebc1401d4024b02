import type { WebContext } from '../../environment.ts';
import { readDateInput } from '../../layout/typed-values.ts';
import { pressOnPeriod } from '../registration/period-press.ts';
import { yearOn } from '../cycle/cycle-reading.ts';
import { checkPage } from './check-page.tsx';
import { pathOfCheck, quarterOn } from './check-reading.ts';

export const openCheck = async (c: WebContext) => {
  const quarter = quarterOn(c);
  return pressOnPeriod(c, {
    fields: await c.req.parseBody(),
    act: 'open-check',
    data: { quarter },
    to: pathOfCheck(yearOn(c), quarter),
    fieldOf: () => null,
    again: (refused) => checkPage(c, refused),
  });
};

export const holdCheck = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  const quarter = quarterOn(c);
  const day = readDateInput(fields, 'checkedOn');
  if (day.kind !== 'date') {
    const text = c.get('t')(day.kind === 'empty' ? 'plan.date-missing' : 'shell.not-a-date');
    return checkPage(c, { fields, errors: [{ field: 'checkedOn', text }], status: 422 });
  }
  return pressOnPeriod(c, {
    fields,
    act: 'hold-check',
    data: { quarter, checkedOn: day.date },
    to: pathOfCheck(yearOn(c), quarter),
    fieldOf: (id) => (id === 'checkedOn' || id === 'occurredAt' ? id : null),
    again: (refused) => checkPage(c, refused),
  });
};
