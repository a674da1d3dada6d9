import { changes as texts } from '../../../texts/en/changes.ts';
import type { ApiChange, ChangedValue } from './use-diff.ts';

/** Of a longer value the beginning says enough. */
const VALUE_LENGTH = 120;

/** A change as one says it: `GET /pets is gone`. */
export function sentenceOf({ kind, where, change }: ApiChange): string {
  return texts[change](texts.subjects[kind](where));
}

/** What of the subject differs, a sentence each. */
export function detailsOf({ values }: ApiChange): readonly string[] {
  return values.map(({ path, before, after }: ChangedValue) => {
    const name = nameOf(path);
    if (before === undefined) return texts.valueAdded(name, shown(after));
    if (after === undefined) return texts.valueRemoved(name, shown(before));
    return texts.valueChanged(name, shown(before), shown(after));
  });
}

/** The name of the longest beginning of the path that has one, with the rest behind it. */
function nameOf(path: readonly string[]): string {
  for (let length = path.length; length > 0; length -= 1) {
    const name = texts.values[path.slice(0, length).join('.')];
    if (name !== undefined) return length === path.length ? name : texts.part(name, path.slice(length).join('.'));
  }
  return path.join('.');
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > VALUE_LENGTH ? `${text.slice(0, VALUE_LENGTH)}…` : text;
}
