import {
  compileMappingTemplate,
  fromPlain,
  MethodError,
  type RequestParameters,
  TemplateRenderError,
  TemplateSyntaxError,
  textOf,
  type Value,
} from '../../vtl/index.ts';
import { Overrides } from '../method/index.ts';

/** A mapping template and what it is given, without a request. */
export interface TemplatePreview {
  readonly template: string;
  /** The payload. */
  readonly body: string;
  readonly params: RequestParameters;
  /** `$context`, as plain data. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly stageVariables: Readonly<Record<string, string>>;
}

/** What came of it; an error says where, both counted from 1. */
export type PreviewedTemplate =
  | {
      readonly output: string;
      /** `$context.requestOverride` and `$context.responseOverride`, as the template left them: texts by name. */
      readonly requestOverride: Readonly<Record<string, unknown>>;
      readonly responseOverride: Readonly<Record<string, unknown>>;
    }
  | { readonly error: { readonly message: string; readonly line: number; readonly column: number } };

/** Renders a template as a method would, with the same limits. An empty one passes the payload on (fact D22). */
export function previewTemplate(preview: TemplatePreview): PreviewedTemplate {
  const { template, body, params, context, stageVariables } = preview;
  const overrides = new Overrides();
  const variables = new Map<string, unknown>(Object.entries(context));
  try {
    const output =
      template === ''
        ? body
        : compileMappingTemplate(template).render({
            input: { body, params },
            context: new Map<Value, Value>([
              ...Array.from(variables, ([name, value]): [Value, Value] => [name, fromPlain(value)]),
              ['requestOverride', overrides.request],
              ['responseOverride', overrides.response],
            ]),
            stageVariables: fromPlain(stageVariables),
          });
    return {
      output,
      requestOverride: overridesIn(overrides.request),
      responseOverride: overridesIn(overrides.response),
    };
  } catch (error) {
    // What is set is made a text when all has run, so no place in the template is to blame.
    if (error instanceof MethodError) return { error: { message: error.message, line: 1, column: 1 } };
    if (!(error instanceof TemplateSyntaxError || error instanceof TemplateRenderError)) throw error;
    return { error: { message: error.message, ...error.position } };
  }
}

/** What is set, and what is set for header, path and query string; each value as the request would have it, a text. */
function overridesIn(map: ReadonlyMap<Value, Value>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Array.from(map, ([name, value]) => [textOf(name), value instanceof Map ? textsIn(value) : textOf(value)]),
  );
}

function textsIn(map: ReadonlyMap<Value, Value>): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from(map, ([name, value]) => [textOf(name), textOf(value)]));
}
