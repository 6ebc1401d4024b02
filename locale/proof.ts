/** What a reader of a DOCX hears in place of the mark. Apart from the words that an approval binds. */
export const PROOF_MARK_NAME = 'Mã kiểm tra văn bản';
