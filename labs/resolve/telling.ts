import type { ProjectPage } from '../packaging/project-page.ts';
import type { Needs, Step } from './step.ts';
import type { Stopped } from './types.ts';

/** A part of a resolution that tells its steps and asks for pages before it answers. */
export type Telling<Answer> = Generator<Step | Needs, Answer, ProjectPage | undefined>;

/**
 * Thrown where the simulation cannot go on, and caught by the resolver's door alone: outside it a
 * stop is a value of the outcome. It crosses six generators that could do nothing with it.
 */
export class Halt {
  readonly stopped: Stopped;

  constructor(stopped: Stopped) {
    this.stopped = stopped;
  }
}

/** Thrown where pip itself gives up with a message of its own (its InstallationError); caught alike. */
export class Refusal {
  /** From `ERROR:` on. */
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}
