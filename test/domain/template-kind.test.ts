import { expect, test } from 'vitest';
import { printedKinds } from '../../documents/paper-blocks.ts';
import { requireTemplateKind, templateKinds } from '../../domain/template-kind.ts';

test('everything that is printed can have a template of the office', () => {
  expect([...templateKinds()].sort()).toEqual([...printedKinds()].sort());
});

test('what is never printed has none', () => {
  expect(requireTemplateKind('question-slip')).toBe('question-slip');
  expect(() => requireTemplateKind('poster')).toThrow(
    expect.objectContaining({ code: 'unknown-key', place: '/kind' }),
  );
});
