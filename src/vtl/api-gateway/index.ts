/**
 * What API Gateway puts before a mapping template: `$input` over a payload and a request's parameters, `$util`, and the
 * caller's own `$context` and `$stageVariables`.
 */
export { escapeJavaScript } from './escape-java-script.ts';
export { InputVariable, type MappingInput, type RequestParameters } from './input-variable.ts';
export { compileMappingTemplate, type MappingTemplate, type MappingVariables } from './mapping-template.ts';
export { UtilVariable } from './util-variable.ts';
