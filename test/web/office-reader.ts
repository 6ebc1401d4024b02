// One person of an office at a browser without a screen: opens pages, fills in forms, presses buttons.
import type { OfficeSystem } from '../support/office-system.ts';

const ORIGIN = 'http://localhost';
const ACT_ID = /name="actId" value="([^"]+)"/;

type Typed = Readonly<Record<string, string | readonly string[] | Blob>>;

const formOf = (typed: Typed): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) {
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one);
  }
  return form;
};

/** `cookie` null: nobody is signed in. */
export const readerOf = (system: OfficeSystem, cookie: string | null) => {
  const headers: Record<string, string> = cookie === null ? {} : { cookie };
  const get = (path: string, method = 'GET') => system.app.request(path, { method, headers });

  const send = (path: string, typed: Typed) =>
    system.app.request(path, {
      method: 'POST',
      body: formOf(typed),
      headers: { ...headers, origin: ORIGIN },
    });

  const read = async (path: string): Promise<string> => (await get(path)).text();

  return {
    get,
    read,
    send,
    /** Opens the page, takes the act's id from its form, fills the form in and sends it. */
    press: async (path: string, typed: Typed) => {
      const actId = ACT_ID.exec(await read(path))?.[1] ?? crypto.randomUUID();
      return send(path, { actId, ...typed });
    },
  };
};
export type OfficeReader = ReturnType<typeof readerOf>;

/** The page's words without its tags, as a reader sees them. */
export const wordsOf = (html: string): string =>
  html
    .replaceAll(/<head>.*?<\/head>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

/** The day in the three boxes of a date input. */
export const dayIn = (name: string, date: string): Record<string, string> => ({
  [`${name}-year`]: date.slice(0, 4),
  [`${name}-month`]: date.slice(5, 7),
  [`${name}-day`]: date.slice(8, 10),
});
