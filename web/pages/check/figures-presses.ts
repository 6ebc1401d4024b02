import type { WebContext } from '../../environment.ts';
import { typedText } from '../../layout/typed-values.ts';
import { createFormReader, typedLines, typedOrNull } from '../plan/form-reading.ts';
import { pressOnPeriod } from '../registration/period-press.ts';
import { pathOfCheck, quarterOn, requireCheckView } from './check-reading.ts';
import { askedFigures, figuresPage } from './figures-page.tsx';
import { yearOn } from '../cycle/cycle-reading.ts';

const unitOn = (c: WebContext): string => c.req.param('unit') ?? '';

export const reportFigures = async (c: WebContext) => {
  const fields = await c.req.parseBody();
  const view = await requireCheckView(c);
  const unitId = unitOn(c);
  const reader = createFormReader(fields, c.get('t'));
  const figures = askedFigures(view, unitId).map(({ taskId, indicator, place }) => ({
    taskId,
    indicatorId: indicator.id,
    actual: reader.numberOrNull(`${place}-actual`),
    note: typedOrNull(fields, `${place}-note`),
    evidence: typedLines(fields, `${place}-evidence`),
  }));
  if (reader.errors.length > 0) {
    return figuresPage(c, { fields, errors: reader.errors, status: 422 });
  }
  return pressOnPeriod(c, {
    fields,
    act: 'report-figures',
    data: { quarter: view.quarter, unitId, figures },
    to: `${pathOfCheck(view.cycle.year, view.quarter)}/units/${unitId}`,
    fieldOf: (id) => /^figures-\d+-(actual|note|evidence)/.exec(id)?.[0] ?? null,
    again: (refused) => figuresPage(c, refused),
  });
};

const judgeFigures = async (c: WebContext, act: 'confirm-figures' | 'return-figures') => {
  const fields = await c.req.parseBody();
  const quarter = quarterOn(c);
  const unitId = unitOn(c);
  const read = { quarter, unitId, version: Number(typedText(fields, 'version')) };
  return pressOnPeriod(c, {
    fields,
    act,
    data: act === 'confirm-figures' ? read : { ...read, reason: typedText(fields, 'reason') },
    to: `${pathOfCheck(yearOn(c), quarter)}/units/${unitId}`,
    fieldOf: (id) => (id === 'reason' ? id : null),
    again: (refused) => figuresPage(c, refused),
  });
};

export const confirmFigures = (c: WebContext) => judgeFigures(c, 'confirm-figures');
export const returnFigures = (c: WebContext) => judgeFigures(c, 'return-figures');
