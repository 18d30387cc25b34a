import type { Engine } from '../core/engine.ts';
import { isRecord, parseJson } from '../core/json.ts';
import type { Lab } from '../core/lab.ts';
import { decodeIndexCut, type IndexCut } from '../packaging/index-cut.ts';
import type { Metadata } from '../packaging/metadata.ts';
import { parseRequirement } from '../packaging/requirement.ts';
import type { PageShelf } from '../packaging/snapshot-shelf.ts';
import { contains } from '../packaging/specifier.ts';
import type { Target } from '../packaging/target.ts';
import { runLine, type Entered } from './doors-command.ts';

/** Where a bench starts on which one command after the other changes an environment. */
export interface DoorsSetup {
  readonly target: Target;
  /** What is installed: `numpy==1.26.4`. */
  readonly installed: readonly string[];
  /** Commands that the learner may take without typing them. */
  readonly suggested: readonly string[];
  /** What must be there in the end, in whatever version. */
  readonly needed: readonly string[];
  /** The projects of which the index is cut. */
  readonly wanted: readonly string[];
  /** The data file with the index, and its pages once `prepare` has brought them. */
  readonly index: string;
  readonly pages?: PageShelf;
}

export interface DoorsState {
  readonly setup: DoorsSetup;
  /** What the environment holds, by name. */
  readonly installed: readonly Metadata[];
  /** Every command since the environment was fresh. */
  readonly entered: readonly Entered[];
}

/** What a learner does: she gives a command, or begins again in a fresh copy of the environment. */
export type DoorsEvent =
  { readonly type: 'entered'; readonly line: string } | { readonly type: 'renewed' };

/** A lab on this bench. */
export type DoorsLab = Lab<DoorsSetup, DoorsState, DoorsEvent>;

/** A command line is not longer. */
export const MOST_CHARACTERS_OF_LINE = 500;

/** The engine of every lab in which commands change what is installed, one after the other. */
export const doors: Engine<DoorsSetup, DoorsState, DoorsEvent> = {
  kind: 'doors',
  start: (setup) => ({ setup, installed: installedAtFirst(setup), entered: [] }),
  apply(state, event) {
    if (event.type === 'renewed')
      return { ...state, installed: installedAtFirst(state.setup), entered: [] };
    const done = runLine(event.line, state.installed, state.setup);
    return { ...state, installed: done.installed, entered: [...state.entered, done] };
  },
  readEvent(value) {
    if (!isRecord(value)) return undefined;
    const { type, line } = value;
    if (type === 'renewed') return { type };
    return type === 'entered' && typeof line === 'string' && line.length <= MOST_CHARACTERS_OF_LINE
      ? { type, line }
      : undefined;
  },
  async prepare(setup, read) {
    const cut = parseJson(await read(setup.index));
    if (!isRecord(cut) || !Array.isArray(cut['pages']))
      throw new Error(`${setup.index}: not an index`);
    // `as`: our own build wrote the pages; decoding leaves out what points nowhere.
    return { ...setup, pages: decodeIndexCut(cut as unknown as IndexCut) };
  },
};

function installedAtFirst({ installed, pages }: DoorsSetup): readonly Metadata[] {
  return installed.flatMap((text) => {
    const requirement = parseRequirement(text);
    if (!('project' in requirement)) return [];
    const file = pages
      ?.get(requirement.project)
      ?.files.find(({ version }) => contains(requirement.specifier, version, {}));
    return file?.metadata === undefined || file.metadata === 'unknown' ? [] : [file.metadata];
  });
}
