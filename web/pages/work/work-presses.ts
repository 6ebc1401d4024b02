import type { WebContext } from '../../environment.ts';
import { typedText, type TypedFields } from '../../layout/typed-values.ts';
import { inForm } from '../drafts/form-parts.tsx';
import { pressOnPeriod } from '../registration/period-press.ts';
import { fieldsOfForm } from '../registration/unit-moment.tsx';
import { workPage } from './work-page.tsx';
import { pathOfWork, readWork } from './work-reading.ts';

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const versionIn = (fields: TypedFields): number => Number(typedText(fields, 'version'));
const reasonIn = (fields: TypedFields): string => typedText(fields, 'reason');

/** The forms of a page of work: the act of each, and how it is read. */
const FORMS: ReadonlyMap<
  string,
  { readonly act: string; readonly read: (fields: TypedFields) => object }
> = new Map([
  [
    'report',
    {
      act: 'report-work',
      read: (fields: TypedFields) => ({
        report: {
          done: typedText(fields, 'done'),
          evidence: linesOf(typedText(fields, 'evidence')),
        },
      }),
    },
  ],
  [
    'confirm',
    { act: 'confirm-work', read: (fields: TypedFields) => ({ version: versionIn(fields) }) },
  ],
  [
    'return',
    {
      act: 'return-work',
      read: (fields: TypedFields) => ({ version: versionIn(fields), reason: reasonIn(fields) }),
    },
  ],
  [
    'move',
    {
      act: 'move-work',
      read: (fields: TypedFields) => ({
        unitId: typedText(fields, 'unitId'),
        reason: reasonIn(fields),
      }),
    },
  ],
  ['drop', { act: 'drop-work', read: (fields: TypedFields) => ({ reason: reasonIn(fields) }) }],
]);

// The report's own fields lie under it: "report-done" is "done", a line of the evidence the whole box.
const fieldOf = (id: string): string | null => {
  const field = id.replace(/^report-/, '');
  if (field.startsWith('evidence')) return 'evidence';
  return ['done', 'reason', 'unitId'].includes(field) ? field : null;
};

export const pressWork = async (c: WebContext): Promise<Response> => {
  const name = c.req.param('form') ?? '';
  const form = FORMS.get(name);
  const view = await readWork(c);
  if (!form || !view) return c.notFound();
  const typed: TypedFields = await c.req.parseBody();
  const fields = fieldsOfForm(typed, name);
  return pressOnPeriod(c, {
    fields,
    act: form.act,
    data: { assignmentId: view.id, ...form.read(fields) },
    to: pathOfWork(view.cycle.year, view.id),
    fieldOf,
    again: (refused) =>
      workPage(c, { ...refused, fields: typed, errors: inForm(name, refused.errors) }),
  });
};
