// Run by npm after an install: npm links the commands of dependencies, but not the project's own.
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../node_modules/.bin/', import.meta.url);
const link = new URL('reform', folder);

mkdirSync(folder, { recursive: true });
chmodSync(fileURLToPath(new URL('reform.js', import.meta.url)), 0o755);
rmSync(link, { force: true });
symlinkSync('../../bin/reform.js', link);
