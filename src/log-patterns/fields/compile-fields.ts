import { type FieldPattern, parseFields } from './parse-fields.ts';
import { splitFields } from './split-fields.ts';

/** The fields of a message that matches, by `$name`, or `$1` for the first without a name. */
export type FieldValues = ReadonlyMap<string, string>;

export interface FieldConditions {
  /** Undefined when the message does not match. */
  match(message: string): FieldValues | undefined;
  readonly names: readonly string[];
  readonly regexCount: number;
}

/**
 * A message must have as many fields as the pattern, or at least as many: without `...` the last one is all the rest, so
 * that `[level=ERROR, text]` matches a whole sentence (user guide, "Match terms in order").
 * @throws {LogPatternSyntaxError}
 */
export function compileFields(text: string): FieldConditions {
  const { before, after, regexCount } = parseFields(text);
  const names = [...before, ...(after ?? [])].flatMap(({ name }) => (name === undefined ? [] : [`$${name}`]));
  const needed = before.length + (after?.length ?? 0);
  return {
    names,
    regexCount,
    match(message) {
      const fields = splitFields(message);
      if (fields.length < needed) return undefined;
      const values = new Map<string, string>();
      const take = (pattern: FieldPattern | undefined, position: number, value: string): boolean => {
        if (pattern?.test?.(value) === false) return false;
        values.set(`$${pattern?.name ?? position + 1}`, value);
        return true;
      };
      const isCut = after === undefined && fields.length > needed;
      const count = isCut ? needed : fields.length;
      const afterStart = count - (after?.length ?? 0);
      for (let i = 0; i < count; i += 1) {
        const field = fields[i];
        if (field === undefined) break;
        const pattern = i < before.length ? before[i] : after?.[i - afterStart];
        const value = isCut && i === count - 1 ? message.slice(field.start) : field.value;
        if (!take(pattern, i, value)) return undefined;
      }
      return values;
    },
  };
}
