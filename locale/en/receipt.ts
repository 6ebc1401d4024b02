import type { receipt as vietnamese } from '../vi/receipt.ts';

export const receipt: Readonly<Record<keyof typeof vietnamese, string>> = {};
