import type { JsonValue } from '../json/index.ts';
import type { PathTree } from './ast.ts';
import { compileTree } from './compile-tree.ts';
import { JsonPathSyntaxError } from './errors.ts';
import { pathFunction } from './functions.ts';
import { parsePath } from './parse-path.ts';
import { Reading } from './reading.ts';
import { isDefinite } from './select.ts';

/** A compiled path. */
export interface JsonPath {
  readonly source: string;
  /** Whether the path gives one value; an indefinite one gives a list, empty where nothing was found. */
  readonly definite: boolean;
  /**
   * @returns the value found, by reference; undefined when a definite path finds nothing
   * @throws {JsonPathLimitError} when the document is too large for what the path asks
   * @throws {JavaRegexLimitError} when a pattern of a filter takes too long
   */
  read(document: JsonValue): JsonValue | undefined;
}

/**
 * @param source a path such as `$.store.book[0].title`; the leading `$.` may be left out
 * @throws {JsonPathSyntaxError}
 */
export function compileJsonPath(source: string): JsonPath {
  const tree = parsePath(source);
  checkFunctions(tree, source);
  return { source, definite: isDefinite(tree), read: compilePlain(tree) ?? compileGeneral(tree, source) };
}

function compileGeneral(tree: PathTree, source: string): JsonPath['read'] {
  const read = compileTree(tree);
  return (document) => read(document, new Reading(document, source));
}

/** Names and indexes alone, which nearly all paths are, need nothing but look-ups. */
function compilePlain(tree: PathTree): JsonPath['read'] | undefined {
  const keys: (string | number)[] = [];
  for (const step of tree.steps) {
    if (step.kind === 'property') keys.push(step.name);
    else if (step.kind === 'index') keys.push(step.index);
    else return undefined;
  }
  return (document) => {
    let value: JsonValue | undefined = document;
    for (const key of keys) {
      if (typeof key === 'string') value = value instanceof Map ? value.get(key) : undefined;
      else value = Array.isArray(value) ? value.at(key) : undefined;
      if (value === undefined) return undefined;
    }
    return value;
  };
}

/** A function ends a path, and must be one that there is. */
function checkFunctions(tree: PathTree, source: string): void {
  tree.steps.forEach((step, index) => {
    if (step.kind !== 'function') return;
    if (pathFunction(step.name) === undefined) {
      throw new JsonPathSyntaxError(`Unknown function ${step.name}()`, source, source.indexOf(step.name));
    }
    if (index < tree.steps.length - 1) {
      throw new JsonPathSyntaxError(`The function ${step.name}() must end the path`, source, source.indexOf(step.name));
    }
  });
}
