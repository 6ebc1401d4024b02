import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { assetPath, assetRoutes } from '../../web/assets.ts';

const routes = assetRoutes();

describe('assets', () => {
  it('may be kept for ever, because their address changes with what they hold', async () => {
    const response = await routes.request(assetPath('app.css'));
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/css; charset=utf-8');
    expect(response.headers.get('Cache-Control')).toContain('immutable');
    expect(assetPath('app.css')).toMatch(/^\/assets\/app\.[0-9a-f]{12}\.css$/);
  });

  it('that the stylesheet and the script name are all served', async () => {
    const styles = await (await routes.request(assetPath('app.css'))).text();
    const script = await (await routes.request(assetPath('start.js'))).text();
    const named = [
      ...[...styles.matchAll(/url\("?([^")]+)"?\)/g)].map(([, name]) => name),
      ...[...script.matchAll(/from '\.\/([^']+)'/g)].map(([, name]) => name),
    ];
    expect(named).toHaveLength(7);
    for (const name of named) {
      expect((await routes.request(`/assets/${String(name)}`)).status, name).toBe(200);
    }
  });

  it('carry no address outside this server', async () => {
    const styles = await (await routes.request(assetPath('app.css'))).text();
    const foreign = /@import|url\("?(?:https?:|data:|\/\/)/;
    expect(foreign.test(styles)).toBe(false);
    expect(styles.includes('font-family:"Be Vietnam Pro"')).toBe(true);
    expect(styles.includes('GDS Transport')).toBe(false);
  });

  it('hold what public/ holds, the stylesheet of papers included', async () => {
    expect((await routes.request(assetPath('paper.css'))).status).toBe(200);
    expect((await routes.request(assetPath('mark.svg'))).headers.get('Content-Type')).toBe(
      'image/svg+xml',
    );
  });

  it('that are not there are not found, and cannot be named by a page', async () => {
    expect((await routes.request('/assets/app.000000000000.css')).status).toBe(404);
    expect((await routes.request('/assets/..%2Fassets.ts')).status).toBe(404);
    expect(() => assetPath('missing.css')).toThrow('there is no asset missing.css');
  });

  it('compile without a word to the console', () => {
    const code = "import('./web/assets.ts').then(({ assetRoutes }) => { assetRoutes(); })";
    const child = spawnSync(process.execPath, ['--import', 'tsx', '-e', code], {
      encoding: 'utf8',
    });
    expect(child).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });
});
