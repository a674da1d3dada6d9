import { compileJavaRegex, JavaRegexSyntaxError } from '../../java-regex/index.ts';
import { QuerySyntaxError } from '../errors.ts';
import type { Command, TextPattern } from '../syntax/index.ts';
import { compileGlob, type Extractor } from './glob.ts';

type Parse = Command & { readonly kind: 'parse' };

/** Reads `(?<name>`, and what may stand around it without being it. */
const GROUP_OPENING = /\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)|\(\?P?<(?![=!])(\w+)>/g;

/**
 * What a `parse` command reads of a text, and how the fields are named that it makes.
 * @throws {QuerySyntaxError} when stars, groups and names do not fit together
 */
export function compileParse({ pattern, names, start, end }: Parse): Extractor {
  const extractor = pattern.kind === 'text' ? compileGlob(pattern) : compileGroups(pattern);
  const made = names.length > 0 ? names : extractor.names;
  if (extractor.count === 0 || made.length !== extractor.count) {
    throw new QuerySyntaxError(
      `The pattern extracts ${extractor.count} fields and ${made.length} are named`,
      start,
      end,
    );
  }
  return { ...extractor, names: made };
}

/** Names of groups may have underscores here, which Java does not take: groups are counted instead. */
function compileGroups(pattern: TextPattern & { readonly kind: 'regex' }): Extractor {
  const groups: (string | undefined)[] = [];
  const source = pattern.source.replace(GROUP_OPENING, (opening: string, name: string | undefined) => {
    if (!opening.startsWith('(')) return opening;
    groups.push(name);
    return '(';
  });
  const named = groups.flatMap((name, i) => (name === undefined ? [] : [{ name, number: i + 1 }]));
  // Without names, all groups are taken, and `as` names them.
  const wanted = named.length > 0 ? named : groups.map((_, i) => ({ name: undefined, number: i + 1 }));
  try {
    const regex = compileJavaRegex(source);
    return {
      count: wanted.length,
      names: named.map(({ name }) => name),
      extract(text) {
        const match = regex.find(text);
        return match && wanted.map(({ number }) => match.group(number));
      },
    };
  } catch (error) {
    if (error instanceof JavaRegexSyntaxError) throw new QuerySyntaxError(error.message, pattern.start, pattern.end);
    throw error;
  }
}
