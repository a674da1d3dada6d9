import type { ApiChange, ValueChange } from './changes.ts';

const MARKS = { added: '+', removed: '-', changed: '~' } as const;
/** Of a longer value the beginning says enough; `--json` gives it whole. */
const VALUE_LENGTH = 100;

/** Changes in words, one line a subject and one a value. */
export function printChanges(changes: readonly ApiChange[]): string {
  if (changes.length === 0) return 'Nothing differs.\n';
  return changes
    .flatMap(({ kind, subject, details }) => [`${MARKS[kind]} ${subject}`, ...details.map(printValue)])
    .map((line) => `${line}\n`)
    .join('');
}

function printValue({ path, before, after }: ValueChange): string {
  if (before === undefined) return `    ${path}: ${shown(after)} is new`;
  if (after === undefined) return `    ${path}: ${shown(before)} is gone`;
  return `    ${path}: ${shown(before)} -> ${shown(after)}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > VALUE_LENGTH ? `${text.slice(0, VALUE_LENGTH)}...` : text;
}
