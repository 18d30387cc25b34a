import { readFileSync } from 'node:fs';
import { parseUtcSeconds } from '../../packaging/utc-seconds.ts';
import { decodeSnapshotPage, type SnapshotPage } from '../../packaging/snapshot.ts';
import { BadInput } from '../bad-input.ts';
import type { SnapshotIndex } from '../snapshot/write.ts';
import type { OpenOptions, Source } from './source.ts';

/** Something that the snapshot does not have; the real index may. */
export class NotInSnapshot extends BadInput {}

const FOLDER = new URL('../../../public/snapshot/', import.meta.url);

/** PyPI as the bundled snapshot has it; `before` may look back from its day, not ahead. */
export function openSnapshot({ before }: OpenOptions): Source {
  const index = readJson<SnapshotIndex>('index.json');
  if (before !== undefined && before > (parseUtcSeconds(index.before) ?? 0))
    throw new BadInput(`--at: expected a day up to ${index.before}, where the snapshot ends`);
  const known = new Set(index.projects.map(({ project }) => project));
  const absent = new Set(index.absent);
  return {
    index: { kind: 'simple', url: 'https://pypi.org/simple' },
    names: [...known],
    page(project) {
      if (absent.has(project)) return undefined;
      if (known.has(project)) return decodeSnapshotPage(readJson<SnapshotPage>(`${project}.json`));
      throw new NotInSnapshot(
        `'${project}' is not in the snapshot of ${index.before}: expected one of its ${known.size} projects, or --index DIR`,
      );
    },
    metadata(file) {
      throw new NotInSnapshot(
        `METADATA of ${file.filename} was not read for the snapshot of ${index.before}: expected other requirements, or --index DIR`,
      );
    },
  };
}

/** One of our own documents, made by `womm snapshot`. */
function readJson<Document>(name: string): Document {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Document;
}
