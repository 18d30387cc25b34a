/** Where a command prints. */
export interface Terminal {
  /** To standard output, as it is. */
  print(text: string): void;
  /** To standard error, as it is. */
  complain(text: string): void;
}

/** The terminal of this process; a reader that goes away (`womm … | head`) ends the output silently. */
export function standardTerminal(): Terminal {
  process.stdout.on('error', ignoreClosedPipe);
  return {
    print: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
  };
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
