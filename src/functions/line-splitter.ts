import { StringDecoder } from 'node:string_decoder';

/** Cuts a stream of UTF-8 bytes into lines. */
export interface LineSplitter {
  push(chunk: Buffer): void;
  /** Hands out what has no line end yet. */
  flush(): void;
}

/**
 * @param maxLength a longer line is handed out in pieces of so many characters, so that a function that never ends a line
 *   costs no more memory than that
 * @param onLine gets each line without its end (LF or CRLF)
 */
export function lineSplitter(maxLength: number, onLine: (line: string) => void): LineSplitter {
  const decoder = new StringDecoder('utf8');
  let rest = '';

  const emitFullPieces = () => {
    for (; rest.length > maxLength; rest = rest.slice(maxLength)) onLine(rest.slice(0, maxLength));
  };
  const endLine = () => {
    emitFullPieces();
    onLine(rest.endsWith('\r') ? rest.slice(0, -1) : rest);
    rest = '';
  };

  return {
    push(chunk) {
      const [first = '', ...others] = decoder.write(chunk).split('\n');
      rest += first;
      for (const line of others) {
        endLine();
        rest = line;
      }
      emitFullPieces();
    },
    flush() {
      rest += decoder.end();
      if (rest !== '') endLine();
    },
  };
}
