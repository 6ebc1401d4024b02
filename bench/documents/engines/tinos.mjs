import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const fileOf = (face) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`));

/** The files of Tinos, which every engine draws with. */
export const TINOS = {
  normal: fileOf('400Regular'),
  bold: fileOf('700Bold'),
  italics: fileOf('400Regular_Italic'),
  bolditalics: fileOf('700Bold_Italic'),
};
export const TINOS_FOLDER = dirname(dirname(TINOS.normal));
