const CHINESE = /^\/zh-cn(?=\/|$)/;

/** The same page in the other language, and what that language calls itself. */
export interface OtherLanguage {
  readonly href: string;
  readonly lang: string;
  readonly name: string;
}

/** From a page's path to its translation: the two differ by `/zh-cn` alone. */
export function otherLanguage(pathname: string): OtherLanguage {
  return CHINESE.test(pathname)
    ? { href: pathname.replace(CHINESE, '') || '/', lang: 'en', name: 'English' }
    : { href: `/zh-cn${pathname}`, lang: 'zh-CN', name: '中文' };
}
