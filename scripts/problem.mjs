/** Something the person at the prompt can mend: its message is one line that says what happened and what to do. */
export class Problem extends Error {
  forReader = true;
}

/**
 * Runs the body of a command; a Problem becomes one line and exit 1, anything else keeps its stack.
 * @param {() => Promise<unknown>} body
 */
export async function command(body) {
  try {
    await body();
  } catch (problem) {
    console.error(problem instanceof Problem ? problem.message : problem);
    process.exitCode = 1;
  }
}
