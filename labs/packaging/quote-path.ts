const LONE_SURROGATE = /\p{Surrogate}/gu;
/** What encodeURI leaves as it is and Python does not. */
const LEFT = /[!'()*;?:@&=+,#]/g;

/**
 * A path as pip writes it into an address (urllib.parse.quote): of an epoch's `!` it makes %21. Only `$` stays, which
 * recorded answers write for the folders of the machine that they were recorded on.
 */
export function quotePath(path: string): string {
  return encodeURI(path.replace(LONE_SURROGATE, '\u{fffd}')).replace(
    LEFT,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
