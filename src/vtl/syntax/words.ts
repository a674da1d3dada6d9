/** A `#`, then a name, bare or in braces, as Velocity's lexer takes them. */
export const DIRECTIVE_NAME = /#(?:([A-Za-z_@][A-Za-z0-9_@]*)|\{([A-Za-z_][A-Za-z0-9_@]*)\})/y;

/** Blanks up to and with the line's end, which Velocity swallows behind a directive. */
export const REST_OF_LINE = /[ \t]*(?:\r\n|\n|\r)/y;

/** `#set(` together with the blanks before it, which Velocity swallows when nothing else stands before them. */
export const SET_START = /[ \t]*#(?:set|\{set\}) *\(/y;

export const IDENTIFIER = /[A-Za-z_][A-Za-z0-9_-]*/y;

const CLOSERS: ReadonlySet<string> = new Set(['end', 'else', 'elseif']);

/** Whether `#name` ends the block that it stands in. */
export function isCloser(name: string): boolean {
  return CLOSERS.has(name);
}

/** Directives that Velocity's grammar itself knows. */
const KEYWORDS: ReadonlySet<string> = new Set(['if', 'elseif', 'else', 'end', 'set', 'stop']);

/** Directives that a template can use besides those. */
const DIRECTIVES: ReadonlySet<string> = new Set([
  'foreach',
  'define',
  'macro',
  'literal',
  'break',
  'include',
  'parse',
  'evaluate',
]);

export function isDirective(name: string, evaluate: boolean): boolean {
  return DIRECTIVES.has(name) && (name !== 'evaluate' || evaluate);
}

/** Whether a backslash before `#name` escapes it. */
export function isEscapable(name: string, evaluate: boolean): boolean {
  return KEYWORDS.has(name) || isDirective(name, evaluate);
}
