import { expect, test } from 'vitest';
import { createFormJudge } from '../../../documents/conformity/judge-once.ts';
import { judgePaper } from '../../../documents/conformity/judge-paper.ts';
import { renderDocx } from '../../../documents/render.ts';
import { plan2024 } from '../plan-fixture.ts';

const countedJudge = (kept: number) => {
  const judged: number[] = [];
  const judge = createFormJudge(kept, (bytes) => {
    judged.push(bytes.length);
    return judgePaper(bytes);
  });
  return { judge, judged };
};

test('a file is read and judged once, however often it is asked about', async () => {
  const { judge, judged } = countedJudge(2);
  const docx = await renderDocx(plan2024('final'));
  const [first, second] = await Promise.all([judge.judgeDrawn(docx), judge.judgeDrawn(docx)]);
  expect(first.conforms).toBe(true);
  expect(second).toBe(first);
  expect(await judge.judgeDrawn(docx.slice())).toBe(first);
  expect(judged).toEqual([docx.length]);
});

test('the verdict that was asked for longest ago gives way', async () => {
  const { judge, judged } = countedJudge(1);
  const docx = await renderDocx(plan2024('final'));
  const read = () => Promise.resolve(docx);
  for (const name of ['one', 'other', 'one', 'one']) await judge.judgeStored(name, read);
  expect(judged).toHaveLength(3);
});

test('a file that could not be fetched is asked for again', async () => {
  const { judge } = countedJudge(2);
  const away = () => Promise.reject(new Error('the store is away'));
  await expect(judge.judgeStored('one', away)).rejects.toThrow('the store is away');
  const docx = await renderDocx(plan2024('final'));
  const verdict = await judge.judgeStored('one', () => Promise.resolve(docx));
  expect(verdict.conforms).toBe(true);
});
