import { contains, parseSpecifierSet } from '../../labs/packaging/specifier.ts';
import { parseVersion } from '../../labs/packaging/version.ts';

/** For each version, in order, whether a specifier keeps it. Throws at build time on an author's slip. */
export function keptVersions(specifier: string, versions: readonly string[]): boolean[] {
  const set = parseSpecifierSet(specifier);
  if (!set) throw new Error(`“${specifier}” is no specifier; write one like “>=1.19.5,<1.27”`);
  return versions.map((text) => {
    const version = parseVersion(text);
    if (!version) throw new Error(`“${text}” is no version`);
    return contains(set, version, { prereleases: true });
  });
}
