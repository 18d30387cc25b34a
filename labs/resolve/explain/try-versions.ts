// Where following alone shows nothing, one version after the other is tried (singleton consistency): a
// version with which following ends in nothing cannot be had, and following goes on without it.

import type { Asking } from '../asking.ts';
import type { Request } from '../types.ts';
import { argueEmpty } from './argue.ts';
import type { Domain } from './domain.ts';
import type { Meeting } from './explanation.ts';
import { triedGround } from './grounds.ts';
import { narrow, settle, startNarrowing, take, type Library } from './narrow.ts';
import type { Version } from '../../packaging/version.ts';

/** So many versions of one project are tried, and so many in all. */
const MOST_OF_ONE = 12;
const MOST_IN_ALL = 120;

/** The argument that these lines leave nothing, with the trials that it takes. */
export function* proveByTrying(request: Request, library: Library): Asking<Meeting | undefined> {
  const narrowing = startNarrowing(request, library);
  let empty = yield* narrow(narrowing);
  let tries = 0;
  for (let isNews = true; isNews && empty === undefined;) {
    isNews = false;
    for (const domain of fewestFirst(narrowing.domains.values())) {
      for (const version of versionsLeft(domain)) {
        if ((tries += 1) > MOST_IN_ALL) return undefined;
        const trial = startNarrowing(request, library);
        const end = yield* narrow(trial, { project: domain.project, version });
        if (end === undefined) continue;
        take(narrowing, domain, triedGround(domain, version, argueEmpty(end, trial)));
        isNews = true;
      }
      if (isNews) break;
    }
    empty = yield* settle(narrowing);
  }
  return empty && argueEmpty(empty, narrowing);
}

const fewestFirst = (domains: Iterable<Domain>): readonly Domain[] =>
  [...domains]
    .filter(({ isRequired, left }) => isRequired && left.size <= MOST_OF_ONE)
    .sort((a, b) => a.left.size - b.left.size);

const versionsLeft = ({ versions, left }: Domain): readonly Version[] =>
  versions.filter(({ key }) => left.has(key));
