// The door of every npm command: what has to be true before any of our code can run.
//
// It is parsed by whatever Node the machine has, so it imports nothing at the top and uses no new syntax:
// an old Node must reach the sentence that says it is old.

const OLDEST = 20; // npm of Node 20 reads our lock; ours (24) comes with the packages and takes over from there

/**
 * Resolves when this process runs a Node that can run the project, with everything installed.
 * Otherwise it says in one line what to do and exits, or hands over to the project's own Node and exits as that did.
 */
export function ready() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST) {
    console.error(
      'This is Node ' + process.versions.node + '; at least Node ' + OLDEST + ' is needed to begin. ' +
        'Install the current one from https://nodejs.org and run the same command again.', // prettier-ignore
    );
    process.exit(1);
  }
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  return import('./install.mjs')
    .then((install) => install.installIfNeeded())
    .then(() => import('./own-node.mjs'))
    .then((own) => own.handOver())
    .catch((problem) => {
      console.error(problem && problem.forReader ? problem.message : problem);
      process.exit(1);
    });
}
