// PEP 503 (project names) and PEP 685 (names of extras share the rule).

const SEPARATORS = /[-_.]+/g;
const NORMALIZED_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The one spelling under which an index files a project, and under which extras are compared. */
export function normalizeName(name: string): string {
  if (name.length < 64 && NORMALIZED_NAME.test(name)) return name;
  return name.toLowerCase().replace(SEPARATORS, '-');
}
