// A yes or no per project, as pip's options take it: --only-binary against --no-binary, --all-releases
// against --only-final (models/format_control.py, models/release_control.py).

import { normalizeName } from './names.ts';

/** Two opposite sets of projects; `:all:` stands for those that neither names. */
export interface NameChoice {
  readonly yes: ReadonlySet<string>;
  readonly no: ReadonlySet<string>;
}

const ALL = ':all:';
const NONE = ':none:';

/** Nothing chosen. */
export const NO_CHOICE: NameChoice = { yes: new Set(), no: new Set() };

/** Everything chosen alike. */
export function chooseAll(side: keyof NameChoice): NameChoice {
  return extendChoice(NO_CHOICE, side, ALL);
}

/** `choice` with one option more, whose value is names with commas: the later beats the earlier. */
export function extendChoice(
  choice: NameChoice,
  side: keyof NameChoice,
  value: string,
): NameChoice {
  const chosen = new Set(choice[side]);
  const other = new Set(choice[side === 'yes' ? 'no' : 'yes']);
  let names = value.split(',');
  while (names.includes(ALL)) {
    other.clear();
    chosen.clear();
    chosen.add(ALL);
    names = names.slice(names.indexOf(ALL) + 1);
    if (!names.includes(NONE)) names = [];
  }
  for (const each of names) {
    if (each === NONE) {
      chosen.clear();
      continue;
    }
    const project = normalizeName(each);
    other.delete(project);
    chosen.add(project);
  }
  return side === 'yes' ? { yes: chosen, no: other } : { yes: other, no: chosen };
}

/** What is chosen for a project; a name beats `:all:`. Undefined: nothing. */
export function chosenFor(
  choice: NameChoice | undefined,
  project: string,
): keyof NameChoice | undefined {
  if (choice === undefined) return undefined;
  for (const name of [project, ALL]) {
    if (choice.yes.has(name)) return 'yes';
    if (choice.no.has(name)) return 'no';
  }
  return undefined;
}
