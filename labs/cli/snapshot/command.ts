import { keyOf, requiredByFiles, type Wanted } from '../../packaging/closure.ts';
import { SNAPSHOT_SINCE, SNAPSHOT_TARGETS } from '../../packaging/snapshot-select.ts';
import { contains } from '../../packaging/specifier.ts';
import { encodeSnapshotPage } from '../../packaging/snapshot-encode.ts';
import type { SnapshotPage } from '../../packaging/snapshot.ts';
import type { ProjectPage } from '../../packaging/project-page.ts';
import { targetEnvironment } from '../../packaging/target-environment.ts';
import { BadInput } from '../bad-input.ts';
import type { Terminal } from '../terminal.ts';
import { createIndexClient } from './index-client.ts';
import { readSnapshotOptions, type SnapshotOptions } from './options.ts';
import { readProject, type ReadProject } from './project.ts';
import { writeSnapshot } from './write.ts';

const ENVIRONMENTS = SNAPSHOT_TARGETS.map(targetEnvironment);

/** `womm snapshot`: what an index says of some projects, and of what they require, on one day. */
export async function runSnapshot(words: readonly string[], terminal: Terminal): Promise<number> {
  const options = readSnapshotOptions(words);
  const { pages, leftOut, absent } = await follow(options, terminal);
  const source =
    `Project pages (PEP 691) and METADATA (PEP 658) of ${options.source}: what was uploaded since ` +
    `${SNAPSHOT_SINCE} and before ${options.at} (UTC), sdists and wheels for CPython 3.8 to 3.14 on Linux ` +
    '(glibc and musl), Windows and macOS. METADATA that was not read is marked as not read.';
  const index = await writeSnapshot(options.out, {
    before: options.at,
    source,
    pages,
    leftOut,
    absent,
  });
  const sum = (key: 'bytes' | 'files' | 'unread'): number =>
    index.projects.reduce((total, project) => total + project[key], 0);
  terminal.print(
    `${index.projects.length} projects, ${sum('files')} files (METADATA of ${sum('unread')} not given), ` +
      `${sum('bytes')} bytes in ${options.out}; left out: ${leftOut.length}, unknown: ${absent.length}\n`,
  );
  return 0;
}

interface Followed {
  readonly pages: readonly SnapshotPage[];
  readonly leftOut: readonly string[];
  readonly absent: readonly string[];
}

/** Breadth first, so that what the roots need directly is there before the limit is reached. */
async function follow(options: SnapshotOptions, terminal: Terminal): Promise<Followed> {
  const client = createIndexClient(options.cache, options.offline);
  const read = new Map<string, ReadProject>();
  const leftOut = new Set<string>();
  const absent = new Set<string>();
  const seen = new Set<string>();
  let wave: readonly Wanted[] = options.roots.flatMap(({ project, extras }) =>
    ['', ...extras].map((extra): Wanted => ({ project, extra })),
  );
  while (wave.length > 0) {
    const next: Wanted[] = [];
    for (const want of wave) {
      if (seen.has(keyOf(want)) || leftOut.has(want.project) || absent.has(want.project)) continue;
      seen.add(keyOf(want));
      if (!read.has(want.project) && read.size >= options.limit) {
        leftOut.add(want.project);
        continue;
      }
      const project =
        read.get(want.project) ??
        (await readProject(client, options.indexUrl, want.project, options.at));
      if (project === undefined) {
        absent.add(want.project);
        continue;
      }
      if (!read.has(want.project))
        terminal.complain(`${want.project}: ${project.page.files.length} files\n`);
      read.set(want.project, project);
      next.push(...requiredByFiles(followedFiles(project.page, options), want.extra, ENVIRONMENTS));
    }
    wave = next;
  }
  const unknownRoot = options.roots.find(({ project }) => absent.has(project));
  if (unknownRoot !== undefined)
    throw new BadInput(`'${unknownRoot.project}': expected a project that the index has`);
  const pages = [...read.values()].map(({ page, dropped }) =>
    encodeSnapshotPage(page, { before: options.at, dropped }),
  );
  return { pages, leftOut: [...leftOut], absent: [...absent] };
}

/** Of a project that was asked for with a specifier, only what fits it leads further. */
function followedFiles(page: ProjectPage, options: SnapshotOptions): ProjectPage['files'] {
  const specifier = options.roots.find(({ project }) => project === page.project)?.specifier;
  if (specifier === undefined) return page.files;
  return page.files.filter((file) => contains(specifier, file.version, { prereleases: true }));
}
