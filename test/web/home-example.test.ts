import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CLERK,
  COORDINATOR,
  DEPUTY,
  HEAD,
  openOfficeSystem,
  SECRETARY,
  TEAM_HEAD,
  type OfficeSystem,
  type TestOffice,
} from '../support/office-system.ts';
import { createReader, type ReadPage } from './reader.ts';

let system: OfficeSystem;
let office: TestOffice;

beforeAll(async () => {
  system = await openOfficeSystem({ isAllEmbedded: true });
  office = await system.startOffice();
  await office.submit();
});
afterAll(() => system.close());

const stranger = () => createReader(system, null);

const fieldsOf = (page: ReadPage): { officeId: string; personId: string; to: string }[] =>
  [...page.html.matchAll(/<form method="post" action="\/be">.*?<\/form>/gs)].map(([form]) => {
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1];
    return {
      officeId: value('officeId') ?? '',
      personId: value('personId') ?? '',
      to: value('to') ?? '',
    };
  });

describe('the first page of the local example', () => {
  it('asks whom one wants to be: everybody who can do something, by what they are', async () => {
    const page = await stranger().open('/');
    expect(page.title).toBe('Bạn muốn vào vai ai?');
    // After what there is to try: the plan, which waits for the leader.
    const people = fieldsOf(page).slice(1);
    expect(people.map(({ personId }) => personId)).toEqual(
      expect.arrayContaining([COORDINATOR, HEAD, DEPUTY, CLERK, SECRETARY, TEAM_HEAD]),
    );
    expect(new Set(people.map(({ personId }) => personId)).size).toBe(people.length);
    expect(page.text).toContain('Thủ trưởng đơn vị');
    expect(page.links).toContain('http://inbox.test');
  });

  it('offers what there is to try, leading to the right page as the right person', async () => {
    const page = await stranger().open('/');
    const approval = `/cycles/${String(office.year)}/plan/approval/1`;
    const [decide] = fieldsOf(page);
    expect(decide).toEqual({ officeId: office.officeId, personId: HEAD, to: approval });

    const pressed = await stranger().send('/be', decide!);
    expect(pressed.location).toBe(approval);
    const cookie = /session=[^;]+/.exec(pressed.cookie ?? '')?.[0] ?? '';
    const head = createReader(system, cookie);
    expect((await head.open(approval)).actions).toContain(`${approval}/approve`);
    expect((await head.open('/')).text).toContain('Bạn đang vào vai Nguyễn Văn Mẫu.');
  });

  it('leads to the paper itself once there is one to number', async () => {
    const other = await system.startOffice();
    const paperId = await other.approve();
    const offered = fieldsOf(await stranger().open('/'));
    expect(offered).toContainEqual({
      officeId: other.officeId,
      personId: CLERK,
      to: `/papers/${paperId}`,
    });
  });

  it('knows nobody who is not there, and leads to no other site', async () => {
    const known = { officeId: office.officeId, personId: HEAD };
    const unknown = { officeId: office.officeId, personId: 'P-99', to: '/' };
    expect((await stranger().send('/be', unknown)).status).toBe(404);
    const away = await stranger().send('/be', { ...known, to: '//evil.test/' });
    expect(away.location).toBe('/waiting');
  });

  it('speaks English to who asks for it', async () => {
    expect((await stranger().open('/?lang=en')).title).toBe('Whom do you want to be?');
  });
});
