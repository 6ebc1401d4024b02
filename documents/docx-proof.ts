import {
  HorizontalPositionRelativeFrom,
  ImageRun,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx';

import { PROOF_MARK_NAME } from '../locale/proof.ts';

import { PAGE, PROOF } from './format.ts';
import type { ProofMark } from './proof-mark.ts';
import { drawProofPicture } from './proof-picture.ts';

const EMU = 12_700;
const PIXELS = 96 / 72;

/** In the head of the first page, but placed by the sheet: it takes no room from text or head. */
export const proofPicture = (mark: ProofMark): ImageRun =>
  new ImageRun({
    type: 'png',
    data: drawProofPicture(mark),
    transformation: { width: PROOF.side * PIXELS, height: PROOF.side * PIXELS },
    altText: { name: PROOF_MARK_NAME, title: PROOF_MARK_NAME, description: mark.address },
    floating: {
      horizontalPosition: {
        relative: HorizontalPositionRelativeFrom.PAGE,
        offset: Math.round(PROOF.left * EMU),
      },
      verticalPosition: {
        relative: VerticalPositionRelativeFrom.PAGE,
        offset: Math.round((PAGE.height - PROOF.fromFoot - PROOF.side) * EMU),
      },
      wrap: { type: TextWrappingType.NONE },
    },
  });
