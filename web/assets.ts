import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { compile } from 'sass';

const require = createRequire(import.meta.url);
const PUBLIC_FOLDER = fileURLToPath(new URL('public/', import.meta.url));
const STYLESHEET = fileURLToPath(new URL('styles/app.scss', import.meta.url));
const PREFIX = '/assets/';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

interface Asset {
  readonly url: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

const contentTypeOf = (name: string): string => {
  const type = CONTENT_TYPES[extname(name)];
  if (!type) throw new Error(`no content type is known for the asset ${name}`);
  return type;
};

const createAsset = (name: string, bytes: Uint8Array): Asset => {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const extension = extname(name);
  const url = `${PREFIX}${name.slice(0, -extension.length)}.${hash}${extension}`;
  return { url, bytes: new Uint8Array(bytes), contentType: contentTypeOf(name) };
};

const readFonts = (): Map<string, Asset> => {
  const folder = join(dirname(require.resolve('@fontsource/be-vietnam-pro/package.json')), 'files');
  const names = ['vietnamese', 'latin'].flatMap((subset) =>
    [400, 600, 700].map((weight) => `be-vietnam-pro-${subset}-${String(weight)}-normal.woff2`),
  );
  return new Map(names.map((name) => [name, createAsset(name, readFileSync(join(folder, name)))]));
};

// Names of other assets in a text become their hashed names: the browser may keep each for ever.
const withHashedNames = (text: string, assets: ReadonlyMap<string, Asset>): string => {
  let hashed = text;
  for (const [name, asset] of assets) {
    hashed = hashed.replaceAll(name, asset.url.slice(PREFIX.length));
  }
  return hashed;
};

const compileStylesheet = (): string => {
  const modules = dirname(dirname(require.resolve('govuk-frontend/package.json')));
  return compile(STYLESHEET, { loadPaths: [modules], style: 'compressed', quietDeps: true }).css;
};

const readPublicFile = (name: string, assets: ReadonlyMap<string, Asset>): Asset => {
  const bytes = readFileSync(join(PUBLIC_FOLDER, name));
  const isText = ['.css', '.js'].includes(extname(name));
  return createAsset(name, isText ? Buffer.from(withHashedNames(String(bytes), assets)) : bytes);
};

const readAssets = (): ReadonlyMap<string, Asset> => {
  const assets = readFonts();
  const script = 'govuk-frontend.min.js';
  const scriptPath = require.resolve(`govuk-frontend/dist/govuk/${script}`);
  // Its source map is not served, so the line that names it would only cause a 404.
  const scriptText = readFileSync(scriptPath, 'utf8').replace(
    /\n\/\/# sourceMappingURL=.*\s*$/,
    '\n',
  );
  assets.set(script, createAsset(script, Buffer.from(scriptText)));
  const styles = withHashedNames(compileStylesheet(), assets);
  assets.set('app.css', createAsset('app.css', Buffer.from(styles)));
  for (const name of readdirSync(PUBLIC_FOLDER).sort()) {
    if (extname(name) in CONTENT_TYPES) assets.set(name, readPublicFile(name, assets));
  }
  return assets;
};

let loaded: ReadonlyMap<string, Asset> | undefined;
const loadAssets = (): ReadonlyMap<string, Asset> => (loaded ??= readAssets());

/** The address of an asset by its plain name (`app.css`), with the hash of what it holds. */
export const assetPath = (name: string): string => {
  const asset = loadAssets().get(name);
  if (!asset) throw new Error(`there is no asset ${name}`);
  return asset.url;
};

/** Serves styles, fonts and scripts. Compiles the stylesheet on the first call, about 0.7 s. */
export const assetRoutes = (): Hono => {
  const byUrl = new Map([...loadAssets().values()].map((asset) => [asset.url, asset]));
  const routes = new Hono();
  routes.get(`${PREFIX}:file`, (c) => {
    const asset = byUrl.get(c.req.path);
    if (!asset) return c.notFound();
    return c.body(asset.bytes, 200, {
      'Content-Type': asset.contentType,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    });
  });
  return routes;
};
