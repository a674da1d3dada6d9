import { type JsonValue, parseJson } from '../../json/index.ts';
import type { JsonPath } from '../../jsonpath/index.ts';
import { type HostObject, jsonText, textOf, type Value, work } from '../values/index.ts';

/** A request's parameters by name, in the order in which a template shall see them. */
export interface RequestParameters {
  readonly path: ReadonlyMap<string, string>;
  readonly querystring: ReadonlyMap<string, string>;
  readonly header: ReadonlyMap<string, string>;
}

export interface MappingInput {
  /** The payload as text. */
  readonly body: string;
  readonly params: RequestParameters;
}

/** The order in which `$input.params(x)` looks a name up (fact D40). */
const SOURCES = ['path', 'querystring', 'header'] as const;

/** A path that looks at more than it names: at all of the payload, as far as anybody can tell before. */
const SEARCH = /\.\.|[*?]/;

/** What an empty payload stands for (fact D37). */
const EMPTY_BODY = '{}';

/**
 * `$input` (guide, "Input variables"; facts D37-D41). The payload is read when a template first asks for a part of it, and
 * then stays one document: what a template changes in it, `$input.json` shows.
 */
export class InputVariable implements HostObject {
  private readonly body: string;
  private readonly compilePath: (path: string) => JsonPath;
  private readonly parameters: RequestParameters;
  private parsed: { readonly document: JsonValue } | undefined;
  private maps: Map<string, Map<string, string>> | undefined;

  /** @param compilePath compiles a JSONPath, or gives it as compiled before */
  constructor(input: MappingInput, compilePath: (path: string) => JsonPath) {
    this.body = input.body === '' ? EMPTY_BODY : input.body;
    this.parameters = input.params;
    this.compilePath = compilePath;
  }

  get(name: string): Value | undefined {
    return name === 'body' ? this.body : undefined;
  }

  /**
   * @throws {JsonSyntaxError} when the payload is no JSON, and a part of it is asked for
   * @throws {JsonPathSyntaxError}
   */
  call(name: string, args: readonly Value[]): Value | undefined {
    const [first] = args;
    if (name === 'params') return first === undefined ? this.paramMaps() : this.param(textOf(first));
    if (typeof first !== 'string' || args.length !== 1) return undefined;
    if (name === 'path') return this.read(first);
    if (name === 'json') return this.json(first);
    return undefined;
  }

  text(): string {
    return '';
  }

  private read(path: string): Value | undefined {
    if (SEARCH.test(path)) work(this.body.length);
    this.parsed ??= { document: parseJson(this.body) };
    return this.compilePath(path).read(this.parsed.document);
  }

  /** Fact D38: a path that finds nothing gives `""`. */
  private json(path: string): string {
    const found = this.read(path);
    return found === undefined ? '""' : jsonText(found, { escapeSlash: false });
  }

  private param(name: string): string {
    for (const source of SOURCES) {
      const value = this.parameters[source].get(name);
      if (value !== undefined) return value;
    }
    return '';
  }

  private paramMaps(): Value {
    this.maps ??= new Map(SOURCES.map((source) => [source, new Map(this.parameters[source])]));
    return this.maps;
  }
}
