/**
 * Apache Velocity 1.7 as Amazon API Gateway runs it for mapping templates: text to tree (`syntax/`), tree to functions
 * (`compile/`), and values that print and behave as Java's do where a template can tell (`values/`). A template reaches
 * the variables that it is given and their listed methods, nothing else, and every rendering is bounded. What API Gateway
 * puts before a template (`$input`, `$util`) is in `api-gateway/`. The room knows no gateway.
 */
export {
  compileMappingTemplate,
  escapeJavaScript,
  InputVariable,
  type MappingInput,
  type MappingTemplate,
  type MappingVariables,
  type RequestParameters,
  UtilVariable,
} from './api-gateway/index.ts';
export { API_GATEWAY, type Dialect, VELOCITY_1_7 } from './dialect.ts';
export { type Position, TemplateRenderError, TemplateSyntaxError } from './errors.ts';
export { TEMPLATE_LIMITS, type TemplateLimits } from './limits.ts';
export { compileTemplate, type Template, type TemplateOptions } from './template.ts';
export {
  callMethod,
  fromPlain,
  type HostObject,
  listItems,
  MethodError,
  textOf,
  type Value,
  type ValueMap,
} from './values/index.ts';
