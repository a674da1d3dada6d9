import { type JsonObject, objectAt } from '../values.ts';
import type { Report } from './report.ts';

/**
 * A map of texts. A value that is none is left out with AWS's warning (recorded).
 * @param place where the map is, such as `resource '/pets' and method 'GET'`
 */
export function readTexts(
  object: JsonObject,
  name: string,
  place: string,
  report: Report,
): Readonly<Record<string, string>> | undefined {
  const map = objectAt(object, name);
  if (!map) return undefined;
  const texts: [string, string][] = [];
  for (const [key, value] of Object.entries(map)) {
    if (typeof value === 'string') texts.push([key, value]);
    else {
      report.warn(
        `Invalid format for '${name}'. Expected type string for property '${key}' of ${place} but got '${shown(value)}'`,
      );
    }
  }
  return texts.length > 0 ? Object.fromEntries(texts) : undefined;
}

function shown(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
  return text.slice(0, 200);
}
