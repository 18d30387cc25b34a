// CommonMark 0.31, "left-flanking" and "right-flanking": stars between a punctuation mark and a letter
// neither open nor close, and are printed as they are.

const FENCE = /^```[\s\S]*?^```/gmu;
const CODE = /`[^`\n]*`/gu;
const EMPHASIS = /(?<!\*)(\*{1,2})(?!\*)([^*\n]+)\1(?!\*)/gu;
const LETTER = /[\p{L}\p{N}]/u;
const OPENS_WITH_MARK = /^[\p{P}\p{S}]/u;
const ENDS_WITH_MARK = /[\p{P}\p{S}]$/u;

/** Words between stars which Markdown does not take for emphasis, with what stands beside them. */
export function unclosedEmphasis(text: string): readonly string[] {
  const prose = text.replaceAll(FENCE, '').replaceAll(CODE, '`');
  return [...prose.matchAll(EMPHASIS)].flatMap(({ 0: all, 2: inside = '', index }) => {
    const before = prose.slice(0, index).at(-1) ?? '';
    const after = prose.charAt(index + all.length);
    const isShown =
      (LETTER.test(before) && OPENS_WITH_MARK.test(inside)) ||
      (LETTER.test(after) && ENDS_WITH_MARK.test(inside));
    return isShown ? [`${before}${all}${after}`] : [];
  });
}
