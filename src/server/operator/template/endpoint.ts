import type { OperatorEndpoint } from '../../../control/index.ts';
import { readRendering } from './read-rendering.ts';

/**
 * `POST /_sallyport/template`: what a mapping template makes of a request, or where it fails. `sallyport:RenderTemplate`. The
 * language is loaded when somebody asks.
 */
export const templateEndpoint: OperatorEndpoint = {
  method: 'POST',
  path: '/_sallyport/template',
  access: () => [{ action: 'sallyport:RenderTemplate', resource: '*' }],
  async answer({ body }) {
    const wanted = readRendering(body);
    const { previewTemplate } = await import('../../../gateway/index.ts');
    return previewTemplate(wanted);
  },
};
