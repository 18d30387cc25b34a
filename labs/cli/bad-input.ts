/** Something the person at the prompt can mend, said in one line: `womm` prints it and exits 2. */
export class BadInput extends Error {
  readonly forReader = true;
}
