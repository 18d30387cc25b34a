// Projects that are released together require each other at their own version (boto3 1.35.99 wants
// botocore>=1.35.99), so a table of what their releases require would have one row a release.

const OWN = '$v';
const LITERAL = '$$';
const SIGN = /\$/g;
const PLACED = /\$[$v]/g;
const WORD = /[\w.!+]+/g;
/** Shorter ones are equal to another project's by chance. */
const LONG_ENOUGH = /\d\.\d+[.a-z]/;

/** The requirement with `$v` where it names the version of the release in whose METADATA it stands. */
export function foldOwnVersion(requirement: string, version: string): string {
  const text = requirement.replace(SIGN, () => LITERAL);
  if (!LONG_ENOUGH.test(version)) return text;
  return text.replace(WORD, (word) => (word === version ? OWN : word));
}

/** The requirement as METADATA writes it. */
export function unfoldOwnVersion(folded: string, version: string): string {
  return folded.replace(PLACED, (placed) => (placed === OWN ? version : '$'));
}
