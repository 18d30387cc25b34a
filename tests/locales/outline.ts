/** What of a text must be the same in every language: how deep its headings are, and which components it shows. */
export interface Outline {
  readonly headings: readonly string[];
  readonly components: readonly string[];
}

const FRONTMATTER = /^---\r?\n[\s\S]*?\r?\n---(?:\r?\n|$)/;
const FENCED = /^(?<fence>`{3,}|~{3,})[\s\S]*?^\k<fence>[^\n]*$/gm;
const INLINE_CODE = /`[^`\n]*`/g;
const COMMENT = /\{\/\*[\s\S]*?\*\/\}|<!--[\s\S]*?-->/g;
const HEADING = /^(#{1,6}) +(.*?)(?: +#+)? *$/gm;
/** An opening tag of a component, with the attributes a reader would notice missing: which lab, which diagram. */
const COMPONENT = /<([A-Z]\w*)((?:[^>"'{]|"[^"]*"|'[^']*'|\{[^}]*\})*)>/g;
const ID = /\b(?:id|lab)="([^"]*)"/;

/** The outline of a page or a lab text; headings as `##`. */
export function outlineOf(text: string): Outline {
  const prose = text
    .replace(FRONTMATTER, '')
    .replace(FENCED, '')
    .replace(INLINE_CODE, '')
    .replace(COMMENT, '');
  return {
    headings: [...prose.matchAll(HEADING)].map(([, marks = '']) => marks),
    components: [...prose.matchAll(COMPONENT)].map(([, name = '', attributes = '']) => {
      const id = ID.exec(attributes)?.[1];
      return id === undefined ? name : `${name} ${id}`;
    }),
  };
}

/** The headings of a lab text, which are ids: `## task see-conflict`. */
export const headingIds = (text: string): readonly string[] =>
  [...text.replace(FRONTMATTER, '').replace(FENCED, '').matchAll(HEADING)].map(
    ([, marks = '', title = '']) => `${marks} ${title}`,
  );

/** The places of a UI sentence where something is put in, sorted: `{{minutes}}`, `{count}`. */
export const placeholdersIn = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{\{?\w+\}?\}/g)].map(([place]) => place).sort();
