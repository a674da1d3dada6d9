/**
 * Parameter mappings: what `requestParameters` and `responseParameters` of an integration put where. Expressions are
 * compiled once; what would need a body's JSON is refused by name.
 */
export { compileRequestParameters, type RequestParameters } from './request-parameters.ts';
export { compileResponseParameters, type IntegrationResult, type ResponseParameters } from './response-parameters.ts';
