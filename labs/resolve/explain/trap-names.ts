// Names that are not what a beginner means by them: names behind `import` of projects that are called
// otherwise, empty placeholders, stubs that were left behind, what comes with Python. Import names are those
// that the wheels themselves hold; the others as PyPI showed them on TRAPS_SEEN.

/** A name that leads astray. */
export interface TrapName {
  /** Normalised. */
  readonly name: string;
  /**
   * `import-name`: the name behind `import`, of a project that is called otherwise. `placeholder`: a project
   * that only says so. `left-behind`: a project that is not kept up any more. `other-thing`: a project
   * that is real, and something else. `standard-library`: comes with Python.
   */
  readonly kind: TrapKind;
  /** The project to write instead; undefined where there is none. */
  readonly instead: string | undefined;
  /** Where it can be seen. */
  readonly source: string;
}

/** How a name leads astray. */
export type TrapKind =
  'import-name' | 'placeholder' | 'left-behind' | 'other-thing' | 'standard-library';

/** The day on which these names were looked up. */
export const TRAPS_SEEN = '2026-11-22';

const PROJECTS = 'https://pypi.org/project/';
const LIBRARY = 'https://docs.python.org/3/library/index.html';

/** By the name behind `import`: the project. */
const IMPORT_NAMES: Readonly<Record<string, string>> = {
  absl: 'absl-py',
  bio: 'biopython',
  bs4: 'beautifulsoup4',
  cv2: 'opencv-python',
  dateutil: 'python-dateutil',
  docx: 'python-docx',
  dotenv: 'python-dotenv',
  faiss: 'faiss-cpu',
  git: 'gitpython',
  grpc: 'grpcio',
  ot: 'pot',
  pil: 'pillow',
  pywt: 'pywavelets',
  serial: 'pyserial',
  shapefile: 'pyshp',
  skimage: 'scikit-image',
  yaml: 'pyyaml',
};

/** Projects that are there, and not what they seem; what to write instead, if there is something. */
const MISLEADING: readonly (readonly [string, TrapKind, string?])[] = [
  ['sklearn', 'placeholder', 'scikit-learn'],
  ['pytorch', 'placeholder', 'torch'],
  ['tensorflow-gpu', 'left-behind', 'tensorflow'],
  ['tensorflow-aarch64', 'left-behind', 'tensorflow'],
  ['tflite-runtime', 'left-behind', 'ai-edge-litert'],
  ['nb-black', 'left-behind'],
  ['ffmpeg', 'other-thing'],
  ['pandoc', 'other-thing'],
];

const STANDARD_LIBRARY: readonly string[] = [
  'asyncio',
  'collections',
  'csv',
  'datetime',
  'functools',
  'glob',
  'itertools',
  'json',
  'logging',
  'math',
  'os',
  'pathlib',
  'pickle',
  'random',
  're',
  'shutil',
  'sqlite3',
  'subprocess',
  'sys',
  'threading',
  'time',
  'tkinter',
  'urllib',
];

const traps = new Map<string, TrapName>([
  ...Object.entries(IMPORT_NAMES).map(([name, instead]): [string, TrapName] => [
    name,
    { name, kind: 'import-name', instead, source: `${PROJECTS}${instead}/` },
  ]),
  ...MISLEADING.map(([name, kind, instead]): [string, TrapName] => [
    name,
    { name, kind, instead, source: `${PROJECTS}${name}/` },
  ]),
  ...STANDARD_LIBRARY.map((name): [string, TrapName] => [
    name,
    { name, kind: 'standard-library', instead: undefined, source: LIBRARY },
  ]),
]);

/** The trap of this name, which must be normalised. */
export const trapOf = (project: string): TrapName | undefined => traps.get(project);
