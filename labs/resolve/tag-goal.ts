import type { Verdict } from '../core/lab.ts';
import { parseRequirement } from '../packaging/requirement.ts';
import type { TagAnswer } from './tag-answer.ts';
import { isAnswered, type TagGoal, type TagSetup, type TagState } from './tag-bench.ts';
import type { TagChoice } from './tag-machines.ts';
import type { TagPart } from './tag-refusal.ts';

/** The gist of what pip answered. */
export type TagGist = 'file' | 'no-versions' | 'other-versions';

/** One goal, and what pip says of it now. */
export interface TagGoalRow {
  readonly id: string;
  /** Undefined while pip was not asked. */
  readonly now: TagGist | undefined;
  readonly met: boolean;
}

/** Every goal of the bench, and how things stand. */
export const tagGoals = (state: TagState): TagGoalRow[] =>
  state.setup.goals.map((goal) => ({
    id: goal.id,
    now: state.answer && gistOf(state.answer),
    met: reachedGoal(state, goal.id).ok,
  }));

const gistOf = ({ taken, message }: TagAnswer): TagGist =>
  taken ? 'file' : message.includes('(from versions: none)') ? 'no-versions' : 'other-versions';

/** Is a goal reached by what is chosen now? */
export function reachedGoal(state: TagState, id: string): Verdict {
  const goal = state.setup.goals.find((each) => each.id === id);
  const { answer, setup } = state;
  if (!goal || !answer) return wrong('not-asked');
  if (!isAnswered(state)) return wrong('not-asked-again');
  switch (goal.kind) {
    case 'one-change':
      return changedOneThing(answer, setup);
    case 'file-for':
      return tookFileFor(answer, goal);
    case 'says':
      return saidIt(answer, goal.text);
  }
}

function changedOneThing(answer: TagAnswer, setup: TagSetup): Verdict {
  const changed = (['machine', 'python', 'requirement'] as const).filter(
    (part) => answer[part] !== setup[part],
  );
  const { requirement, python } = answer;
  if (changed.length === 0) return wrong('unchanged');
  if (projectOf(requirement) !== projectOf(setup.requirement)) return wrong('other-project');
  if (!answer.taken) return wrong(NO_FILE[changed[0] ?? 'python'], { requirement, python });
  return changed.length === 1 ? { ok: true } : wrong('several-changes');
}

/** By what was changed first. */
const NO_FILE = {
  machine: 'no-file-machine',
  python: 'no-file-python',
  requirement: 'no-file-requirement',
} as const;

function tookFileFor(answer: TagAnswer, goal: Omit<TagChoice, 'requirement'>): Verdict {
  const { requirement, python } = answer;
  if (answer.machine === 'rosetta') return wrong('rosetta');
  if (answer.machine !== goal.machine) return wrong('other-machine');
  if (python !== goal.python) return wrong('other-python', { python });
  return answer.taken ? { ok: true } : wrong('no-file', { requirement });
}

function saidIt(answer: TagAnswer, text: string): Verdict {
  if (answer.message.includes(text)) return { ok: true };
  if (answer.taken) return wrong('took-file', { file: answer.taken.filename });
  return wrong('said-otherwise', { requirement: answer.requirement });
}

const projectOf = (text: string): string => {
  const requirement = parseRequirement(text);
  return 'project' in requirement ? requirement.project : text;
};

/** Did the learner find what keeps pip from every file that is nearly right? */
export function blamedRightly({ answer, blamed }: TagState): Verdict {
  if (!answer) return wrong('not-asked');
  const part = culpritOf(answer);
  if (part === undefined) return wrong('nothing-to-blame');
  if (blamed === undefined) return wrong('not-blamed');
  const asks = answer.files[0]?.file.requiresPython ?? '';
  return blamed === part ? { ok: true } : wrong(BLAMED[blamed], { asks, python: answer.python });
}

const BLAMED: Readonly<Record<TagPart, string>> = {
  python: 'blamed-python',
  platform: 'blamed-platform',
  'requires-python': 'blamed-requires-python',
};

/** The one part that keeps pip from the files against which nothing else speaks. */
export function culpritOf({ taken, files }: TagAnswer): TagPart | undefined {
  if (taken) return undefined;
  const alone = files.find(({ refusals }) => refusals.length === 1);
  return alone?.refusals[0]?.part;
}

const wrong = (why: string, blanks: Readonly<Record<string, string>> = {}): Verdict => ({
  ok: false,
  why,
  with: blanks,
});
