/** Where a command prints. */
export interface Terminal {
  /** To standard output, as it is. */
  print(text: string): void;
  /** To standard error, as it is. */
  complain(text: string): void;
  /** Shows one passing line to whoever watches, in place of the one before; not there in a pipe. */
  readonly status?: ((text: string) => void) | undefined;
}

const ERASE_LINE = '\r\u001b[K';

/** The terminal of this process; a reader that goes away (`womm … | head`) ends the output silently. */
export function standardTerminal(): Terminal {
  process.stdout.on('error', ignoreClosedPipe);
  return {
    print: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    status: process.stderr.isTTY ? showStatus : undefined,
  };
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

function showStatus(text: string): void {
  process.stderr.write(ERASE_LINE + text.slice(0, (process.stderr.columns ?? 80) - 1));
}
