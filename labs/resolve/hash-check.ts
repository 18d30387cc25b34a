// --require-hashes: operations/prepare.py (_get_linked_req_hashes) and exceptions/hashes.py.

import type { IndexFile } from '../packaging/project-page.ts';
import { fileUrl } from './links.ts';
import type { Resolving } from './resolving.ts';
import { Halt, Refusal } from './telling.ts';
import { formatOrigin } from './texts.ts';
import type { CandidateSource, Cause, Constraint, InstallRequirement, RootLine } from './types.ts';

const MISSING =
  'Hashes are required in --require-hashes mode, but they are missing from some requirements. ' +
  'Here is a list of those requirements along with the hashes their downloaded archives actually ' +
  'had. Add lines like these to your requirements files to prevent tampering. (If you did not ' +
  'enable --require-hashes manually, note that it turns on automatically when any package has a hash.)';
const UNPINNED =
  'In --require-hashes mode, all requirements must have their versions pinned with ==. These do not:';
const MISMATCH =
  'THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the ' +
  'package versions, please update the hashes. Otherwise, examine the package contents carefully; ' +
  'someone may have tampered with them.';

/** The hashes that all of these allow; undefined: nobody names any. */
export function allowedHashes(
  { requiresHashes: isRequired }: Resolving,
  causes: readonly { readonly information: readonly Cause[] }[],
  constraint: Constraint | undefined,
): ReadonlySet<string> | undefined {
  if (!isRequired) return undefined;
  const asking = causes.flatMap(({ information }) =>
    information.flatMap(({ requirement }) =>
      requirement.kind === 'specifier' ? [requirement.install.line] : [],
    ),
  );
  let allowed: ReadonlySet<string> | undefined;
  for (const line of [...(constraint?.lines ?? []), ...asking]) {
    const hashes = hashesOf(line);
    if (hashes.size === 0) continue;
    const before = allowed;
    allowed =
      before === undefined ? hashes : new Set([...hashes].filter((hash) => before.has(hash)));
  }
  return allowed;
}

/** The hashes that the user names for what is asked: on its own line, else on a constraint's, unless a file is named. */
export function hashesFor(
  { requiresHashes: isRequired, constraints }: Resolving,
  { requirement, line }: InstallRequirement,
  source: CandidateSource,
): ReadonlySet<string> {
  if (!isRequired) return new Set();
  const own = hashesOf(line);
  if (own.size > 0 || source.kind === 'direct') return own;
  const bounds = constraints.get(requirement.project)?.lines ?? [];
  return new Set(bounds.flatMap((bound) => [...hashesOf(bound)]));
}

/** Ends the run as pip does if the file has no hash to meet, or another than it should. */
export function checkHash(
  file: IndexFile,
  source: CandidateSource,
  install: InstallRequirement,
  allowed: ReadonlySet<string>,
): void {
  const { specifier, text } = install.requirement;
  const shown = `${text} from ${fileUrl(file, source)}${formatOrigin(install)}`;
  const [only, ...others] = specifier.specifiers;
  const isPinned = others.length === 0 && (only?.operator === '==' || only?.operator === '===');
  if (source.kind !== 'direct' && !isPinned) {
    throw new Refusal(`ERROR: ${UNPINNED}\n    ${shown}`);
  }
  const got = file.hashes['sha256'];
  if (got === undefined) throw new Halt({ kind: 'unknown-hash', file });
  if (allowed.size === 0) {
    const what = source.kind === 'direct' ? source.url : text;
    throw new Refusal(`ERROR: ${MISSING}\n    ${what} --hash=sha256:${got}`);
  }
  const isMet = Object.entries(file.hashes).some(([name, hash]) => allowed.has(`${name}:${hash}`));
  if (!isMet) throw new Refusal(`ERROR: ${MISMATCH}\n    ${shown}:\n${comparison(allowed, file)}`);
}

function comparison(allowed: ReadonlySet<string>, { hashes }: IndexFile): string {
  const expected = [...allowed].toSorted();
  const names = [...new Set(expected.map((hash) => hash.slice(0, hash.indexOf(':'))))];
  return names
    .map((name) => {
      const digests = expected.filter((hash) => hash.startsWith(`${name}:`));
      const lines = digests.map(
        (hash, i) => `        Expected ${i === 0 ? name : '    or'} ${hash.slice(name.length + 1)}`,
      );
      return [...lines, `             Got        ${hashes[name] ?? ''}\n`].join('\n');
    })
    .join('\n');
}

function hashesOf(line: RootLine | undefined): ReadonlySet<string> {
  return new Set((line?.hashes ?? []).map((hash) => hash.toLowerCase()));
}
