import { parseDocument, DomUtils } from 'htmlparser2';
import type { OfficeSystem } from '../support/office-system.ts';

type Document = ReturnType<typeof parseDocument>;
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];
type Typed = Readonly<Record<string, string | readonly string[] | File>>;

const ORIGIN = 'http://localhost';

const textIn = (node: Parameters<typeof DomUtils.textContent>[0]): string =>
  DomUtils.textContent(node).replace(/\s+/g, ' ').trim();

type Field = readonly [name: string | undefined, value: string];

const inputsOf = (form: Element): Field[] =>
  DomUtils.getElementsByTagName('input', form)
    .filter(({ attribs }) => attribs['type'] !== 'file')
    .filter(
      ({ attribs }) =>
        !['checkbox', 'radio'].includes(attribs['type'] ?? '') || 'checked' in attribs,
    )
    .map(({ attribs }) => [attribs['name'], attribs['value'] ?? '']);

const areasOf = (form: Element): Field[] =>
  DomUtils.getElementsByTagName('textarea', form).map((area) => [
    area.attribs['name'],
    DomUtils.textContent(area).replace(/^\n/, ''),
  ]);

const selectsOf = (form: Element): Field[] =>
  DomUtils.getElementsByTagName('select', form).map((select) => {
    const options = DomUtils.getElementsByTagName('option', select);
    const chosen = options.find(({ attribs }) => 'selected' in attribs) ?? options[0];
    return [select.attribs['name'], chosen?.attribs['value'] ?? ''];
  });

const fieldsOf = (form: Element): Map<string, string[]> => {
  const fields = new Map<string, string[]>();
  for (const [name, value] of [...inputsOf(form), ...areasOf(form), ...selectsOf(form)]) {
    if (name !== undefined) fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
};

/** A page as a reader sees it: its text, links and forms. */
const pageOf = async (response: Response) => {
  const html = await response.text();
  const document: Document = parseDocument(html);
  const all = (tag: string) => DomUtils.getElementsByTagName(tag, document);
  return {
    status: response.status,
    location: response.headers.get('location'),
    cookie: response.headers.get('set-cookie'),
    html,
    text: textIn(document),
    title: textIn(all('h1')),
    links: all('a').map(({ attribs }) => attribs['href'] ?? ''),
    actions: all('form').map(({ attribs }) => attribs['action'] ?? ''),
    /** The links of the error summary, each with its sentence; '' where there is no field. */
    errors: all('ul')
      .filter(({ attribs }) => attribs['class']?.includes('error-summary__list'))
      .flatMap((list) => DomUtils.getElementsByTagName('li', list))
      .map((item) => ({
        field: DomUtils.getElementsByTagName('a', item)[0]?.attribs['href']?.slice(1) ?? '',
        text: textIn(item),
      })),
    ids: all('*').flatMap(({ attribs }) => attribs['id'] ?? []),
    form: (action: string) => {
      const form = all('form').find(({ attribs }) => attribs['action'] === action);
      if (!form) throw new Error(`the page has no form that goes to ${action}`);
      return fieldsOf(form);
    },
  };
};
export type ReadPage = Awaited<ReturnType<typeof pageOf>>;

/** Somebody at a browser without scripts: opens pages, fills in their forms, presses buttons. */
export const createReader = ({ app }: Pick<OfficeSystem, 'app'>, cookie: string | null) => {
  const headers = cookie === null ? {} : { cookie };

  const open = async (path: string): Promise<ReadPage> =>
    pageOf(await app.request(path, { headers }));

  const send = async (path: string, fields: Typed): Promise<ReadPage> => {
    const hasFile = Object.values(fields).some((value) => value instanceof File);
    const body = hasFile ? new FormData() : new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      if (value instanceof File) (body as FormData).append(name, value);
      else for (const one of [value].flat()) body.append(name, one);
    }
    return pageOf(
      await app.request(path, { method: 'POST', headers: { ...headers, origin: ORIGIN }, body }),
    );
  };

  /** Fills in a form of a page that was opened, and presses its button. */
  const press = (page: ReadPage, action: string, typed: Typed = {}): Promise<ReadPage> =>
    send(action, { ...Object.fromEntries(page.form(action)), ...typed });

  return {
    open,
    send,
    press,
    openAndPress: async (path: string, action: string, typed: Typed = {}) =>
      press(await open(path), action, typed),
  };
};
export type Reader = ReturnType<typeof createReader>;
