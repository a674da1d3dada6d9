/**
 * OpenAPI files, in and out: text -> plain data -> an `ApiDefinition` in AWS's words, and a frozen API -> a document -> text.
 * Swagger 2.0 and OpenAPI 3.0, JSON and YAML, with every `x-amazon-apigateway-*` extension (features A7). Pure and bounded:
 * no store, no ids, no checks that single operations make; whatever text comes in, an answer or an `OpenApiError` comes out.
 */
export type {
  ApiDefinition,
  DefinedAuthorizer,
  DefinedDocumentationPart,
  DefinedGatewayResponse,
  DefinedIntegration,
  DefinedIntegrationResponse,
  DefinedMethod,
  DefinedModel,
  DefinedPath,
  DefinedSettings,
} from './definition.ts';
export { OpenApiError } from './errors.ts';
export {
  EXPORT_TYPES,
  type ExportedApi,
  type ExportedExtensions,
  type ExportType,
  type PublishedDocumentation,
  readExtensions,
} from './export/api.ts';
export { exportVersion, writeExport } from './export/write-export.ts';
export { BASE_PATH_MODES, type BasePathMode, pathParts } from './import/base-path.ts';
export { type ReadingOptions, readDefinition } from './import/read-definition.ts';
export { type DocumentFormat, printDocument } from './text/print-document.ts';
export { type AwsVariables, readDocument } from './text/read-document.ts';
