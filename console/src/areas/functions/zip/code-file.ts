/** One file of a function's code. */
export interface CodeFile {
  /** Below the function's folder: `lib/util.mjs`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** As Unix has it, the file's type included; `bootstrap` has to be executable. */
  readonly mode: number;
}

/** A plain file that its owner may write. */
export const PLAIN_MODE = 0o100644;

/** The file's text, or undefined for what is none. */
export function textOf({ bytes }: CodeFile): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function fileOf(path: string, text: string, mode = PLAIN_MODE): CodeFile {
  return { path, bytes: new TextEncoder().encode(text), mode };
}
