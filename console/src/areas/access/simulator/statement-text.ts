import { indented } from '../../../parts/json-editor/format-json.ts';

/** A place by lines and columns. */
export const SPAN = /^(\d+):(\d+)-(\d+):(\d+)$/;
const NUMBER = /^statement (\d+)$/;

/**
 * The statement that a place of a policy names, indented.
 * @param policy JSON text
 * @param at `statement 2`, or `1:40-1:120`, lines and columns from 1, the end behind the last character
 * @returns undefined where there is none there
 */
export function statementText(policy: string, at: string): string | undefined {
  const index = NUMBER.exec(at)?.[1];
  if (index !== undefined) return numbered(policy, Number(index) - 1);
  const span = SPAN.exec(at);
  if (!span) return undefined;
  const [, line = '', from = '', lastLine = '', to = ''] = span;
  const lines = policy.split('\n').slice(Number(line) - 1, Number(lastLine));
  const text = lines
    .map((each, row) => {
      const start = row === 0 ? Number(from) - 1 : 0;
      return each.slice(start, row === lines.length - 1 ? Number(to) - 1 : undefined);
    })
    .join('\n');
  return text === '' ? undefined : indented(text);
}

function numbered(policy: string, index: number): string | undefined {
  const { Statement } = JSON.parse(policy) as { readonly Statement?: unknown };
  const statements: readonly unknown[] = Array.isArray(Statement) ? Statement : [Statement];
  const statement = statements[index];
  return statement === undefined ? undefined : JSON.stringify(statement, null, 2);
}
