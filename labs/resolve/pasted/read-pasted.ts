import { readBroken } from './broken.ts';
import { readConflict } from './conflict-block.ts';
import { readNetwork } from './network.ts';
import { readNotFound } from './not-found.ts';
import type { Pasted, PastedError } from './pasted.ts';
import { readScreen } from './screen.ts';
import { SINGLE_READERS } from './single-messages.ts';

/** What pip printed, made sense of. Takes any text; one that tells of no error has none. */
export function readPasted(text: string): Pasted {
  const screen = readScreen(text);
  const conflict = readConflict(screen);
  const network = readNetwork(screen);
  const singles = SINGLE_READERS.flatMap((read) => read(screen) ?? []);
  const notFound = readNotFound(screen);
  const broken = readBroken(screen);
  // While it searches, pip says that it does; that is an error only if nothing else is.
  const rank = (error: PastedError): number => ORDER.indexOf(error.kind);
  const found: readonly (PastedError | undefined)[] = [
    conflict,
    ...singles,
    network,
    notFound,
    broken,
  ];
  const isReached = conflict !== undefined || (notFound?.versions.length ?? 0) > 0;
  const errors = found.filter((error): error is PastedError => {
    if (error === undefined) return false;
    // A connection that came back is no error; and without an index there is nothing to be found.
    return error === network
      ? !isReached
      : network === undefined || isReached || error !== notFound;
  });
  return { errors: errors.toSorted((a, b) => rank(a) - rank(b)) };
}

/** What stops pip comes before what it merely mentions. */
const ORDER: readonly PastedError['kind'][] = [
  'conflict',
  'invalid-requirement',
  'no-file',
  'hashes',
  'unsupported-wheel',
  'externally-managed',
  'no-record',
  'too-deep',
  'build-failed',
  'network',
  'wrong-python',
  'not-found',
  'broken',
  'still-looking',
];
