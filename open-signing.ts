// Reads the keys for digital signatures: a file that can't be used stops the start, in plain words.
import { readFileSync } from 'node:fs';
import { createTimeStampServer } from './adapters/time-stamp-server.ts';
import { ConfigError, type Config, type KeyFile } from './config.ts';
import {
  createDigitalSigning,
  type DigitalSigning,
} from './documents/sign/create-digital-signing.ts';
import { readCredential, UnusableKeyError, type Credential } from './documents/sign/credential.ts';
import { createTimeStamper } from './documents/sign/time-stamp.ts';

const readKeyBytes = ({ variable, path }: KeyFile): Uint8Array => {
  try {
    return readFileSync(path);
  } catch {
    throw new ConfigError(`${variable}: there is no readable file ${path}`);
  }
};

const openKey = (file: KeyFile | null): Credential | null => {
  if (file === null) return null;
  const { variable, path, password } = file;
  try {
    return readCredential(readKeyBytes(file), password);
  } catch (error) {
    if (!(error instanceof UnusableKeyError)) throw error;
    throw new ConfigError(`${variable}: ${path} can't be used, ${error.message}`);
  }
};

/** @throws ConfigError where a key's file is missing, or its password another */
export const openSigning = ({
  signP12,
  sealP12,
  signTsaUrl,
}: Pick<Config, 'signP12' | 'sealP12' | 'signTsaUrl'>): DigitalSigning =>
  createDigitalSigning({
    signer: openKey(signP12),
    seal: openKey(sealP12),
    stamp: signTsaUrl === null ? null : createTimeStamper(createTimeStampServer(signTsaUrl)),
  });
