import { isRecord } from '../../core/json.ts';
import type { PythonState } from '../../python/state.ts';
import { foundBy, lastRun } from '../../python/tellings.ts';

/** The project's folder in the index, and its page. */
export const SHELF = 'simple/mei-dice/';
export const PAGE = `${SHELF}index.html`;

/** What the wheel must be called, and what must be in it. */
export const WHEEL = 'mei_dice-0.1-py3-none-any.whl';
export const INFO = 'mei_dice-0.1.dist-info/';
export const NEEDED = ['mei_dice.py', `${INFO}METADATA`, `${INFO}WHEEL`, `${INFO}RECORD`];

/** What is in the wheel on the shelf, what it calls itself, and what in it does not match its RECORD. */
export const PROBE = `
import base64, csv, hashlib, os, zipfile

def look(path):
    wheel = zipfile.ZipFile(path)
    names = wheel.namelist()
    text = lambda name: wheel.read(name).decode() if name in names else ""
    stated = {row[0]: row[1] for row in csv.reader(text("${INFO}RECORD").splitlines()) if len(row) > 1}
    def hash_of(name):
        digest = hashlib.sha256(wheel.read(name)).digest()
        return "sha256=" + base64.urlsafe_b64encode(digest).decode().rstrip("=")
    return {
        "names": names,
        "metadata": text("${INFO}METADATA"),
        "differing": [
            name
            for name in names
            if name != "${INFO}RECORD" and stated.get(name) != hash_of(name)
        ],
    }

path = os.path.join(os.path.expanduser("~"), "${SHELF}${WHEEL}")
look(path) if os.path.exists(path) else None
`;

/** What the probe found. */
export interface Found {
  readonly names: readonly string[];
  readonly metadata: string;
  readonly differing: readonly string[];
}

/** The wheel of the right name, as the last run left it. */
export function foundIn(state: PythonState): Found | undefined {
  const run = lastRun(state);
  const found = run && foundBy(run.record);
  if (!isRecord(found)) return undefined;
  const { names, metadata, differing } = found;
  if (!Array.isArray(names) || !Array.isArray(differing)) return undefined;
  return {
    names: names.map(String),
    metadata: String(metadata),
    differing: differing.map(String),
  };
}

/** The wheels in the project's folder, by name. */
export const wheelsOn = ({ files }: PythonState): readonly string[] =>
  Object.keys(files)
    .filter((path) => path.startsWith(SHELF) && path.endsWith('.whl'))
    .map((path) => path.slice(SHELF.length));
