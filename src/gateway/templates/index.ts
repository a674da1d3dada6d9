/**
 * Mapping templates: which one applies to a request or a response, and what it renders. A template that holds no
 * reference and no directive of the template language is its own text; any other is refused by name.
 */

export { type RequestChoice, type RequestTemplates, requestTemplate } from './request-template.ts';
export { responseTemplate } from './response-template.ts';
export { compileTemplates, type Template, type Templates } from './template.ts';
