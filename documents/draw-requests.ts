// A thread that draws papers and judges their form, one after the other, for render-pool.ts.
import { parentPort } from 'node:worker_threads';
import {
  type RenderAnswer,
  type RenderRequest,
  type RenderResult,
  toFailure,
} from './render-message.ts';
import { layOutPaper, renderDocx, renderPdf, renderTemplate } from './render.ts';

// What reads PDFs is large, and most threads only draw.
const judge = async (bytes: Uint8Array) =>
  (await import('./conformity/judge-paper.ts')).judgePaper(bytes);

const render = async (request: RenderRequest): Promise<RenderResult> => {
  switch (request.as) {
    case 'pdf':
      return renderPdf(request.paper, request.pinned);
    case 'docx':
      return renderDocx(request.paper, request.pinned);
    case 'layout':
      return layOutPaper(request.paper, request.pinned);
    case 'verdict':
      return judge(request.bytes);
    case 'template':
      return renderTemplate(request.kind, request.text);
  }
};

const answer = async (request: RenderRequest): Promise<RenderAnswer> => {
  try {
    return { result: await render(request) };
  } catch (error) {
    return toFailure(error);
  }
};

parentPort?.on('message', (request: RenderRequest) => {
  void answer(request).then((answered) => {
    parentPort?.postMessage(answered);
  });
});
