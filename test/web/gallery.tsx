import { Hono } from 'hono';
import { isLanguage, sentenceOfError, wordsIn, type Words } from '../../locale/words.ts';
import { assetRoutes } from '../../web/assets.ts';
import { Checkboxes, DateInput, Radios } from '../../web/layout/choices.tsx';
import { Details, EmptyState, InsetText, Tag, WarningText } from '../../web/layout/content.tsx';
import {
  ActForm,
  Button,
  ButtonGroup,
  ButtonLink,
  errorOf,
  ErrorSummary,
  FileUpload,
  type FormError,
  NumberInput,
  Select,
  TextArea,
  TextInput,
} from '../../web/layout/forms.tsx';
import { Page } from '../../web/layout/page.tsx';
import { PapersPart, YearPart } from './gallery-lists.tsx';

// Parts are for made-up people: Lê Thị Mẫu is nobody.
const errorsOfForm = (t: Words): readonly FormError[] => [
  { field: 'title', text: sentenceOfError('vi', 'missing-field') },
  { field: 'deadline', text: t('shell.not-a-date') },
  { field: 'target', text: t('shell.not-a-number') },
  { field: 'capacity', text: 'Chọn người ký' },
  { field: null, text: sentenceOfError('vi', 'cycle-exists', { year: 2024 }) },
];

const FormPart = ({ t, errors }: { t: Words; errors: readonly FormError[] }) => {
  const field = (name: string, label: string) => ({ t, name, label, error: errorOf(errors, name) });
  return (
    <ActForm action="/plan" actId={errors.length > 0 ? 'act-0001' : undefined} hasFiles>
      <TextInput {...field('title', 'Tên nhiệm vụ')} hint="Một câu, bắt đầu bằng động từ." />
      <TextArea
        {...field('purpose', 'Mục đích, yêu cầu')}
        isOptional
        value={'\nDòng hai <b>không đậm</b>'}
      />
      <Select
        {...field('unit', 'Đơn vị chủ trì')}
        value="doi-2"
        options={[
          { value: 'doi-1', label: 'Đội Tham mưu - Tổng hợp' },
          { value: 'doi-2', label: 'Đội Công tác số 2' },
        ]}
      />
      <DateInput
        {...field('deadline', 'Hạn đăng ký nhiệm vụ')}
        hint="Ví dụ 15/01/2024"
        value={errors.length > 0 ? { day: '31', month: '2', year: '2024' } : '2024-01-15'}
      />
      <NumberInput
        {...field('target', 'Chỉ tiêu năm (%)')}
        hint="Dùng dấu phẩy cho phần lẻ, ví dụ 94,5"
        value={errors.length > 0 ? '94.5%' : 94.5}
      />
      <Radios
        {...field('capacity', 'Người ký')}
        value={errors.length > 0 ? null : 'head'}
        options={[
          { value: 'head', label: 'Trưởng phòng' },
          { value: 'deputy', label: 'KT. Trưởng phòng', hint: 'Phó Trưởng phòng ký thay' },
        ]}
      />
      <Checkboxes
        {...field('domains', 'Lĩnh vực')}
        hint="Một nhiệm vụ có thể thuộc nhiều lĩnh vực."
        values={['D2']}
        options={[
          { value: 'D1', label: 'Cải cách thể chế' },
          { value: 'D2', label: 'Cải cách thủ tục hành chính' },
          { value: 'D6', label: 'Hiện đại hóa nền hành chính' },
        ]}
      />
      <FileUpload {...field('scan', 'Bản quét văn bản đã ký')} accept="application/pdf" />
      <ButtonGroup>
        <Button>Trình lãnh đạo</Button>
        <Button kind="secondary" name="next" value="draft">
          Lưu bản nháp
        </Button>
        <Button kind="warning">Trả lại</Button>
        <ButtonLink kind="secondary" href="/plan">
          Xem kế hoạch
        </ButtonLink>
      </ButtonGroup>
    </ActForm>
  );
};

const createPage = (path: string, language: string | undefined, hasErrors: boolean) => {
  const lang = isLanguage(language) ? language : 'vi';
  const t = wordsIn(lang);
  const errors = hasErrors ? errorsOfForm(t) : [];
  return (
    <Page
      t={t}
      lang={lang}
      title="Kế hoạch năm 2024"
      path={path}
      user={{ name: 'Lê Thị Mẫu', role: 'Điều phối viên' }}
      example={{ switchRoleHref: '/roles', inboxHref: '/inbox' }}
      backLink={{ href: '/cycles' }}
      notice={hasErrors ? null : { kind: 'done', text: 'Kế hoạch đã trình Trưởng phòng.' }}
      hasError={hasErrors}
      navigation={[
        { href: '/', label: t('shell.nav.waiting'), count: 3 },
        { href: '/cycles', label: t('shell.nav.cycles'), isCurrent: true },
        { href: '/papers', label: t('shell.nav.papers') },
        { href: '/people', label: t('shell.nav.people') },
      ]}
    >
      <ErrorSummary t={t} errors={errors} />
      <h1 class="govuk-heading-l">Kế hoạch cải cách hành chính năm 2024</h1>
      <p class="govuk-body">
        Phòng Mẫu · <Tag tone="busy">Đang chờ phê duyệt</Tag>
      </p>
      <InsetText>Đơn vị đăng ký nhiệm vụ từ 15/01/2024 đến hết 31/01/2024.</InsetText>
      <FormPart t={t} errors={errors} />
      <WarningText t={t}>
        Sau khi trình, nội dung được khóa cho đến khi lãnh đạo trả lại.
      </WarningText>
      <Details summary="Vì sao không tự phê duyệt được?">
        <p>{sentenceOfError(lang, 'own-submission')}</p>
      </Details>
      <YearPart t={t} />
      <PapersPart t={t} />
      <EmptyState title="Không có việc nào chờ">
        <p>Khi có kế hoạch cần duyệt, việc sẽ hiện ở đây.</p>
      </EmptyState>
    </Page>
  );
};

const CONTENT_SECURITY_POLICY =
  "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Every part on one page, as it stands when all is well (`/`) and after a refusal (`/refused`). */
export const createGallery = (): Hono => {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  });
  app.route('/', assetRoutes());
  app.get('/', (c) => c.html(createPage('/?tab=all', c.req.query('lang'), false)));
  app.get('/refused', (c) => c.html(createPage('/refused', c.req.query('lang'), true)));
  // What a press of a button sent, to look at.
  app.post('/plan', async (c) => c.json(await c.req.parseBody({ all: true })));
  return app;
};
