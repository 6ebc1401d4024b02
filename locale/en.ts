import { shell } from './en/shell.ts';
import type { vi } from './vi.ts';

export const en: Readonly<Record<keyof typeof vi, string>> = { ...shell };
