// Names on PyPI that are not what a beginner means by them: import names of other projects, empty
// placeholders, stubs that were left behind. As the index stood on TRAPS_SEEN.

/** A name that leads astray. */
export interface TrapName {
  /** Normalised. */
  readonly name: string;
  /**
   * `import-name`: the name in `import`, of a project that is called otherwise. `placeholder`: a project
   * that only says so. `left-behind`: a project that is not kept up any more. `other-thing`: a project
   * that is real, and something else. `standard-library`: comes with Python.
   */
  readonly kind: 'import-name' | 'placeholder' | 'left-behind' | 'other-thing' | 'standard-library';
  /** The project to write instead; none for what comes with Python. */
  readonly instead: string | undefined;
}

/** The day on which these names were looked up. */
export const TRAPS_SEEN = '2026-11-23';

const trap = (name: string, kind: TrapName['kind'], instead?: string): TrapName => ({
  name,
  kind,
  instead,
});

const TRAPS: readonly TrapName[] = [
  trap('sklearn', 'placeholder', 'scikit-learn'),
  trap('pytorch', 'placeholder', 'torch'),
];

const byName = new Map(TRAPS.map((each) => [each.name, each]));

/** The trap of this name, which must be normalised. */
export const trapOf = (project: string): TrapName | undefined => byName.get(project);
