import * as z from 'zod';
import {
  conferenceContentId,
  type ConferencePhotos,
} from '../../domain/conference/conference-content.ts';
import { hasTakenPlace } from '../../domain/conference/conference-evolve.ts';
import { DomainError } from '../../domain/errors.ts';
import { defineAct, outcome, type ActDependencies, type CheckedCall } from '../act.ts';
import { checkTexts } from '../check-plan.ts';
import { checkFileSize } from '../keep-scan.ts';
import { yearOf } from '../on-strand.ts';
import { nfc } from '../plan-content-schema.ts';
import { saveContent } from '../save-content.ts';
import { key } from '../year-file/fields.ts';
import { placedTexts } from '../year-file/texts-of-year-file.ts';
import { readConference, type FoundConference } from './on-conference.ts';

type Call = Omit<CheckedCall<unknown>, 'data'>;

const MAX_PHOTOS = 60;

// What cameras and telephones write, told by its first bytes and not by its name.
const SIGNATURES = [
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
] as const;

const mediaTypeOf = (photo: Uint8Array) => {
  const found = SIGNATURES.find(({ bytes }) => bytes.every((byte, index) => photo[index] === byte));
  if (found) return found.mediaType;
  throw new DomainError(
    'not-schema',
    'the picture is neither JPEG nor PNG',
    { expected: 'JPEG, PNG' },
    '/bytes',
  );
};

const checkHasBeen = ({ state }: FoundConference): void => {
  if (hasTakenPlace(state)) return;
  throw new DomainError('out-of-time', 'pictures are kept of what has taken place', {
    phase: state.phase,
  });
};

const readPhotos = async (deps: ActDependencies, call: Call, conferenceId: string) => {
  const id = conferenceContentId(yearOf(call), conferenceId);
  const row = await deps.stores.versions.latest(call.officeId, 'conference-photos', id);
  if (!row) return { id, version: null, photos: [] };
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- written below, from a checked content
  const { photos } = JSON.parse(row.text) as ConferencePhotos;
  return { id, version: row.version, photos };
};

const savePhotos = async (
  deps: ActDependencies,
  call: Call,
  { id, version }: { readonly id: string; readonly version: number | null },
  photos: ConferencePhotos['photos'],
) => {
  await saveContent(deps, call, 'conference-photos', id, version, { photos });
  return outcome({ workflowId: null, seq: null, result: { photos: photos.length } });
};

/** A picture of the conference with its caption: JPEG or PNG of at most 20 MB; the same one once. */
export const attachPhoto = defineAct({
  name: 'attach-photo',
  schema: z.strictObject({
    conferenceId: key,
    caption: nfc,
    bytes: z.instanceof(Uint8Array),
  }),
  power: 'keepConference',
  async perform(deps, call) {
    const { conferenceId, caption, bytes } = call.data;
    checkHasBeen(await readConference(deps, call, conferenceId));
    checkTexts(deps, placedTexts({ caption }));
    checkFileSize('a picture', bytes, '/bytes');
    const mediaType = mediaTypeOf(bytes);
    const kept = await readPhotos(deps, call, conferenceId);
    const sha256 = await deps.documents.put(bytes);
    const others = kept.photos.filter((photo) => photo.sha256 !== sha256);
    if (others.length >= MAX_PHOTOS) {
      const expected = `<= ${String(MAX_PHOTOS)}`;
      throw new DomainError('not-schema', 'too many pictures', { expected }, '/bytes');
    }
    return savePhotos(deps, call, kept, [...others, { sha256, mediaType, caption }]);
  },
});

/** Takes a picture off the list. */
export const removePhoto = defineAct({
  name: 'remove-photo',
  schema: z.strictObject({ conferenceId: key, sha256: z.string() }),
  power: 'keepConference',
  async perform(deps, call) {
    const { conferenceId, sha256 } = call.data;
    await readConference(deps, call, conferenceId);
    const kept = await readPhotos(deps, call, conferenceId);
    const left = kept.photos.filter((photo) => photo.sha256 !== sha256);
    if (left.length === kept.photos.length) {
      throw new DomainError('unknown-reference', 'no such picture', { given: sha256 }, '/sha256');
    }
    return savePhotos(deps, call, kept, left);
  },
});
