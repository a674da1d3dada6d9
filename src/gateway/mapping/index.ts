/**
 * Parameter mappings: what `requestParameters` and `responseParameters` of an integration put where. Expressions are
 * compiled once; those that read a payload say so, because then it has to be gathered first.
 */
export { compileRequestExpression, type RequestReader, readsRequestBody } from './expression.ts';
export { type MappedHeaders, mappedHeaders } from './mapped-headers.ts';
export { mappingFailure } from './mapping-failure.ts';
export {
  compileRequestParameters,
  isForbiddenHeader,
  type RequestParameters,
  type Towards,
} from './request-parameters.ts';
export { compileResponseParameters, type ResponseParameters, type ResponseSource } from './response-parameters.ts';
