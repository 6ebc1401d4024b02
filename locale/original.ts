/**
 * Printed where the signature stands on a paper of a year that was entered from its originals. Apart from
 * the words that an approval binds: nobody approved it, it tells how the paper came here.
 */
export const SIGNED_ON_ORIGINAL = 'Đã ký, đóng dấu trên bản gốc';
