/**
 * What one phase of `npm test` found.
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} notRun    what was left out, each with its reason
 * @property {readonly string[]} [notes]  what tests say besides
 * @property {string} report               what an author wants to read when something failed
 */

/** A phase that is one yes or no. @param {boolean} ok @param {string} report @returns {Result} */
export const single = (ok, report) => ({
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  notRun: [],
  report: ok ? '' : report,
});

/** Several results as one. @param {readonly Result[]} results @returns {Result} */
export const together = (results) => ({
  passed: results.reduce((sum, { passed }) => sum + passed, 0),
  failed: results.reduce((sum, { failed }) => sum + failed, 0),
  notRun: results.flatMap(({ notRun }) => notRun),
  report: results
    .map(({ report }) => report)
    .filter(Boolean)
    .join('\n'),
});
