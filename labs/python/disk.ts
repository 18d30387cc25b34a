import type { FileBody, Files } from './run.ts';
import type { PythonState } from './state.ts';

/** The small disk has at most so many files. */
export const MOST_FILES = 100;

/** A path on it is not longer. */
const MOST_CHARACTERS_OF_PATH = 200;

/** Can it be the path of a file here: relative, with `/`, and never upwards? */
export function isPath(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= MOST_CHARACTERS_OF_PATH &&
    !/[\0-\x1f\x7f\\]/u.test(value) &&
    value.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

/** The learner writes a file, new or old. */
export const writeFile = (state: PythonState, path: string, text: string): PythonState =>
  Object.hasOwn(state.files, path) || Object.keys(state.files).length < MOST_FILES
    ? { ...state, files: withChanges(state.files, { [path]: text }) }
    : state;

/** She gives a file another name; one that is taken stays whose it is. */
export function renameFile(state: PythonState, from: string, to: string): PythonState {
  const body = bodyOf(state.files, from);
  if (body === undefined || Object.hasOwn(state.files, to)) return state;
  return { ...state, files: withChanges(state.files, { [from]: null, [to]: body }) };
}

/** She removes a file. */
export const removeFile = (state: PythonState, path: string): PythonState => ({
  ...state,
  files: withChanges(state.files, { [path]: null }),
});

/** What stands in a file, if there is one. */
export const bodyOf = (files: Files, path: string): FileBody | undefined =>
  Object.hasOwn(files, path) ? files[path] : undefined;

/** A disk after some files were written and others (`null`) removed; by name, as one looks for them. */
export function withChanges(
  files: Files,
  changed: Readonly<Record<string, FileBody | null>>,
): Files {
  const all = new Map<string, FileBody | null>([
    ...Object.entries(files),
    ...Object.entries(changed),
  ]);
  const kept = [...all].filter((entry): entry is [string, FileBody] => entry[1] !== null);
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}
