import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { jsonEditor as texts } from '../../texts/en/json-editor.ts';
import type { Problem } from '../code-editor/index.tsx';

/** Names and indices that lead to a value: `['Statement', 0, 'Effect']`. */
export type JsonPath = readonly (string | number)[];

/** A text that was read as JSON (RFC 8259). */
export interface ReadJson {
  /** Undefined where the text is no JSON. */
  readonly value: unknown;
  /** Where it first breaks; what comes after that follows from it. */
  readonly problems: readonly Problem[];
  /** Where a value stands, or the nearest one above it that is there. Both from 1. */
  placeOf(path: JsonPath): Place;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Reads JSON and says at which line and column it breaks. Never throws. */
export function readJson(text: string): ReadJson {
  const { root, problems } = parse(text);
  return {
    value: root && problems.length === 0 ? getNodeValue(root) : undefined,
    problems,
    placeOf: (path) => placeAt(text, root ? nearest(root, path).offset : 0),
  };
}

function parse(text: string): { readonly root?: Node | undefined; readonly problems: readonly Problem[] } {
  if (text.trim() === '') return { problems: [{ line: 1, column: 1, message: texts.empty }] };
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
    return {
      root,
      problems: errors.slice(0, 1).map(({ error, offset }) => ({
        ...placeAt(text, offset),
        message: texts.errors[printParseErrorCode(error)] ?? texts.error,
      })),
    };
  } catch (error) {
    // The parser calls itself for each level, of which a pasted text may have any number.
    if (!(error instanceof RangeError)) throw error;
    return { problems: [{ line: 1, column: 1, message: texts.tooDeep }] };
  }
}

/** What is missing is told where that begins which lacks it. */
function nearest(root: Node, path: JsonPath): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return node;
  }
  return root;
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
