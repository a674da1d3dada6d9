import { compact, type JsonObject } from '../values.ts';
import type { DescribedResponse, Messages, Parameter, WritingDialect } from './dialect.ts';

const SCHEMA_PREFIX = '#/components/schemas/';
const TEXT: JsonObject = { type: 'string' };

/** OpenAPI 3.0, member by member as AWS exports it (recorded). */
export const OAS30: WritingDialect = {
  type: 'oas30',
  schemaPrefix: SCHEMA_PREFIX,
  frame: ({ host, stageName, scheme }, info) => ({
    openapi: '3.0.1',
    info,
    servers: [{ url: `${scheme}://${host}/{basePath}`, variables: { basePath: { default: stageName } } }],
  }),
  messages: (messages) => {
    const parameters = messages.parameters.map(writeParameter);
    return compact({
      parameters: parameters.length > 0 ? parameters : undefined,
      requestBody: requestBody(messages),
      responses: Object.fromEntries(messages.responses.map((response) => [response.statusCode, write(response)])),
    });
  },
  components: (schemas, securitySchemes) =>
    schemas || securitySchemes ? { components: compact({ schemas, securitySchemes }) } : {},
};

/** What is not required goes without saying (recorded). */
function writeParameter({ name, in: location, required, about }: Parameter): JsonObject {
  return { name, in: location, ...about, ...(required && { required }), schema: TEXT };
}

function requestBody({ requestModels, aboutRequestBody }: Messages): JsonObject | undefined {
  if (Object.keys(requestModels).length === 0) return undefined;
  return { ...aboutRequestBody, content: content(requestModels), required: true };
}

function write({ description, about, responseModels = {}, headers }: DescribedResponse): JsonObject {
  const written = Object.entries(headers).map(([name, aboutHeader]) => [name, { ...aboutHeader, schema: TEXT }]);
  return compact({
    description,
    ...about,
    headers: written.length > 0 ? Object.fromEntries(written) : undefined,
    content: content(responseModels),
  });
}

function content(models: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(
    Object.entries(models).map(([type, name]) => [type, { schema: { $ref: SCHEMA_PREFIX + name } }]),
  );
}
