// Rows of a table that stands in the order of its first use are told by how far back they lie: most
// are new or were used just before, so the numbers are small and alike, and compress to little.

/** Follows one walk over such a table. */
export interface RowTrail {
  /** How many rows back `row` lies; 0 is the first that was not used before. */
  backTo(row: number): number;
  /** The row that lies so far back. */
  rowAt(back: number): number;
}

/** A walk that has used no row yet. */
export function createRowTrail(): RowTrail {
  let unused = 0;
  return {
    backTo(row) {
      const back = unused - row;
      if (back === 0) unused += 1;
      return back;
    },
    rowAt(back) {
      const row = unused - back;
      if (back === 0) unused += 1;
      return row;
    },
  };
}
