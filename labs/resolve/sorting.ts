/** Orders texts as Python's `sorted` does. Names and versions are ASCII, where units are points. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
