import { EN } from './en.ts';
import { wordingOf } from './wording-of.ts';
import type { Wordings } from './wording.ts';
import { ZH_CN } from './zh-cn.ts';

/** What is said of an explanation, a fix or a pin, in each language. */
export const wordings: Wordings = {
  en: wordingOf(EN),
  'zh-cn': wordingOf(ZH_CN),
};
