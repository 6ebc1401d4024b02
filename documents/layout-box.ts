import type { LaidLine } from './layout-lines.ts';

/** A stack of lines in a frame. x and y are measured from the box's corner. */
export interface LaidCell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly LaidLine[];
  readonly paddingX: number;
  readonly paddingY: number;
  readonly hasBorder: boolean;
  readonly isMiddle: boolean;
}

export interface Bookmark {
  readonly title: string;
  readonly level: 1 | 2;
}

/** A frame measured from its box's corner. */
export interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the page breaker moves: it stays whole unless it is higher than a page. */
export interface Box {
  readonly kind: 'box' | 'page-break';
  readonly height: number;
  readonly gapBefore: number;
  readonly keepWithNext: boolean;
  readonly cells: readonly LaidCell[];
  /** Printed again on top where a page ends before this box: a table's head. */
  readonly repeatedHead: Box | null;
  /** Of a heading: where a reader may jump to. */
  readonly bookmark?: Bookmark;
  /** Between the post and the name of who signs: where a digital signature shows. */
  readonly signatureRoom?: Room;
}
