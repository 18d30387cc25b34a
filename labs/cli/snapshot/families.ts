import type { IndexFile } from '../../packaging/project-page.ts';

// Wheels of one release for one platform are built together and say the same; for another platform
// they may not: tensorflow 2.13.0 requires tensorflow-intel on Windows and tensorflow-macos on a Mac.
const PLATFORM_KINDS: readonly (readonly [RegExp, string])[] = [
  [/-any$/, 'any'],
  [/linux.*_aarch64$/, 'linux-aarch64'],
  [/musllinux/, 'musl-64'],
  [/linux/, 'linux-64'],
  [/-win/, 'win-64'],
  [/-macosx.*_arm64$/, 'osx-arm64'],
  [/-macosx/, 'osx-64'],
];

/** The wheels of a page, put together where one METADATA may speak for all; the newest Python first. */
export function groupByFamily(files: readonly IndexFile[]): readonly (readonly IndexFile[])[] {
  const families = new Map<string, IndexFile[]>();
  for (const file of files) {
    if (file.kind !== 'wheel') continue;
    const key = `${file.version.key} ${platformKind(file)} ${file.requiresPython ?? ''}`;
    const family = families.get(key);
    if (family === undefined) families.set(key, [file]);
    else family.push(file);
  }
  for (const family of families.values()) family.sort((a, b) => (a.filename < b.filename ? 1 : -1));
  return [...families.values()];
}

function platformKind(file: IndexFile): string {
  const tag = file.tags[0] ?? '';
  return PLATFORM_KINDS.find(([pattern]) => pattern.test(tag))?.[1] ?? tag;
}
