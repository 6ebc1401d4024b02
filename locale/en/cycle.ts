import type { cycle as vietnamese } from '../vi/cycle.ts';

export const cycle: Readonly<Record<keyof typeof vietnamese, string>> = {};
