/** Where something stands in a template; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The template is not valid: found when it is compiled. */
export class TemplateSyntaxError extends Error {
  override readonly name = 'TemplateSyntaxError';
  readonly position: Position;

  constructor(problem: string, position: Position) {
    super(`${problem} at line ${position.line}, column ${position.column}`);
    this.position = position;
  }
}

/** Rendering failed: a method threw, as Java's would have, or a limit was reached. */
export class TemplateRenderError extends Error {
  override readonly name = 'TemplateRenderError';
  readonly position: Position;

  constructor(problem: string, position: Position, options?: ErrorOptions) {
    super(`${problem} at line ${position.line}, column ${position.column}`, options);
    this.position = position;
  }
}

/** The line and column of an offset; a line ends with `\n`, `\r\n` or `\r`. */
export function positionAt(source: string, offset: number): Position {
  const before = source.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
