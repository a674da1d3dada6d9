import { acceptedType } from '../text/index.ts';
import type { Template, Templates } from './template.ts';

/**
 * Chooses by the first media type that the request accepts, `application/json` when it names none, then
 * `application/json`, then the first template; undefined when there is no template at all: the body passes unchanged
 * (fact D22).
 */
export function responseTemplate(templates: Templates, accept: string | undefined): Template | undefined {
  if (templates.size === 0) return undefined;
  const wanted = acceptedType(accept) ?? 'application/json';
  const [first] = templates.values();
  return templates.get(wanted) ?? templates.get('application/json') ?? first;
}
