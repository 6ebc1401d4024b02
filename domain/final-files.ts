interface FilePair {
  readonly pdfSha256: string;
  readonly docxSha256: string;
}

/** The finished paper by the hashes of its files. */
export interface FinalFiles extends FilePair {
  /** Of what goes along with the paper; absent where nothing does. */
  readonly enclosure?: FilePair;
  /** Where the one who signs it digitally does so; absent where it is signed with the pen. */
  readonly signaturePlace?: SignaturePlace;
}

/** Where the signature shows: a frame on a page (from 0), in points from its upper left corner. */
export interface SignaturePlace {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
