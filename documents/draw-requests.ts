// A thread that draws papers, one after the other, for render-pool.ts.
import { parentPort } from 'node:worker_threads';
import { type RenderAnswer, type RenderRequest, toFailure } from './render-message.ts';
import { renderDocx, renderPdf, renderTemplate } from './render.ts';

const render = (request: RenderRequest): Promise<Uint8Array> => {
  switch (request.as) {
    case 'pdf':
      return renderPdf(request.paper, request.pinned);
    case 'docx':
      return renderDocx(request.paper, request.pinned);
    case 'template':
      return renderTemplate(request.kind, request.text);
  }
};

const answer = async (request: RenderRequest): Promise<RenderAnswer> => {
  try {
    return { bytes: await render(request) };
  } catch (error) {
    return toFailure(error);
  }
};

parentPort?.on('message', (request: RenderRequest) => {
  void answer(request).then((answered) => {
    parentPort?.postMessage(answered);
  });
});
