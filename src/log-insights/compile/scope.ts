import { QuerySyntaxError } from '../errors.ts';
import { fieldReader, followDotted } from '../events/index.ts';
import type { Evaluate } from '../row.ts';
import type { Expression, Span } from '../syntax/index.ts';
import { Structure, valueOfJson } from '../values/index.ts';

/** The columns that a query has made so far, and whether events are still at hand beside them. */
export class Scope {
  private readonly columns = new Map<string, number>();
  private readonly byText = new Map<string, number>();
  private readonly hasEvents: boolean;

  /** @param hasEvents false behind `stats`: "you can refer only to fields that are defined in the preceding stats command" */
  constructor(hasEvents: boolean) {
    this.hasEvents = hasEvents;
  }

  /** @returns the number of a new column @throws {QuerySyntaxError} when the query made one of that name */
  define(name: string, at: Span): number {
    if (this.columns.has(name)) {
      throw new QuerySyntaxError(`The field ${name} is already defined`, at.start, at.end);
    }
    const column = this.columns.size;
    this.columns.set(name, column);
    this.byText.set(textKey(name), column);
    return column;
  }

  column(name: string): number | undefined {
    return this.columns.get(name);
  }

  /** The column of a computed expression without an alias, such as `count(*)` behind the `stats` that made it. */
  columnOfText(text: string): number | undefined {
    return this.byText.get(textKey(text));
  }

  /** @throws {QuerySyntaxError} for a field that is not there behind `stats` */
  field({ parts, start, end }: Expression & { readonly kind: 'field' }): Evaluate {
    for (let length = parts.length; length > 0; length -= 1) {
      const column = this.columns.get(parts.slice(0, length).join('.'));
      if (column === undefined) continue;
      const read: Evaluate = ({ columns }) => columns[column];
      return length === parts.length ? read : attributeOf(read, parts.slice(length));
    }
    if (!this.hasEvents) {
      throw new QuerySyntaxError(
        `The field ${parts.join('.')} is not defined in the preceding stats command`,
        start,
        end,
      );
    }
    const read = fieldReader(parts);
    return ({ fields }) => (fields === undefined ? undefined : read(fields));
  }
}

/** `map.attribute`: missing in all that is no map or list. */
export function attributeOf(read: Evaluate, path: readonly string[]): Evaluate {
  return (row) => {
    const value = read(row);
    return value instanceof Structure ? valueOfJson(followDotted(value.value, path)) : undefined;
  };
}

function textKey(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}
