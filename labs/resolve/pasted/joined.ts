// "a, b and c": how pip joins what it lists, and the specifiers within.

const BETWEEN = /, | and /;
const SPECIFIER = /^[<>=!~]/;

/** The items of a list; a requirement's specifiers stay with its name, joined as they are typed. */
export function splitJoined(text: string): readonly string[] {
  const items: string[] = [];
  for (const part of text.split(BETWEEN)) {
    const last = items.length - 1;
    if (SPECIFIER.test(part) && last >= 0) items[last] = `${items[last]},${part}`;
    else if (part !== '') items.push(part);
  }
  return items;
}

/** `numpy<2 and >=1` as it is typed: `numpy<2,>=1`. */
export const joinSpecifiers = (requirement: string): string => splitJoined(requirement).join(', ');
