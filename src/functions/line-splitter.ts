import { StringDecoder } from 'node:string_decoder';

/** Cuts a stream of UTF-8 bytes into lines. */
export interface LineSplitter {
  /** @returns how many lines it has ended */
  push(chunk: Buffer): number;
  /** Hands out what has no line end yet. */
  flush(): void;
  /** Gives what has no line end yet, and forgets it. */
  take(): string;
}

/**
 * @param maxLength a longer line is handed out in pieces of so many characters, so that a function that never ends a line
 *   costs no more memory than that
 * @param onLine gets each line without its end (LF or CRLF)
 * @param begun what another splitter had taken of the first line
 */
export function lineSplitter(maxLength: number, onLine: (line: string) => void, begun = ''): LineSplitter {
  const decoder = new StringDecoder('utf8');
  let rest = begun;

  const emitFullPieces = () => {
    for (; rest.length > maxLength; rest = rest.slice(maxLength)) onLine(rest.slice(0, maxLength));
  };
  const endLine = () => {
    emitFullPieces();
    onLine(rest.endsWith('\r') ? rest.slice(0, -1) : rest);
    rest = '';
  };

  const take = () => {
    const text = rest + decoder.end();
    rest = '';
    return text;
  };

  return {
    take,
    push(chunk) {
      const [first = '', ...others] = decoder.write(chunk).split('\n');
      rest += first;
      for (const line of others) {
        endLine();
        rest = line;
      }
      emitFullPieces();
      return others.length;
    },
    flush() {
      rest += decoder.end();
      if (rest !== '') endLine();
    },
  };
}
