import { writePylock } from '../../packaging/pylock-write.ts';
import type { Solved } from '../../resolve/types.ts';
import { BadInput } from '../bad-input.ts';

/** What `pip lock` would write of a solution. A lockfile without hashes is none. */
export function lockfileOf({ pins }: Solved): string {
  const unhashed = pins.find(({ file }) => Object.keys(file.hashes).length === 0);
  if (unhashed !== undefined)
    throw new BadInput(
      `--pylock: no hash is given of ${unhashed.file.filename}: expected an index that gives them, like https://pypi.org/simple`,
    );
  return writePylock(
    pins.map(({ metadata, file, source }) => ({
      name: metadata.name,
      version: metadata.version,
      file,
      isDirect: source.kind === 'direct',
    })),
  );
}
