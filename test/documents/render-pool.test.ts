import { execFileSync } from 'node:child_process';
import { threadId, type Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { renderDocx as drawDocx, renderPdf as drawPdf } from '../../documents/render-aside.ts';
import { createRenderPool, startRenderThread } from '../../documents/render-pool.ts';
import { judgePaper } from '../../documents/conformity/judge-paper.ts';
import { UnreadablePaper } from '../../documents/conformity/read-paper.ts';
import {
  layOutPaper,
  renderDocx,
  renderPdf,
  renderTemplate,
  templateText,
} from '../../documents/render.ts';
import { TemplateError } from '../../documents/template-error.ts';
import { EVERY_KIND, paperWithUnits } from './every-kind.ts';
import { plan2024 } from './plan-fixture.ts';

const plan = { as: 'pdf', paper: plan2024('final'), pinned: null } as const;

/** A pool that shows its threads, and what it is told by which of them. */
const watchedPool = (
  threads: number,
  onStart: (worker: Worker, nth: number) => void = () => {},
) => {
  const started: Worker[] = [];
  const answeredBy: number[] = [];
  const render = createRenderPool({
    threads,
    startThread: () => {
      const worker = startRenderThread();
      const id = worker.threadId;
      worker.on('message', () => answeredBy.push(id));
      started.push(worker);
      onStart(worker, started.length);
      return worker;
    },
  });
  return { render, started, answeredBy };
};

describe('papers are drawn beside the process that asks for them', () => {
  test('by another thread, which starts with the first paper and serves the next', async () => {
    const { render, started, answeredBy } = watchedPool(1);
    expect(started).toHaveLength(0);
    await Promise.all([render(plan), render({ ...plan, as: 'docx' })]);
    await render(plan);
    expect(started).toHaveLength(1);
    expect(answeredBy).toHaveLength(3);
    expect(answeredBy).not.toContain(threadId);
  });

  test('by as many threads as allowed, and no more', async () => {
    const { render, started, answeredBy } = watchedPool(2);
    await Promise.all(Array.from({ length: 6 }, () => render(plan)));
    expect(started).toHaveLength(2);
    expect(answeredBy).toHaveLength(6);
  });

  test('the process can end while a thread waits for work', () => {
    const script = `
      const { renderPdf } = await import('./documents/render-aside.ts');
      const { plan2024 } = await import('./test/documents/plan-fixture.ts');
      console.log((await renderPdf(plan2024('final'))).length);`;
    const output = execFileSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      { encoding: 'utf8', timeout: 15_000 },
    );
    expect(Number(output)).toBeGreaterThan(10_000);
  });
});

describe('a thread draws the same bytes', () => {
  test.for(EVERY_KIND)('%s', async (kind) => {
    const paper = paperWithUnits(kind, 2);
    expect(Buffer.from(await drawPdf(paper)).equals(await renderPdf(paper))).toBe(true);
    expect(Buffer.from(await drawDocx(paper)).equals(await renderDocx(paper))).toBe(true);
  });

  test('of a template with names of fields, and of a paper with a pinned template', async () => {
    const { render } = watchedPool(1);
    const { text } = templateText('plan');
    const sample = await render({ as: 'template', kind: 'plan', text });
    expect(Buffer.from(sample).equals(await renderTemplate('plan', text))).toBe(true);

    const pinned = text.replace('KẾ HOẠCH', 'KẾ HOẠCH CŨ');
    expect(pinned).not.toBe(text);
    const old = await drawPdf(plan.paper, pinned);
    expect(Buffer.from(old).equals(await renderPdf(plan.paper, pinned))).toBe(true);
    expect(Buffer.from(old).equals(await renderPdf(plan.paper))).toBe(false);
  });
});

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

// What reads PDFs loads slowly where others use the machine.
test(
  'a thread lays papers out and judges files with the same result',
  { timeout: 60_000 },
  async () => {
    const { render, answeredBy } = watchedPool(1);
    const letter = paperWithUnits('letter', 2);
    const layout = await render({ as: 'layout', paper: letter, pinned: null });
    expect(layout.signaturePlace).not.toBeNull();
    expect(layout).toEqual(layOutPaper(letter));
    const bytes = await renderDocx(letter);
    expect(await render({ as: 'verdict', bytes })).toEqual(await judgePaper(bytes));
    const refusal = await errorOf(render({ as: 'verdict', bytes: new Uint8Array(9) }));
    expect(refusal).toBeInstanceOf(UnreadablePaper);
    expect(refusal).toMatchObject({ message: 'neither a DOCX nor a PDF' });
    expect(answeredBy).toHaveLength(3);
  },
);

describe('what can not be drawn is refused as it would be here', () => {
  test('with template, line and field; the thread goes on', async () => {
    const { render, started } = watchedPool(1);
    const paper = { ...plan.paper, purpose: 'Hoàn thành ✓' };
    const [there, here] = [
      await errorOf(render({ ...plan, paper })),
      await errorOf(renderPdf(paper)),
    ];
    expect(here).toBeInstanceOf(TemplateError);
    expect(there).toBeInstanceOf(TemplateError);
    const { problem, template, line, field, message } = here as TemplateError;
    expect(there).toMatchObject({ problem, template, line, field, message });
    expect(line).toBeGreaterThan(0);
    expect((there as TemplateError).stack).toContain('documents/');
    expect((await render(plan)).length).toBeGreaterThan(10_000);
    expect(started).toHaveLength(1);
  });

  test('a paper that can not be copied to a thread holds up no other', async () => {
    const { render, started } = watchedPool(1);
    const paper = { ...plan.paper, head: () => null } as unknown as typeof plan.paper;
    expect(await errorOf(render({ ...plan, paper }))).toMatchObject({ name: 'DataCloneError' });
    expect((await render(plan)).length).toBeGreaterThan(10_000);
    expect(started).toHaveLength(1);
  });
});

describe('a thread that ends', () => {
  test('over a paper: the paper is drawn by the next one', async () => {
    const { render, started } = watchedPool(1, (worker, nth) => {
      if (nth === 1) void worker.terminate();
    });
    const pdf = await render(plan);
    expect(Buffer.from(pdf).equals(await renderPdf(plan.paper))).toBe(true);
    expect(started).toHaveLength(2);
  });

  test('twice over the same paper: that one is refused, others are drawn', async () => {
    const { render, started } = watchedPool(1, (worker, nth) => {
      if (nth <= 2) void worker.terminate();
    });
    const [first, second] = [errorOf(render(plan)), render({ ...plan, as: 'docx' })];
    expect(await first).toMatchObject({ name: 'DomainError', code: 'temporarily-unavailable' });
    expect((await second).length).toBeGreaterThan(5_000);
    expect(started).toHaveLength(3);
  });

  test('while it waits for work: the next paper starts another', async () => {
    const { render, started } = watchedPool(1);
    await render(plan);
    await started[0]?.terminate();
    expect((await render(plan)).length).toBeGreaterThan(10_000);
    expect(started).toHaveLength(2);
  });
});

test('a paper that is given up while it waits is not drawn', async () => {
  const { render, answeredBy } = watchedPool(1);
  const asker = new AbortController();
  const first = render(plan);
  const givenUp = errorOf(render(plan, asker.signal));
  asker.abort(new Error('gone'));
  await first;
  expect(await givenUp).toMatchObject({ message: 'gone' });
  await render(plan);
  expect(answeredBy).toHaveLength(2);
});
