// Names of files and their extensions as pip 26.3 takes them from URLs and paths (models/link.py,
// utils/misc.py: splitext, utils/filetypes.py).

const AFTER_PATH = /[?#]/;
const ONLY_DOTS = /^\.*$/;

const SDIST_EXTENSIONS: ReadonlySet<string> = new Set(
  '.zip .tar.bz2 .tbz .tar.gz .tgz .tar .tar.xz .txz .tlz .tar.lz .tar.lzma'.split(' '),
);

/** Stem and extension of a file's name or path; `.tar` belongs to the extension. */
export function splitExtension(path: string): readonly [stem: string, extension: string] {
  const slash = path.lastIndexOf('/');
  const dot = path.lastIndexOf('.');
  if (dot <= slash || ONLY_DOTS.test(path.slice(slash + 1, dot))) return [path, ''];
  const end = path.slice(dot - 4, dot).toLowerCase() === '.tar' ? dot - 4 : dot;
  return [path.slice(0, end), path.slice(end)];
}

/** Whether pip opens files with this extension as source distributions. */
export function isSdistExtension(extension: string): boolean {
  return SDIST_EXTENSIONS.has(extension);
}

/** The name of the file that a URL or path leads to. */
export function filenameInUrl(url: string): string {
  const end = url.search(AFTER_PATH);
  const path = end < 0 ? url : url.slice(0, end);
  const last = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
