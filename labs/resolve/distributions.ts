// What an environment holds: pip/_internal/metadata/base.py.

import type { Metadata } from '../packaging/metadata.ts';
import { normalizeName } from '../packaging/names.ts';
import type { Version } from '../packaging/version.ts';
import { parseVersion } from '../packaging/version.ts';
import type { Request } from './types.ts';

/** A distribution that is or would be in an environment. */
export interface Distribution {
  /** Normalised, as `project`. */
  readonly name: string;
  readonly project: string;
  readonly version: Version;
  readonly metadata: Metadata;
}

/** The distributions that the request finds installed, in their directory's order. */
export function installedDistributions({ installed, reinstall }: Request): readonly Distribution[] {
  if (installed === undefined || reinstall === 'ignore-installed') return [];
  return environmentDistributions({ installed });
}

/** Everything in the environment, whether or not pip was told to ignore it. */
export function environmentDistributions({
  installed,
}: Pick<Request, 'installed'>): readonly Distribution[] {
  return (installed?.distributions ?? []).flatMap((metadata) => {
    const version = parseVersion(metadata.version);
    const project = normalizeName(metadata.name);
    return version === undefined ? [] : [{ name: project, project, version, metadata }];
  });
}
