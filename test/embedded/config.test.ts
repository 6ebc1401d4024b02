import { describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';

describe('the configuration', () => {
  it('needs nothing: everything then runs here, on loopback, with the example', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      databaseUrl: null,
      temporalAddress: null,
      temporalNamespace: 'reform-cycle',
      smtpUrl: null,
      documentStoreUrl: null,
      webHost: '127.0.0.1',
      webPort: 3000,
      exampleData: true,
      embedded: [],
    });
    expect(config.dataDir).toBe(`${process.cwd()}/data`);
    expect(config.socketPath).toBe(`${process.cwd()}/data/reform.sock`);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: ' ' })).toMatchObject({
      databaseUrl: null,
      webPort: 3000,
    });
  });

  it.each([
    { args: ['--empty'], env: {} },
    { args: [], env: { DATABASE_URL: 'postgres://db.example.test/office' } },
    { args: [], env: { SMTP_URL: 'smtp://mail.example.test' } },
    { args: [], env: { EXAMPLE_DATA: '0' } },
  ])('leaves the example out with $args $env', ({ args, env }) => {
    expect(readConfig(env, args).exampleData).toBe(false);
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '3000a'],
    ['DATABASE_URL', 'mysql://db.example.test/office'],
    ['TEMPORAL_ADDRESS', 'http://temporal.example.test:7233'],
    ['TEMPORAL_ADDRESS', 'temporal.example.test'],
    ['SMTP_URL', 'mail.example.test:25'],
    ['PUBLIC_URL', 'office.example.test'],
    ['LINK_SECRET', 'short'],
    ['MAIL_FROM', 'nobody'],
    ['EMBEDDED', 'database,queue'],
    ['EXAMPLE_DATA', 'yes'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s and names the variable', (variable, value) => {
    expect(() => readConfig({ [variable]: value })).toThrow(`${variable} must be`);
  });

  it('shows no password and no secret when it refuses', () => {
    const url = 'mysql://office:hidden-word@db.example.test/office';
    expect(() => readConfig({ DATABASE_URL: url })).not.toThrow('hidden-word');
    expect(() => readConfig({ LINK_SECRET: 'hidden-word' })).not.toThrow('hidden-word');
  });

  it('can not be changed once read', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });
});
