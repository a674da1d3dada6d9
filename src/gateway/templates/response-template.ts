import { acceptedType } from '../text/index.ts';
import type { Template, Templates } from './template.ts';

const PASSTHROUGH: Template = { kind: 'passthrough' };

/**
 * Chooses by the first media type that the request accepts, `application/json` when it names none, then
 * `application/json`, then the first template; when there is no template at all, the body passes unchanged (fact D22).
 */
export function responseTemplate(templates: Templates, accept: string | undefined): Template {
  if (templates.size === 0) return PASSTHROUGH;
  const wanted = acceptedType(accept) ?? 'application/json';
  const [first] = templates.values();
  return templates.get(wanted) ?? templates.get('application/json') ?? first ?? PASSTHROUGH;
}
