import type { WebContext } from '../../environment.ts';
import { ReportSources } from '../check/report-sources.tsx';
import { YearSources } from '../summary/year-sources.tsx';
import type { DraftView } from './draft-reading.ts';

/** Of a report, what its figures were drawn from; other papers are written by people. */
export const DraftSources = ({ c, view }: { readonly c: WebContext; readonly view: DraftView }) => {
  const { source, cycle, unitName } = view;
  switch (source.kind) {
    case 'quarter-report':
      return <ReportSources c={c} cycle={cycle} content={source.content} unitName={unitName} />;
    case 'year-report':
      return <YearSources c={c} cycle={cycle} content={source.content} unitName={unitName} />;
    default:
      return null;
  }
};
