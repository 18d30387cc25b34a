import type { RemoteProgress } from '../../packaging/remote-get.ts';
import type { Step } from '../../resolve/step.ts';
import type { Terminal } from '../terminal.ts';

/** What a person at a terminal sees while the answer is worked out; in a pipe nothing is said. */
export interface Progress {
  readonly step: (step: Step) => void;
  readonly remote: (progress: RemoteProgress) => void;
  /** Erases the line. */
  readonly end: () => void;
}

const PAUSE_MS = 100;

/** One line on standard error, written over and over and erased in the end. */
export function createProgress({ status }: Terminal): Progress {
  const projects = new Set<string>();
  let rounds = 0;
  let refused = 0;
  let asked: RemoteProgress | undefined;
  let shownAt = 0;
  const show = (): void => {
    const now = Date.now();
    if (status === undefined || now - shownAt < PAUSE_MS) return;
    shownAt = now;
    const count = `${projects.size} projects, ${rounds} rounds, ${refused} refused`;
    status(asked === undefined ? count : `${count}; ${remoteText(asked)}`);
  };
  return {
    step: (step) => {
      if (step.type === 'starting-round') rounds += 1;
      else if (step.type === 'rejecting-candidate') refused += 1;
      else if (step.type === 'adding-requirement') projects.add(step.requirement.project);
      show();
    },
    remote: (progress) => {
      asked = progress;
      show();
    },
    end: () => status?.(''),
  };
}

function remoteText({ documents, bytes, waiting }: RemoteProgress): string {
  const kilobytes = Math.round(bytes / 1000);
  const patience = waiting === undefined ? '' : `, the index wants ${waiting} s of patience`;
  return `${documents} documents, ${kilobytes} kB${patience}`;
}
