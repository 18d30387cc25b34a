/** A failure that the simulated tool itself reports, in its own words: exit 1, and no causes. */
export class ToolFailure extends Error {}
