/** One rung of the ladder: nudge, where to look, what kind of move, the move. `id` names its prose. */
export interface Hint {
  readonly id: string;
  /** Shown out of turn while this is the last mistake. */
  readonly after?: string;
}

/** At most four hints a lab: more teach clicking. */
export const MOST_HINTS = 4;

/**
 * The next hint to show: one that answers the learner's last mistake if there is one, else the next
 * rung. `shown` are the ids shown so far; none is shown twice and none ever blocks anything.
 */
export function nextHint(
  hints: readonly Hint[],
  shown: readonly string[],
  lastMistake: string | undefined,
): Hint | undefined {
  const left = hints.filter(({ id }) => !shown.includes(id));
  return left.find(({ after }) => after !== undefined && after === lastMistake) ?? left[0];
}
