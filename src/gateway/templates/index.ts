/**
 * Mapping templates: which one applies to a request or a response, and what it renders with `src/vtl`; a template that
 * holds no reference and no directive of the template language is its own text.
 */

export { type PreviewedTemplate, previewTemplate, type TemplatePreview } from './preview.ts';
export { type RequestChoice, type RequestTemplates, requestTemplate } from './request-template.ts';
export { responseTemplate } from './response-template.ts';
export { compileTemplates, type Template, type TemplateScope, type Templates } from './template.ts';
