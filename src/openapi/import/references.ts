import { isObject, type JsonObject, member, textAt } from '../values.ts';
import type { Report } from './report.ts';

/** Hops from reference to reference before they are taken for a circle. */
const MOST_HOPS = 20;

/**
 * Follows a reference within the document (RFC 6901, as a URI fragment), also one that leads to another one. Undefined, with
 * a warning, for one that leads nowhere, out of the file (features A7.7) or round in a circle.
 */
export function resolve(document: JsonObject, value: unknown, report: Report): JsonObject | undefined {
  let current = value;
  for (let hops = 0; hops < MOST_HOPS; hops++) {
    if (!isObject(current)) return undefined;
    const reference = textAt(current, '$ref');
    if (reference === undefined) return current;
    current = follow(document, reference);
    if (current === undefined) break;
  }
  report.warn(`Unable to resolve reference '${isObject(value) ? textAt(value, '$ref') : ''}'. Ignoring.`);
  return undefined;
}

function follow(document: JsonObject, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined;
  let current: unknown = document;
  for (const step of reference.slice(2).split('/')) {
    if (!isObject(current)) return undefined;
    current = member(current, decodeStep(step));
  }
  return current;
}

function decodeStep(step: string): string {
  const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
