// What a child is told by its environment: the same names as in production, so server and worker
// do not know whether a supervisor started them.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Settings = Readonly<Record<string, string>>;

export type SettingsSource = {
  readonly dataDir: string;
  readonly webHost: string;
  readonly socketPath: string;
  readonly temporalNamespace: string;
  // Addresses of parts that run elsewhere; null has the part started here.
  readonly databaseUrl: string | null;
  readonly temporalAddress: string | null;
  readonly smtpUrl: string | null;
  readonly documentStoreUrl: string | null;
  readonly publicUrl: string | null;
  readonly linkSecret: string;
  readonly exampleData: boolean;
};

export function listEmbedded(
  source: Pick<SettingsSource, 'databaseUrl' | 'temporalAddress' | 'smtpUrl' | 'documentStoreUrl'>,
) {
  return {
    database: source.databaseUrl === null,
    temporal: source.temporalAddress === null,
    mail: source.smtpUrl === null,
    documents: source.documentStoreUrl === null,
  };
}

// `found` holds what is known only once the parts run; it grows while they start.
export function childSettings(source: SettingsSource, found: Settings): Settings {
  const given = {
    DATABASE_URL: source.databaseUrl,
    TEMPORAL_ADDRESS: source.temporalAddress,
    SMTP_URL: source.smtpUrl,
    PUBLIC_URL: source.publicUrl,
  };
  const known = Object.entries(given).flatMap(([name, value]): [string, string][] =>
    value === null ? [] : [[name, value]],
  );
  const embedded = Object.entries(listEmbedded(source)).filter(([, isEmbedded]) => isEmbedded);
  const documents = pathToFileURL(join(source.dataDir, 'documents')).href;
  return {
    DATA_DIR: source.dataDir,
    HOST: source.webHost,
    REFORM_SOCKET: source.socketPath,
    TEMPORAL_NAMESPACE: source.temporalNamespace,
    DOCUMENT_STORE_URL: source.documentStoreUrl ?? documents,
    LINK_SECRET: source.linkSecret,
    EMBEDDED: embedded.map(([part]) => part).join(','),
    EXAMPLE_DATA: source.exampleData ? '1' : '0',
    ...found,
    ...Object.fromEntries(known),
  };
}
