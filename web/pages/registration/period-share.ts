import type { WebContext } from '../../environment.ts';
import { typedText } from '../../layout/typed-values.ts';
import { yearOn } from '../cycle/cycle-reading.ts';
import { pressOnPeriod } from './period-press.ts';
import { pathOfShared, sharedPage } from './period-shared.tsx';

export const setLead = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  const name = `unitId-${typedText(fields, 'row')}`;
  return pressOnPeriod(c, {
    fields,
    act: 'set-lead',
    data: { key: typedText(fields, 'key'), unitId: typedText(fields, name) },
    to: pathOfShared(yearOn(c)),
    fieldOf: (id) => (id === 'unitId' ? name : null),
    again: (refused) => sharedPage(c, refused),
  });
};

export const joinTasks = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  return pressOnPeriod(c, {
    fields,
    act: 'join-tasks',
    data: { key: typedText(fields, 'key'), into: typedText(fields, 'into') },
    to: pathOfShared(yearOn(c)),
    fieldOf: (id) => (id === 'key' || id === 'into' ? id : null),
    again: (refused) => sharedPage(c, refused),
  });
};

export const splitTasks = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  return pressOnPeriod(c, {
    fields,
    act: 'join-tasks',
    data: { key: typedText(fields, 'key'), into: null },
    to: pathOfShared(yearOn(c)),
    fieldOf: () => null,
    again: (refused) => sharedPage(c, refused),
  });
};
