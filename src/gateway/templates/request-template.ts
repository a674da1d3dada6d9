import type { Integration } from '../../model/index.ts';
import { mediaTypeOf } from '../text/index.ts';
import type { Template, Templates } from './template.ts';

/** An integration's request templates with its rule for requests that none of them fits. */
export interface RequestTemplates {
  readonly templates: Templates;
  readonly passthroughBehavior: Integration['passthroughBehavior'];
}

/** The template that applies; without one the body passes, or the request is refused with 415. */
export type RequestChoice = Template | 'unsupported';

const PASSTHROUGH: Template = { kind: 'passthrough' };

/**
 * Chooses by the media type of the request's `Content-Type`, which is `application/json` when there is none, then the key
 * `$default` (fact D20). When nothing fits, `passthroughBehavior` decides (fact D21).
 */
export function requestTemplate(choice: RequestTemplates, contentType: string | undefined): RequestChoice {
  const { templates, passthroughBehavior } = choice;
  const template = find(templates, mediaTypeOf(contentType ?? 'application/json')) ?? templates.get('$default');
  if (template !== undefined) return template;
  if (passthroughBehavior === 'NEVER') return 'unsupported';
  return passthroughBehavior === 'WHEN_NO_TEMPLATES' && templates.size > 0 ? 'unsupported' : PASSTHROUGH;
}

function find(templates: Templates, mediaType: string): Template | undefined {
  const exact = templates.get(mediaType);
  if (exact !== undefined) return exact;
  for (const [key, template] of templates) if (mediaTypeOf(key) === mediaType) return template;
  return undefined;
}
