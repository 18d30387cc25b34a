/** Why the real pip gave no answer. */
export class PipTrouble extends Error {
  override readonly name = 'PipTrouble';
  /** `offline`: Python or pip was not loaded; `killed`: the interpreter died in the middle. */
  readonly kind: 'offline' | 'killed' | 'stopped';

  constructor(kind: PipTrouble['kind'], message = '') {
    super(message);
    this.kind = kind;
  }
}
