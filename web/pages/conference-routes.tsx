import { Hono } from 'hono';
import type { WebEnv } from '../environment.ts';
import { requireUser } from '../signed-in.ts';
import { actPage, pressAct } from './conference/act-page.tsx';
import { conferenceListPage } from './conference/conference-list-page.tsx';
import { conferencePage } from './conference/conference-page.tsx';
import { attendanceSheetPdf, programmePdf } from './conference/conference-prints.ts';
import { newsPage, submitNews } from './conference/news-page.tsx';
import { photoFile, photoPage, pressPhoto, removePhoto } from './conference/photos.tsx';
import {
  changeConference,
  changeConferencePage,
  newConferencePage,
  planConference,
} from './conference/plan-page.tsx';

const CONFERENCES = '/cycles/:year{[0-9]{4}}/conferences';
const ONE = `${CONFERENCES}/:conference{[A-Za-z0-9._-]{1,40}}`;

export const conferenceRoutes = (): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>();
  routes.use(`${CONFERENCES}/*`, requireUser);

  routes.get(CONFERENCES, (c) => conferenceListPage(c));
  routes.get(`${CONFERENCES}/new`, (c) => newConferencePage(c));
  routes.post(`${CONFERENCES}/new`, (c) => planConference(c));
  routes.get(ONE, (c) => conferencePage(c));
  routes.get(`${ONE}/change`, (c) => changeConferencePage(c));
  routes.post(`${ONE}/change`, (c) => changeConference(c));
  routes.get(`${ONE}/programme.pdf`, (c) => programmePdf(c));
  routes.get(`${ONE}/attendance-sheet.pdf`, (c) => attendanceSheetPdf(c));
  routes.get(`${ONE}/photos`, (c) => photoPage(c));
  routes.post(`${ONE}/photos`, (c) => pressPhoto(c));
  routes.get(`${ONE}/photos/:sha256{[0-9a-f]+}`, (c) => photoFile(c));
  routes.post(`${ONE}/photos/:sha256{[0-9a-f]+}/remove`, (c) => removePhoto(c));
  routes.get(`${ONE}/news`, (c) => newsPage(c));
  routes.post(`${ONE}/news`, (c) => submitNews(c));
  routes.get(`${ONE}/:form`, (c) => actPage(c));
  routes.post(`${ONE}/:form`, (c) => pressAct(c));
  return routes;
};
