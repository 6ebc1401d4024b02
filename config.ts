// The one place that reads the environment. Every variable has a default or may stay unset; a bad
// value stops the process at start, before anything is touched.
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

export const EMBEDDABLE_PARTS = ['database', 'temporal', 'mail', 'documents'] as const;
export type EmbeddedPart = (typeof EMBEDDABLE_PARTS)[number];

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export class ConfigError extends Error {
  override name = 'ConfigError';
}

function refuse(variable: string, expected: string, value: string): never {
  throw new ConfigError(`${variable} must be ${expected}, but is "${value}"`);
}

// An empty variable counts as unset: compose files and CI pass them on that way.
function readText(env: Environment, variable: string): string | null {
  const value = env[variable]?.trim();
  return value === undefined || value === '' ? null : value;
}

function readUrl(env: Environment, variable: string, schemes: readonly string[]): string | null {
  const value = readText(env, variable);
  if (value === null) return null;
  const expected = `a URL starting with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`;
  if (!URL.canParse(value) || !schemes.includes(new URL(value).protocol)) {
    // The value itself may hold a password, so only its scheme is shown.
    refuse(variable, expected, `${value.split(':')[0] ?? ''}:...`);
  }
  return value;
}

function readPort(env: Environment, variable: string, fallback: number): number {
  const value = readText(env, variable);
  if (value === null) return fallback;
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535) {
    refuse(variable, 'a port between 0 and 65535', value);
  }
  return port;
}

function readFlag(env: Environment, variable: string): boolean | null {
  const value = readText(env, variable);
  if (value === null) return null;
  if (value !== '1' && value !== '0') refuse(variable, '1 or 0', value);
  return value === '1';
}

function readOneOf<T extends string>(
  env: Environment,
  variable: string,
  allowed: readonly T[],
  fallback: T,
): T {
  const value = readText(env, variable);
  if (value === null) return fallback;
  const found = allowed.find((choice) => choice === value);
  return found ?? refuse(variable, `one of ${allowed.join(', ')}`, value);
}

function readEmbedded(env: Environment): readonly EmbeddedPart[] {
  const named = (readText(env, 'EMBEDDED') ?? '').split(',').filter((part) => part !== '');
  return named.map((name) => {
    const part = EMBEDDABLE_PARTS.find((choice) => choice === name.trim());
    return part ?? refuse('EMBEDDED', `a list of ${EMBEDDABLE_PARTS.join(', ')}`, name);
  });
}

function readTemporalAddress(env: Environment): string | null {
  const value = readText(env, 'TEMPORAL_ADDRESS');
  if (value !== null && !/^[^\s:/]+:\d{1,5}$|^\[[0-9a-f:]+\]:\d{1,5}$/i.test(value)) {
    refuse('TEMPORAL_ADDRESS', 'host:port', value);
  }
  return value;
}

function readLinkSecret(env: Environment): string | null {
  const value = readText(env, 'LINK_SECRET');
  if (value !== null && value.length < 32) {
    refuse('LINK_SECRET', 'at least 32 characters', `${String(value.length)} characters`);
  }
  return value;
}

/** A file with a key and its certificate (PKCS 12). */
export interface KeyFile {
  readonly variable: string;
  readonly path: string;
  readonly password: string;
}

function readKeyFile(env: Environment, variable: string): KeyFile | null {
  const path = readText(env, variable);
  return path === null
    ? null
    : { variable, path: resolve(path), password: env[`${variable}_PASSWORD`] ?? '' };
}

function readMailFrom(env: Environment): string {
  const value = readText(env, 'MAIL_FROM') ?? 'reform-cycle@localhost';
  if (!/^[^\r\n]*@[^\s@>]+>?$/.test(value)) {
    refuse('MAIL_FROM', 'an address, or Name <address>', value);
  }
  return value;
}

function readFolder(env: Environment, variable: string, fallback: string): string {
  return resolve(readText(env, variable) ?? fallback);
}

// The XDG rule: a relative path there is invalid and is to be ignored.
function readCacheDir(env: Environment): string {
  const named = readText(env, 'XDG_CACHE_HOME');
  return named !== null && isAbsolute(named) ? named : join(homedir(), '.cache');
}

// Example data goes in only where nothing leads to the outside: see design, "Set-up".
function readExampleData(env: Environment, args: readonly string[]): boolean {
  if (args.includes('--empty')) return false;
  const hasOutsideParts =
    readText(env, 'DATABASE_URL') !== null || readText(env, 'SMTP_URL') !== null;
  return readFlag(env, 'EXAMPLE_DATA') ?? !hasOutsideParts;
}

export function readConfig(env: Environment, args: readonly string[] = []) {
  const dataDir = readFolder(env, 'DATA_DIR', 'data');
  return Object.freeze({
    dataDir,
    cacheDir: readCacheDir(env),
    databaseUrl: readUrl(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    temporalAddress: readTemporalAddress(env),
    temporalNamespace: readText(env, 'TEMPORAL_NAMESPACE') ?? 'reform-cycle',
    smtpUrl: readUrl(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    documentStoreUrl: readUrl(env, 'DOCUMENT_STORE_URL', ['file:', 's3:', 'http:', 'https:']),
    webHost: readText(env, 'HOST') ?? '127.0.0.1',
    webPort: readPort(env, 'PORT', 3000),
    socketPath: readFolder(env, 'REFORM_SOCKET', join(dataDir, 'reform.sock')),
    publicUrl: readUrl(env, 'PUBLIC_URL', ['http:', 'https:']),
    apiToken: readText(env, 'API_TOKEN'),
    linkSecret: readLinkSecret(env),
    mailFrom: readMailFrom(env),
    signP12: readKeyFile(env, 'SIGN_P12'),
    sealP12: readKeyFile(env, 'SEAL_P12'),
    signTsaUrl: readUrl(env, 'SIGN_TSA_URL', ['http:', 'https:']),
    mailInboxUrl: readUrl(env, 'MAIL_INBOX_URL', ['http:']),
    embedded: Object.freeze(readEmbedded(env)),
    exampleData: readExampleData(env, args),
    reformUrl: readUrl(env, 'REFORM_URL', ['http:', 'https:']),
    reformToken: readText(env, 'REFORM_TOKEN'),
    logLevel: readOneOf(env, 'LOG_LEVEL', LOG_LEVELS, 'info'),
  });
}

export type Config = ReturnType<typeof readConfig>;

// For processes that are started from here and take our whole environment along.
export function inheritedEnvironment(): Environment {
  return process.env;
}

// What server and worker can't run without; the supervisor gives each that is not in the environment.
export function requireParts(config: Config) {
  const need = (variable: string, value: string | null): string => {
    if (value === null) throw new ConfigError(`${variable} is missing: set it, or run npm start`);
    return value;
  };
  return Object.freeze({
    databaseUrl: need('DATABASE_URL', config.databaseUrl),
    temporalAddress: need('TEMPORAL_ADDRESS', config.temporalAddress),
    smtpUrl: need('SMTP_URL', config.smtpUrl),
    documentStoreUrl: need('DOCUMENT_STORE_URL', config.documentStoreUrl),
    linkSecret: need('LINK_SECRET', config.linkSecret),
    publicUrl: (config.publicUrl ?? `http://${config.webHost}:${String(config.webPort)}`).replace(
      /\/$/,
      '',
    ),
  });
}
