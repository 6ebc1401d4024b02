import type { home as vietnamese } from '../vi/home.ts';

export const home: Readonly<Record<keyof typeof vietnamese, string>> = {};
