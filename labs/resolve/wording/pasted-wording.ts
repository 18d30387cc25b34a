import type { PastedError } from '../pasted/pasted.ts';
import { pastedInEnglish } from './pasted-en.ts';
import { pastedInChinese } from './pasted-zh-cn.ts';
import type { PastedTold, PastedWording } from './pasted-told.ts';
import type { Language } from './pieces.ts';

const WORDINGS: Readonly<Record<Language, PastedWording>> = {
  en: pastedInEnglish,
  'zh-cn': pastedInChinese,
};

/** The error in one language. */
export const tellPasted = (error: PastedError, language: Language): PastedTold =>
  WORDINGS[language](error);
