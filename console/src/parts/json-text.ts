import { jsonLanguage } from '@codemirror/lang-json';
import type { Problem } from './code-editor/index.tsx';

/** Both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A text that should be JSON. */
export interface JsonText {
  /** Undefined while it is none. */
  readonly value: unknown;
  /** Why it is none. */
  readonly problem: Problem | undefined;
  /** Where the member or item at a JSON pointer (RFC 6901) stands, or the deepest one above that is there. */
  positionOf(pointer: string): Position;
}

type Node = ReturnType<typeof jsonLanguage.parser.parse>['topNode'];

/** Reads JSON, with where everything stands in the text. */
export function readJson(text: string): JsonText {
  const positionOf = (pointer: string): Position => {
    const root = jsonLanguage.parser.parse(text).topNode.firstChild;
    const tokens = pointer.split('/').slice(1).map(unescaped);
    return positionAt(text, root ? offsetOf(text, root, tokens) : 0);
  };
  try {
    return { value: JSON.parse(text), problem: undefined, positionOf };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { value: undefined, problem: { ...placeOf(text, message), message: wordsOf(message) }, positionOf };
  }
}

/** Member names within the text, the last of two with one name: as `JSON.parse` reads them. */
function offsetOf(text: string, node: Node, [token, ...rest]: readonly string[]): number {
  if (token === undefined) return node.from;
  if (node.name === 'Array') {
    const item = childrenOf(node)[Number(token)];
    return item ? offsetOf(text, item, rest) : node.from;
  }
  const member = node.getChildren('Property').findLast((property) => {
    const name = property.getChild('PropertyName');
    return name !== null && JSON.parse(text.slice(name.from, name.to)) === token;
  });
  if (!member) return node.from;
  return rest.length === 0 || !member.lastChild ? member.from : offsetOf(text, member.lastChild, rest);
}

/** Values alone: brackets and commas are nodes, too. */
function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (/^[A-Z]/.test(child.name)) children.push(child);
  }
  return children;
}

/** Where the engine says that it stopped, or else where the grammar did. */
function placeOf(text: string, message: string): Position {
  const told = /at position (\d+)/.exec(message)?.[1];
  if (told !== undefined) return positionAt(text, Number(told));
  let at = text.length;
  jsonLanguage.parser.parse(text).iterate({
    enter({ type, from }) {
      if (type.isError) at = Math.min(at, from);
    },
  });
  return positionAt(text, at);
}

/** Without the place, which is shown beside it. */
function wordsOf(message: string): string {
  return message.replace(/,? ?(?:\.\.\.)?".*" is not valid JSON| in JSON at position .*$| at position .*$/s, '');
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function unescaped(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
