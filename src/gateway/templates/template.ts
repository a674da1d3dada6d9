import { compileMappingTemplate, fromPlain, type MappingTemplate, TemplateSyntaxError } from '../../vtl/index.ts';
import { ConfigurationProblem, type MethodRequest, type StageVariables } from '../method/index.ts';
import type { StageModels } from '../models/index.ts';
import { ContextVariable } from './context-variable.ts';
import { compileConversion } from './conversion.ts';
import { TemplateParameters } from './template-parameters.ts';

/** What a template does. */
export type Template =
  /** An empty template: the payload passes unchanged (fact D22). */
  | { readonly kind: 'passthrough' }
  /** Holds nothing of the template language: is its own text. */
  | { readonly kind: 'static'; readonly body: Buffer }
  | {
      readonly kind: 'rendered';
      /**
       * Renders a request's or response's payload; overrides that the template sets are then the request's.
       * @throws {TemplateRenderError}
       */
      render(request: MethodRequest, payload: string): string;
      /** The content type that it is for, as configured. */
      readonly name: string;
      /** What the payload then is, where the template itself says it. */
      readonly contentType?: string;
    }
  /** Is not valid: whoever needs it fails. */
  | { readonly kind: 'refused'; readonly problem: string };

/** By content type as configured, in the order of configuration. */
export type Templates = ReadonlyMap<string, Template>;

/** What templates of a stage are compiled with. */
export interface TemplateScope {
  readonly stageVariables: StageVariables;
  readonly models: StageModels;
  /** Told once of every template that cannot be rendered. */
  warn(message: string): void;
}

/**
 * Compiles an integration's templates.
 * @param place how a problem names them, such as `Request template`
 */
export function compileTemplates(
  texts: Readonly<Record<string, string>> | undefined,
  place: string,
  scope: TemplateScope,
): Templates {
  const templates = new Map<string, Template>();
  for (const [contentType, text] of Object.entries(texts ?? {})) {
    const template = compileTemplate(text, contentType, `${place} "${contentType}"`, scope);
    if (template.kind === 'refused') scope.warn(template.problem);
    templates.set(contentType, template);
  }
  return templates;
}

/** A reference (`$name`, `${...}`, `$!...`), a directive (`#if`, `#{else}`, `#@macro`), a comment or unparsed text. */
const NEEDS_VTL = /\$!?\{?[A-Za-z_]|#[@{A-Za-z#*[]/;

function compileTemplate(text: string, contentType: string, name: string, scope: TemplateScope): Template {
  if (text === '') return { kind: 'passthrough' };
  if (!NEEDS_VTL.test(text)) return { kind: 'static', body: Buffer.from(text) };
  try {
    const conversion = compileConversion(text, scope.models);
    if (conversion !== undefined) {
      const type = conversion.to === 'xml' && /xml/i.test(contentType) ? contentType : `application/${conversion.to}`;
      const render = (_request: MethodRequest, payload: string) => conversion.convert(payload);
      return { kind: 'rendered', name: contentType, render, contentType: type };
    }
    const template = compileMappingTemplate(text);
    return {
      kind: 'rendered',
      name: contentType,
      render: (request, payload) => render(template, request, payload, scope),
    };
  } catch (error) {
    if (!(error instanceof TemplateSyntaxError || error instanceof ConfigurationProblem)) throw error;
    return { kind: 'refused', problem: `${name} cannot be used: ${error.message}` };
  }
}

function render(
  template: MappingTemplate,
  request: MethodRequest,
  payload: string,
  { stageVariables }: TemplateScope,
): string {
  const context = new ContextVariable(request);
  const text = template.render({
    input: { body: payload, params: new TemplateParameters(request) },
    context,
    // Made anew each time: a template may change a map.
    stageVariables: fromPlain(stageVariables ?? {}),
  });
  request.overrides = context.overrides;
  return text;
}
