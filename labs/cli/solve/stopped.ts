import type { Stopped } from '../../resolve/types.ts';

/** Why the simulator stopped before pip would have, and what pip would do: one line. */
export function stoppedText(stopped: Stopped): string {
  switch (stopped.kind) {
    case 'unknown-metadata':
      return (
        `${stopped.candidate} comes as source only (${stopped.file.filename}): this simulator does not build it; ` +
        'pip would, to learn what it requires (expected wheels: --only-binary :all:)'
      );
    case 'url-requirement':
      return `'${stopped.requirement.text}': expected the name of a project, not an address`;
    case 'unreadable-metadata':
      return `${stopped.candidate} has a requirement that pip 23.2 reads in a way of its own: expected --pip 26.3`;
    case 'unknown-hash':
      return `the index states no sha256 of ${stopped.file.filename}: expected one, since hashes are required`;
    case 'pip-recursion-error':
      return 'pip itself ends in a traceback here (RecursionError): expected other requirements';
    case 'out-of-steps':
      return `stopped after ${stopped.steps} steps; pip would go on: expected narrower requirements`;
    case 'too-deep':
      return 'more rounds than pip allows: expected narrower requirements';
  }
}
