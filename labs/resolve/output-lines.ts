// What pip prints while it resolves, line by line: reporter.py, found_candidates.py, resolver.py.

import { formatParseError } from '../packaging/requirement.ts';
import { formatMarker } from '../packaging/marker.ts';
import type { IndexFile } from '../packaging/project-page.ts';
import type { Version } from '../packaging/version.ts';
import type { MetadataFault } from './metadata-requirements.ts';
import { compareTexts } from './sorting.ts';
import { displayPath, filePath, fileUrl, formatLink } from './links.ts';
import { formatOrigin } from './texts.ts';
import type {
  Candidate,
  CandidateSource,
  InstallRequirement,
  PipVersion,
  Request,
  RootLine,
} from './types.ts';

const FIRST_NOTICE: Readonly<Record<PipVersion, number>> = { '26.3': 2, '23.2': 1 };
const SECOND_NOTICE = 8;
const LAST_NOTICE = 13;

const BACKTRACKING_NOTICE =
  'INFO: This is taking longer than usual. You might need to provide the dependency resolver with ' +
  'stricter constraints to reduce runtime. See https://pip.pypa.io/warnings/backtracking for ' +
  'guidance. If you want to abort this run, press Ctrl + C.';

/** `Collecting …` for a file of an index, `Processing …` for one on this disk. */
export function headerLine(
  request: Request,
  file: IndexFile,
  source: CandidateSource,
  install: InstallRequirement,
): string {
  const path = filePath(file, source);
  const shown =
    source.kind === 'find-links' && source.shown !== undefined
      ? `${source.shown}/${file.filename}`
      : path === undefined
        ? undefined
        : displayPath(path, request);
  const what =
    shown === undefined ? `Collecting ${install.requirement.text}` : `Processing ${shown}`;
  return what + formatOrigin(install);
}

/** What pip says at the nth rejection of candidates of one name; mostly nothing. */
export function rejectionNotice(
  name: string,
  count: number,
  version: PipVersion,
): string | undefined {
  if (count === LAST_NOTICE) return BACKTRACKING_NOTICE;
  const isFirst = count === FIRST_NOTICE[version];
  if (!isFirst && count !== SECOND_NOTICE) return undefined;
  const looking = isFirst ? 'is looking' : 'is still looking';
  return (
    `INFO: pip ${looking} at multiple versions of ${name} to determine which version is compatible ` +
    'with other requirements. This could take a while.'
  );
}

/** An extra that the metadata does not know. */
export function unknownExtraWarning(name: string, version: Version, extra: string): string {
  return `WARNING: ${name} ${version.text} does not provide the extra '${extra}'`;
}

/** A line of the user's that is not for this environment. */
export function ignoredLineNotice({ requirement }: RootLine): string | undefined {
  if (requirement.marker === undefined) return undefined;
  const marker = formatMarker(requirement.marker);
  return `Ignoring ${requirement.name}: markers '${marker}' don't match your environment`;
}

/** A version passed over because its requirements cannot be read. */
export function invalidMetadataWarning(
  file: IndexFile,
  source: CandidateSource,
  install: InstallRequirement,
  fault: MetadataFault,
): readonly string[] {
  const { name, text } = install.requirement;
  const said = `${text} from ${fileUrl(file, source)}${formatOrigin(install)}`;
  return [
    `WARNING: Ignoring version ${file.version.text} of ${name} since it has invalid metadata:`,
    ...`Requested ${said} has invalid metadata: ${formatParseError(fault.error, fault.line)}`.split(
      '\n',
    ),
    'Please use pip<24.1 if you need to use this version.',
  ];
}

/** A yanked file was the only one that would do. `name` is the project as pip spells it there. */
export function yankedWarning(
  name: string,
  candidate: Pick<Candidate, 'file' | 'project' | 'source'>,
): readonly string[] {
  const { file } = candidate;
  if (file.yanked === false) return [];
  return [
    'WARNING: The candidate selected for download or install is a yanked version: ' +
      `'${name}' candidate (version ${file.version.text} at ${formatLink(candidate)})`,
    `Reason for being yanked: ${file.yanked === '' ? '<none given>' : file.yanked}`,
  ];
}
