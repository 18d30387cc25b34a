// The nouns of pip's resolver: pip/_internal/resolution/resolvelib/{base,candidates,requirements}.py.

import type { ForeignTarget } from '../packaging/foreign-target.ts';
import type { Metadata } from '../packaging/metadata.ts';
import type { NameChoice } from '../packaging/name-choice.ts';
import type { IndexFile } from '../packaging/project-page.ts';
import type { Requirement } from '../packaging/requirement.ts';
import type { SpecifierSet } from '../packaging/specifier.ts';
import type { Target } from '../packaging/tags.ts';
import type { Version } from '../packaging/version.ts';
import type { Broken } from './conflict-lines.ts';
import type { State } from './state.ts';

/** The releases of pip whose modern resolver is simulated. */
export type PipVersion = '26.3' | '23.2';

/** One requirement or constraint as the user gave it. */
export interface RootLine {
  /** As written. */
  readonly text: string;
  readonly requirement: Requirement;
  /** A bound from a constraints file (`-c`): it narrows a project and never installs it. */
  readonly constraint: boolean;
  /** Where pip says the line stands (`-r requirements.txt (line 3)`); undefined on the command line. */
  readonly comesFrom: string | undefined;
  /**
   * The one file that the line names instead of an index (`name @ URL`, a URL, a path), as an address.
   * What the line asks for is then in `requirement`: for a wheel without a name `x==1.0`, for
   * something else without a name a requirement whose `name` is empty.
   */
  readonly link?: string | undefined;
  /** `-e`: to be built in place, which this simulator does not do. */
  readonly editable?: boolean | undefined;
  /** `sha256:…`, each as written; one makes the whole run require hashes. */
  readonly hashes?: readonly string[] | undefined;
}

/** Where the files come from, which decides what pip prints and when it meets Requires-Python. */
export type IndexSource =
  /** An index whose pages state Requires-Python, so that unfit files are never offered. */
  | { readonly kind: 'simple'; readonly url: string }
  /** A folder of files, which states nothing: Requires-Python is met inside the resolver. */
  | {
      readonly kind: 'find-links';
      readonly directory: string;
      /** How pip shows the directory while it works, if it lies below the working directory: `./wheels`. */
      readonly shown?: string | undefined;
    };

/** When pip looks beyond what is installed and fits: without -U never, with it by strategy. */
export type Upgrade =
  | 'to-satisfy-only'
  /** `-U`: what the user's own lines name. */
  | 'only-if-needed'
  /** `-U --upgrade-strategy eager`: everything. */
  | 'eager';

/** What an environment already holds. */
export interface Installed {
  /** As pip shows it: `/home/lin/env/lib/python3.11/site-packages`. */
  readonly location: string;
  /** In the order in which the directory lists them. */
  readonly distributions: readonly Metadata[];
}

/** Everything that decides a resolution, apart from what the index holds. */
export interface Request {
  /** In pip's order: constraints files, the command line, groups, requirements files. */
  readonly lines: readonly RootLine[];
  /** The interpreter that runs pip: markers are about it. */
  readonly target: Target;
  readonly version: PipVersion;
  /** The public index if undefined. */
  readonly index?: IndexSource | undefined;
  /** `--extra-index-url`, `--find-links`: looked at together with `index`. */
  readonly moreIndexes?: readonly IndexSource[] | undefined;
  /** Nothing if undefined. */
  readonly installed?: Installed | undefined;
  /** `to-satisfy-only` if undefined. */
  readonly upgrade?: Upgrade | undefined;
  /** `force`: --force-reinstall; `ignore-installed`: -I, and --target. */
  readonly reinstall?: 'force' | 'ignore-installed' | undefined;
  readonly noDeps?: boolean | undefined;
  readonly onlyDeps?: boolean | undefined;
  /** `yes`: --only-binary; `no`: --no-binary. */
  readonly binary?: NameChoice | undefined;
  readonly preferBinary?: boolean | undefined;
  /** Pre-releases: `yes`: --pre, --all-releases; `no`: --only-final. */
  readonly preReleases?: NameChoice | undefined;
  /** Uploads of this second (UTC) and later do not exist: --uploaded-prior-to. */
  readonly uploadedPriorTo?: number | undefined;
  readonly ignoreRequiresPython?: boolean | undefined;
  readonly requireHashes?: boolean | undefined;
  /** --platform, --python-version, --implementation, --abi: what the files must be built for. */
  readonly foreign?: ForeignTarget | undefined;
  /** Whether only to say what would be done; true if undefined. A real install prints more. */
  readonly dryRun?: boolean | undefined;
  /** What pip writes as `.` in the paths of files. */
  readonly workingDirectory?: string | undefined;
}

/** Where a candidate's file was found. */
export type CandidateSource =
  | IndexSource
  /** The user, or another file's metadata, gave its address. */
  | { readonly kind: 'direct'; readonly url: string }
  /** It is installed already. */
  | { readonly kind: 'installed'; readonly location: string };

/** A requirement on its way through pip, with the chain that brought it (pip's InstallRequirement). */
export interface InstallRequirement {
  readonly requirement: Requirement;
  /** The requirement whose candidate asked, a place in a file, or undefined: the command line. */
  readonly comesFrom: InstallRequirement | string | undefined;
  /** The candidate in whose metadata it stands; undefined for the user's own. */
  readonly parent: Candidate | undefined;
  /** The user's own line, when this is one. */
  readonly line: RootLine | undefined;
}

/** A distribution that could be pinned, alone or with extras. One object for one file and extras. */
export interface Candidate {
  readonly kind: 'distribution';
  /** What the resolver calls it: `numpy`, or `uvicorn[standard]`. */
  readonly name: string;
  readonly project: string;
  readonly version: Version;
  /** Normalised and sorted. */
  readonly extras: readonly string[];
  /** What is installed has no file; its dist-info stands in for it. */
  readonly file: IndexFile;
  /** Where the file was found. */
  readonly source: CandidateSource;
  readonly metadata: Metadata;
  /** What a candidate with extras stands on: the same file without them. */
  readonly base: Candidate | undefined;
  /** The requirement for which pip first looked at it. */
  readonly origin: InstallRequirement;
}

/** The interpreter itself, as the one candidate for every Requires-Python. */
export interface PythonCandidate {
  readonly kind: 'python';
  readonly name: string;
  readonly project: string;
  readonly version: Version;
  readonly extras: readonly string[];
}

/** Anything that a round can pin. */
export type AnyCandidate = Candidate | PythonCandidate;

/** Something asked of one name. */
export type ResolverRequirement =
  /** A name and what its version must be. */
  | {
      readonly kind: 'specifier';
      readonly name: string;
      readonly project: string;
      /** Normalised and sorted. */
      readonly extras: readonly string[];
      readonly specifier: SpecifierSet;
      readonly install: InstallRequirement;
    }
  /** Exactly this candidate: what one with extras asks of its base. */
  | {
      readonly kind: 'explicit';
      readonly name: string;
      readonly project: string;
      readonly candidate: Candidate;
    }
  /** What the metadata of a file asks of the interpreter. */
  | {
      readonly kind: 'requires-python';
      readonly name: string;
      readonly project: string;
      readonly specifier: SpecifierSet;
      readonly python: PythonCandidate;
      readonly isSatisfied: boolean;
    };

/** A requirement and who asked for it. */
export interface Cause {
  readonly requirement: ResolverRequirement;
  /** Undefined: the user asked. */
  readonly parent: Candidate | undefined;
  /** The user's line, when the user asked. */
  readonly root?: RootLine | undefined;
}

/** Another file's metadata or the user names a file outright; it is asked for when its turn comes. */
export interface LinkRequirement {
  readonly kind: 'link';
  readonly name: string;
  readonly project: string;
  readonly link: string;
  readonly install: InstallRequirement;
}

/** What the user's lines and candidates' metadata ask, before files named outright are fetched. */
export type Asked = ResolverRequirement | LinkRequirement;

/** The bounds that constraint lines put on one project. */
export interface Constraint {
  readonly project: string;
  readonly specifier: SpecifierSet;
  /** The files that it is bound to by `-c`: `name @ URL`. */
  readonly links: readonly string[];
  readonly lines: readonly RootLine[];
}

/** Why the simulation ended before pip would have. */
export type Stopped =
  /** Only an sdist is there, and what it requires is known only after building it. */
  | { readonly kind: 'unknown-metadata'; readonly candidate: string; readonly file: IndexFile }
  /** `name @ https://…`, a path, `-e`: the file is not there, or would have to be built. */
  | { readonly kind: 'url-requirement'; readonly requirement: Requirement }
  /** Hashes are required, and the index does not say this file's. */
  | { readonly kind: 'unknown-hash'; readonly file: IndexFile }
  /** A Requires-Dist that pip 23.2 reads in a way of its own. */
  | { readonly kind: 'unreadable-metadata'; readonly candidate: string; readonly file: IndexFile }
  /** pip itself ends in a traceback here: its walk from a pin to the user's lines never ends. */
  | { readonly kind: 'pip-recursion-error' }
  /** Whoever followed the search stopped after this many steps; pip would go on. */
  | { readonly kind: 'out-of-steps'; readonly steps: number }
  /** pip's own limit of rounds was reached. */
  | { readonly kind: 'too-deep' };

/** What a resolver settled on. */
export type Outcome = Solved | Failed;

/** A set of pins that pip would install. */
export interface Solved {
  readonly ok: true;
  /** One candidate a project, in the order of pinning, with every extra that was asked for. */
  readonly pins: readonly Candidate[];
  /** What of it pip installs, in the order in which it does; nothing if all is installed already. */
  readonly installs: readonly Candidate[];
  /** What pip uninstalls before that. */
  readonly uninstalls?: readonly Metadata[] | undefined;
  /** The criteria that the pins met; legacy pip keeps none. */
  readonly state?: State | undefined;
  /** What pip leaves broken, and mentions after installing; the exit code is 0 all the same. */
  readonly broken?: readonly Broken[] | undefined;
  readonly rounds: number;
  /** What pip prints after the last step. */
  readonly printed: readonly string[];
}

/** No set of pins: pip gave up, or the simulation ended and says why. */
export interface Failed {
  readonly ok: false;
  readonly causes: readonly Cause[];
  /** pip's own text from its first `ERROR:` line on; empty if pip never got to say it. */
  readonly message: string;
  /** What was pinned when the last conflict came; undefined before the first pin, and in legacy pip. */
  readonly state?: State | undefined;
  readonly rounds: number;
  /** What pip prints after the last step, `message` included. */
  readonly printed: readonly string[];
  readonly stopped?: Stopped | undefined;
}
