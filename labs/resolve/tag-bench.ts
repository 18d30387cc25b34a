import type { Engine } from '../core/engine.ts';
import { isRecord, parseJson } from '../core/json.ts';
import type { Lab } from '../core/lab.ts';
import { decodeIndexCut, type IndexCut } from '../packaging/index-cut.ts';
import type { ProjectPage } from '../packaging/project-page.ts';
import { answerOf, type TagAnswer } from './tag-answer.ts';
import { readTagEvent, type TagEvent } from './tag-event.ts';
import type { TagChoice } from './tag-machines.ts';
import type { TagPart } from './tag-refusal.ts';

/** Something to bring about at the bench. */
export type TagGoal =
  /** pip takes a file although only one of the three is chosen otherwise than at the start. */
  | { readonly id: string; readonly kind: 'one-change' }
  /** pip takes a file on this machine, with this Python. */
  | {
      readonly id: string;
      readonly kind: 'file-for';
      readonly machine: string;
      readonly python: string;
    }
  /** pip prints this. */
  | { readonly id: string; readonly kind: 'says'; readonly text: string };

/** Where a tag bench starts. */
export interface TagSetup extends TagChoice {
  /** What pip may be asked for. */
  readonly requirements: readonly string[];
  readonly goals: readonly TagGoal[];
  /** Projects with releases from before the snapshot, which pip itself would list as well. */
  readonly older: readonly string[];
  /** The data file with the files of these projects, and their pages once `prepare` has brought them. */
  readonly index: string;
  readonly pages?: ReadonlyMap<string, ProjectPage>;
}

export interface TagState extends TagChoice {
  readonly setup: TagSetup;
  readonly answer: TagAnswer | undefined;
  /** Which part the learner says is to blame. */
  readonly blamed: TagPart | undefined;
}

/** A lab on this bench. */
export type TagLab = Lab<TagSetup, TagState, TagEvent>;

/** The engine of every lab in which the names of files meet machines. */
export const tagBench: Engine<TagSetup, TagState, TagEvent> = {
  kind: 'tags',
  start: (setup) => ({
    setup,
    machine: setup.machine,
    python: setup.python,
    requirement: setup.requirement,
    answer: undefined,
    blamed: undefined,
  }),
  apply(state, event) {
    switch (event.type) {
      case 'chose-machine':
        return { ...state, machine: event.machine };
      case 'chose-python':
        return { ...state, python: event.python };
      case 'chose-requirement': {
        const { requirement } = event;
        return state.setup.requirements.includes(requirement) ? { ...state, requirement } : state;
      }
      case 'asked-pip':
        return { ...state, answer: answerOf(state, state.setup.pages) };
      case 'blamed':
        return { ...state, blamed: event.part };
    }
  },
  readEvent: readTagEvent,
  async prepare(setup, read) {
    const cut = parseJson(await read(setup.index));
    if (!isRecord(cut) || !Array.isArray(cut['pages']))
      throw new Error(`${setup.index}: not an index`);
    // `as`: our own build wrote the pages; decoding leaves out what points nowhere.
    const pages = [...decodeIndexCut(cut as unknown as IndexCut)].map(
      ([project, page]) => [project, requiringNothing(page)] as const,
    );
    return { ...setup, pages: new Map(pages) };
  },
};

/** The question here is which file, not what comes with it: every file is said to require nothing. */
const requiringNothing = ({ project, files }: ProjectPage): ProjectPage => ({
  project,
  files: files.map((file) => {
    const { version, requiresPython } = file;
    const nothing = { name: project, version: version.text, requiresPython };
    return { ...file, metadata: { ...nothing, requiresDist: [], providesExtra: [] } };
  }),
});

/** Does what pip answered belong to what is chosen now? */
export const isAnswered = ({ answer, machine, python, requirement }: TagState): boolean =>
  answer?.machine === machine && answer.python === python && answer.requirement === requirement;
