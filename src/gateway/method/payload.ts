import { type JsonValue, parseJson } from '../../json/index.ts';
import type { JsonPath } from '../../jsonpath/index.ts';

/** What a JSON document begins with; a payload that begins otherwise is not read as one (fact D25). */
const BEGINS_JSON = /^[{["']/;

/** A payload as mappings see it: a text, read as JSON when a mapping first asks for a part of it. */
export class Payload {
  readonly text: string;
  #document: { readonly value: JsonValue | undefined } | undefined;
  readonly #found = new Map<JsonPath, JsonValue | undefined>();

  constructor(text: string) {
    this.text = text;
  }

  /**
   * What a path finds in the payload's JSON, worked out once; undefined also for a payload that does not look like JSON.
   * @throws {JsonSyntaxError} when it looks like JSON and is none
   * @throws {JsonPathLimitError} {@link JsonPath.read}
   */
  find(path: JsonPath): JsonValue | undefined {
    if (this.#found.has(path)) return this.#found.get(path);
    this.#document ??= { value: BEGINS_JSON.test(this.text) ? parseJson(this.text) : undefined };
    const { value } = this.#document;
    const found = value === undefined ? undefined : path.read(value);
    this.#found.set(path, found);
    return found;
  }
}
