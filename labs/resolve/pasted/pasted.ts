// What pip's output tells by itself, without any index: which error it is and what stands in it.

/** An error that was recognised. */
export type PastedError =
  | PastedConflict
  | PastedNotFound
  | PastedNetwork
  | PastedPython
  | PastedBroken
  | PastedRequirement
  | PastedHashes
  | PastedOther;

/** ResolutionImpossible: requirements that no set of versions meets. */
export interface PastedConflict {
  readonly kind: 'conflict';
  /** What pip says cannot be installed, each as it says it: `app==1.0`, `-r requirements.txt (line 3)`. */
  readonly triggers: readonly string[];
  readonly causes: readonly PastedCause[];
  /** The projects of which more than one thing is asked, the most asked first. */
  readonly projects: readonly string[];
}

/** One line below "The conflict is caused by:". */
export interface PastedCause {
  /** Who asks: a project and its version; undefined: the user. */
  readonly parent: { readonly name: string; readonly version: string } | undefined;
  /** Whether it stands in a constraints file. */
  readonly isConstraint: boolean;
  /** As pip writes it: `numpy<2.0 and >=1.23.5`. */
  readonly requirement: string;
  readonly project: string;
  /** Where in the text it stands, from 1; of a very long text unknown. */
  readonly line: number | undefined;
}

/** "No matching distribution found", and the index was reached as far as one can see. */
export interface PastedNotFound {
  readonly kind: 'not-found';
  readonly requirement: string;
  readonly project: string;
  /** Who asked, if it was another project. */
  readonly from: string | undefined;
  /** As pip lists them; none: "from versions: none". */
  readonly versions: readonly string[];
  readonly yanked: readonly string[];
  /** "1.0 Requires-Python >=3.14": versions left out because of Python. */
  readonly otherPython: readonly string[];
  /** Indexes other than the public one, where pip says where it looked. */
  readonly indexes: readonly string[];
}

/** The index was not reached. Whatever pip says after that is about an empty list. */
export interface PastedNetwork {
  readonly kind: 'network';
  readonly reason: NetworkReason;
  /** The host that was asked, where it is named. */
  readonly host: string | undefined;
  /** What pip then said it could not find, if it did. */
  readonly requirement: string | undefined;
}

/** Why a host was not reached. */
export type NetworkReason =
  'proxy' | 'certificate' | 'tls' | 'name' | 'timeout' | 'refused' | 'no-access' | 'unknown';

/** A file that wants another Python. */
export interface PastedPython {
  readonly kind: 'wrong-python';
  readonly project: string;
  /** The Python that runs pip. */
  readonly python: string;
  readonly specifier: string;
}

/** Something was installed, and something does not work with it: pip's exit code is 0, that of `pip check` 1. */
export interface PastedBroken {
  readonly kind: 'broken';
  readonly by: 'install' | 'legacy' | 'check';
  readonly broken: readonly PastedBreak[];
}

/** A requirement that is not met by what is installed. */
export interface PastedBreak {
  readonly name: string;
  readonly version: string;
  readonly requirement: string;
  /** What is there instead; undefined: nothing. */
  readonly have: string | undefined;
}

/** A text that is no requirement. */
export interface PastedRequirement {
  readonly kind: 'invalid-requirement';
  readonly requirement: string;
  /** `^`: another tool's; `=`: one too few; `file`: a file without -r; `path`: one that is not there. */
  readonly looksLike: 'caret' | 'single-equals' | 'file' | 'path' | undefined;
  /** "line 4 of requirements.txt" */
  readonly place: string | undefined;
}

/** What hashes have to do with it. */
export interface PastedHashes {
  readonly kind: 'hashes';
  readonly problem: 'missing' | 'not-pinned' | 'mismatch';
  readonly requirements: readonly string[];
}

/** Errors of which the text says all that there is to say. `name`: what it is about. */
export interface PastedOther {
  readonly kind:
    | 'unsupported-wheel'
    | 'externally-managed'
    | 'no-record'
    | 'too-deep'
    | 'still-looking'
    | 'build-failed'
    | 'no-file';
  readonly name: string | undefined;
}

/** What was read of a text. */
export interface Pasted {
  /** The first is what stopped pip. */
  readonly errors: readonly PastedError[];
}
