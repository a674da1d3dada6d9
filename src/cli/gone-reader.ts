/** 128 + SIGPIPE: what a shell tells of `cat` or `git` whose reader has gone; with `pipefail` a script sees that output was cut. */
const READER_GONE = 141;

/**
 * Ends the process quietly once nobody reads its output any more, as `| head -1` leaves it: Node ignores the SIGPIPE that ends other
 * programs then. Output that fails otherwise (a full disk) is told in one sentence, with exit code 1.
 */
export function endWithReader(): void {
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', ({ code = '', message }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE') process.exit(READER_GONE);
      if (output === process.stdout) process.stderr.write(`The output cannot be written (${code || message}).\n`);
      process.exit(1);
    });
  }
}

/** What serves goes on when the terminal or the program that read its banner has gone; its log sees to itself. */
export function outliveReader(): void {
  process.stdout.on('error', () => undefined);
}
