interface FilePair {
  readonly pdfSha256: string;
  readonly docxSha256: string;
}

/** The finished paper by the hashes of its files. */
export interface FinalFiles extends FilePair {
  /** Of what goes along with the paper; absent where nothing does. */
  readonly enclosure?: FilePair;
}
