/** Stands for any characters, also none. */
const STAR = -1;
/** Stands for one character. */
const ONE = -2;

/** A text with wildcards: UTF-16 units, and `STAR` and `ONE` between them. */
export type Glob = string | Int32Array;

/** A piece of a pattern: text that stands for itself, or a wildcard. */
export type Piece = { readonly text: string } | '*' | '?';

/** A pattern without wildcards becomes its text. */
export function compileGlob(pieces: readonly Piece[]): Glob {
  if (pieces.every((piece) => typeof piece === 'object')) return pieces.map((piece) => piece.text).join('');
  return Int32Array.from(
    pieces.flatMap((piece) => {
      if (piece === '*') return [STAR];
      if (piece === '?') return [ONE];
      return Array.from({ length: piece.text.length }, (_, index) => piece.text.charCodeAt(index));
    }),
  );
}

/**
 * Whether the whole text matches. A star that was passed is never looked at again once a later one is reached, so the time
 * is at most the text's length times the longest piece between two stars.
 */
export function matchesGlob(glob: Glob, text: string): boolean {
  if (typeof glob === 'string') return glob === text;
  let at = 0;
  let place = 0;
  let lastStar = -1;
  let resumeAt = 0;
  while (at < text.length) {
    const unit = glob[place];
    if (unit === STAR) {
      lastStar = place;
      place += 1;
      resumeAt = at;
    } else if (unit === ONE || unit === text.charCodeAt(at)) {
      place += 1;
      at += 1;
    } else if (lastStar >= 0) {
      resumeAt += 1;
      at = resumeAt;
      place = lastStar + 1;
    } else {
      return false;
    }
  }
  while (glob[place] === STAR) place += 1;
  return place === glob.length;
}
