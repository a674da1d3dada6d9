import type { TemplatePreview } from '../../../gateway/index.ts';
import { badRequest, type Fields } from '../json-body.ts';

/** The model's limit of a template (features A4). */
const TEMPLATE_BYTES = 307_200;
/** Ours: what `$context` may hold inside each other; the gateway’s own holds three. */
const CONTEXT_DEPTH = 100;

/**
 * Reads `{ template, body, params: { path, querystring, header }, context, stageVariables }`; all but the first may be absent.
 * @throws {ServiceError} 400
 */
export function readRendering(fields: Fields): TemplatePreview {
  const { template, body = '' } = fields;
  if (typeof template !== 'string') throw badRequest('template is missing or not valid.');
  if (Buffer.byteLength(template) > TEMPLATE_BYTES) throw badRequest(`template has more than ${TEMPLATE_BYTES} bytes.`);
  if (typeof body !== 'string') throw badRequest('body must be a text.');
  const params = objectIn(fields, 'params');
  const context = objectIn(fields, 'context');
  if (isDeeper(context, CONTEXT_DEPTH)) throw badRequest(`context is nested more than ${CONTEXT_DEPTH} deep.`);
  return {
    template,
    body,
    params: {
      path: new Map(Object.entries(textsIn(params, 'path'))),
      querystring: new Map(Object.entries(textsIn(params, 'querystring'))),
      header: new Map(Object.entries(textsIn(params, 'header'))),
    },
    context,
    stageVariables: textsIn(fields, 'stageVariables'),
  };
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1));
}

function objectIn(fields: Fields, name: string): Fields {
  const value = fields[name] ?? {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Fields;
  throw badRequest(`${name} must be an object.`);
}

function textsIn(fields: Fields, name: string): Readonly<Record<string, string>> {
  const texts = objectIn(fields, name);
  if (Object.values(texts).every((text) => typeof text === 'string')) return texts as Readonly<Record<string, string>>;
  throw badRequest(`${name} must be an object of texts.`);
}
