import { compact, type JsonObject } from '../values.ts';
import type { DescribedResponse, Messages, Parameter, WritingDialect } from './dialect.ts';

const SCHEMA_PREFIX = '#/definitions/';

/** Swagger 2.0, member by member as AWS exports it (recorded). */
export const SWAGGER: WritingDialect = {
  type: 'swagger',
  schemaPrefix: SCHEMA_PREFIX,
  frame: ({ host, stageName, scheme }, info) => ({
    swagger: '2.0',
    info,
    host,
    basePath: `/${stageName}`,
    schemes: [scheme],
  }),
  messages: (messages) => {
    const consumes = mediaTypes(Object.keys(messages.requestModels), messages.consumes);
    const models = messages.responses.flatMap(({ responseModels = {} }) => Object.keys(responseModels));
    const produces = mediaTypes(models, messages.produces);
    const parameters = [...messages.parameters.map(writeParameter), ...bodyParameter(messages)];
    return compact({
      consumes: consumes.length > 0 ? consumes : undefined,
      produces: produces.length > 0 ? produces : undefined,
      parameters: parameters.length > 0 ? parameters : undefined,
      responses: Object.fromEntries(messages.responses.map((response) => [response.statusCode, write(response)])),
    });
  },
  components: (definitions, securityDefinitions) => compact({ securityDefinitions, definitions }),
};

function writeParameter({ name, in: location, required, about }: Parameter): JsonObject {
  return { name, in: location, ...about, required, type: 'string' };
}

/** One body for all content types: that of JSON, or else the first. */
function bodyParameter({ requestModels, aboutRequestBody }: Messages): readonly JsonObject[] {
  const model = requestModels['application/json'] ?? Object.values(requestModels)[0];
  if (model === undefined) return [];
  return [{ in: 'body', name: model, ...aboutRequestBody, required: true, schema: { $ref: SCHEMA_PREFIX + model } }];
}

function write({ description, about, responseModels = {}, headers }: DescribedResponse): JsonObject {
  const model = responseModels['application/json'] ?? Object.values(responseModels)[0];
  const written = Object.entries(headers).map(([name, aboutHeader]) => [name, { type: 'string', ...aboutHeader }]);
  return compact({
    description,
    ...about,
    schema: model === undefined ? undefined : { $ref: SCHEMA_PREFIX + model },
    headers: written.length > 0 ? Object.fromEntries(written) : undefined,
  });
}

/**
 * The types that models are for or, without models, those of templates (recorded). Not both: whoever reads the file takes
 * every type for one of the model.
 */
function mediaTypes(ofModels: readonly string[], ofTemplates: readonly string[]): readonly string[] {
  return [...new Set(ofModels.length > 0 ? ofModels : ofTemplates)];
}
