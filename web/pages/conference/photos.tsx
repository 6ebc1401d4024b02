import type { ConferencePhotos } from '../../../domain/conference/conference-content.ts';
import { hasTakenPlace } from '../../../domain/conference/conference-evolve.ts';
import type { WebContext } from '../../environment.ts';
import {
  ActForm,
  Button,
  ErrorSummary,
  errorOf,
  FileUpload,
  TextInput,
} from '../../layout/forms.tsx';
import { typedText } from '../../layout/typed-values.ts';
import { Frame } from '../../page-frame.tsx';
import {
  NOTHING_REFUSED,
  pressOnPeriod,
  repeatedActId,
  type RefusedForm,
} from '../registration/period-press.ts';
import {
  pathOfConference,
  readConference,
  readPhotos,
  type ConferenceView,
} from './conference-reading.ts';

const pathOfPhotos = (view: ConferenceView): string => `${pathOfConference(view)}/photos`;

interface PhotosProps {
  readonly c: WebContext;
  readonly view: ConferenceView;
  readonly photos: ConferencePhotos['photos'];
  readonly mayKeep: boolean;
}

/** The conference's pictures with their captions; whoever keeps the conference takes one off again. */
export const Photos = ({ c, view, photos, mayKeep }: PhotosProps) => {
  const t = c.get('t');
  const path = pathOfPhotos(view);
  const mayAttach = mayKeep && hasTakenPlace(view.state);
  if (photos.length === 0 && !mayAttach) return null;
  return (
    <section aria-labelledby="photos">
      <h2 class="govuk-heading-m" id="photos">
        {t('conference.photos')}
      </h2>
      {photos.length === 0 && <p class="govuk-body">{t('conference.photos-none')}</p>}
      {photos.map(({ sha256, caption }) => (
        <figure class="photo">
          <a href={`${path}/${sha256}`}>
            <img src={`${path}/${sha256}`} alt={caption} loading="lazy" />
          </a>
          <figcaption class="govuk-body-s">{caption}</figcaption>
          {mayKeep && (
            <ActForm action={`${path}/${sha256}/remove`}>
              <Button kind="secondary">{t('conference.photo-remove', { caption })}</Button>
            </ActForm>
          )}
        </figure>
      ))}
      {mayAttach && (
        <p class="govuk-body">
          <a class="govuk-link" href={path}>
            {t('conference.photo-attach')}
          </a>
        </p>
      )}
    </section>
  );
};

const showForm = (c: WebContext, view: ConferenceView, form: RefusedForm) => {
  const t = c.get('t');
  const { errors, fields } = form;
  const title = t('conference.photo-attach');
  const back = { href: pathOfConference(view) };
  return c.html(
    <Frame c={c} title={title} backLink={back} hasError={errors.length > 0}>
      <ErrorSummary t={t} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{view.content.name}</p>
      <ActForm action={pathOfPhotos(view)} actId={repeatedActId(form)} hasFiles>
        <FileUpload
          t={t}
          name="photo"
          label={t('conference.photo-file')}
          hint={t('conference.photo-hint')}
          accept=".jpg,.jpeg,.png"
          error={errorOf(errors, 'photo')}
        />
        <TextInput
          t={t}
          name="caption"
          label={t('conference.photo-caption')}
          value={typedText(fields, 'caption')}
          error={errorOf(errors, 'caption')}
        />
        <Button>{title}</Button>
      </ActForm>
    </Frame>,
    form.status,
  );
};

export const photoPage = async (c: WebContext) => {
  const view = await readConference(c);
  return view && hasTakenPlace(view.state) ? showForm(c, view, NOTHING_REFUSED) : c.notFound();
};

export const pressPhoto = async (c: WebContext) => {
  const view = await readConference(c);
  if (!view) return c.notFound();
  const fields = await c.req.parseBody({ all: true });
  const { photo } = fields;
  if (!(photo instanceof File) || photo.size === 0) {
    const text = c.get('t')('conference.photo-missing');
    return showForm(c, view, { fields, errors: [{ field: 'photo', text }], status: 422 });
  }
  return pressOnPeriod(c, {
    fields,
    act: 'attach-photo',
    data: {
      conferenceId: view.id,
      caption: typedText(fields, 'caption'),
      bytes: new Uint8Array(await photo.arrayBuffer()),
    },
    to: pathOfConference(view),
    fieldOf: (id) => (id === 'bytes' ? 'photo' : id),
    again: (refused) => showForm(c, view, refused),
  });
};

export const removePhoto = async (c: WebContext) => {
  const view = await readConference(c);
  if (!view) return c.notFound();
  return pressOnPeriod(c, {
    fields: await c.req.parseBody(),
    act: 'remove-photo',
    data: { conferenceId: view.id, sha256: c.req.param('sha256') },
    to: pathOfConference(view),
    fieldOf: () => null,
    again: (refused) => showForm(c, view, refused),
  });
};

export const photoFile = async (c: WebContext) => {
  const view = await readConference(c);
  const photos = view ? await readPhotos(c, view) : [];
  const photo = photos.find(({ sha256 }) => sha256 === c.req.param('sha256'));
  if (!photo) return c.notFound();
  const bytes = await c.get('deps').acts.documents.get(photo.sha256);
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': photo.mediaType,
    'cache-control': 'private, no-store',
  });
};
