import { compileJsonPath, type JsonPath } from '../../jsonpath/index.ts';
import { compileTemplate, type TemplateOptions } from '../template.ts';
import type { Value } from '../values/index.ts';
import { InputVariable, type MappingInput } from './input-variable.ts';
import { UtilVariable } from './util-variable.ts';

/** What a mapping template is rendered with. */
export interface MappingVariables {
  readonly input: MappingInput;
  /** `$context`: a host object, or plain data made a value by `fromPlain`. */
  readonly context: Value;
  /** `$stageVariables` (fact D46). */
  readonly stageVariables: Value;
}

/** A compiled mapping template; one serves any number of requests. */
export interface MappingTemplate {
  readonly source: string;
  /** @throws {TemplateRenderError} whose `cause` tells a payload that is no JSON (`JsonSyntaxError`) from other failures */
  render(variables: MappingVariables): string;
}

/** Paths kept compiled for one template: more than any has literally, and a bound where it makes them up from data. */
const MAX_PATHS = 200;

/**
 * Compiles a mapping template.
 * @throws {TemplateSyntaxError}
 */
export function compileMappingTemplate(source: string, options: TemplateOptions = {}): MappingTemplate {
  const template = compileTemplate(source, options);
  const paths = new Map<string, JsonPath>();
  const compilePath = (path: string): JsonPath => {
    const known = paths.get(path);
    if (known !== undefined) return known;
    const compiled = compileJsonPath(path);
    if (paths.size < MAX_PATHS) paths.set(path, compiled);
    return compiled;
  };
  const util = new UtilVariable();
  return {
    source,
    render: ({ input, context, stageVariables }) =>
      template.render({ input: new InputVariable(input, compilePath), util, context, stageVariables }),
  };
}
