/** The TypeScript client, an extension of ours: one module of types and functions over the JavaScript client's core. */
import type { SdkApi, SdkModel, SdkOperation, SdkType } from '../api.ts';
import { CORE } from '../javascript/core.ts';
import { describe } from '../javascript/index.ts';
import { operationName } from '../javascript/operation-name.ts';
import { capitalized, commentText, distinct, identifier, nameOperations } from '../names.ts';

const FOLDER = 'apiGateway-ts-sdk';

export function generateTypeScript(api: SdkApi): Readonly<Record<string, string>> {
  return {
    [`${FOLDER}/package.json`]: `${JSON.stringify({ name: packageName(api.name), version: '1.0.0', private: true, type: 'module' }, null, 2)}\n`,
    [`${FOLDER}/src/core.cjs`]: CORE,
    [`${FOLDER}/src/core.d.cts`]: CORE_TYPES,
    [`${FOLDER}/src/client.ts`]: client(api),
    [`${FOLDER}/README.md`]: README,
  };
}

function packageName(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'api-client'
  );
}

const CORE_TYPES = `export interface Operation {
  method: string;
  path: string;
  query: string[];
  headers: string[];
}
export interface Config {
  /** Where the stage answers; by default where it did when this client was generated. */
  endpoint?: string;
  region?: string;
  accessKey?: string;
  secretKey?: string;
  sessionToken?: string;
  apiKey?: string;
  defaultContentType?: string;
  defaultAcceptType?: string;
}
export interface Additional {
  headers?: Record<string, string>;
  queryParams?: Record<string, string | string[]>;
}
export interface Result<T> {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  data: T;
  /** The answer as it came. */
  bytes: Uint8Array;
}
export declare function send(
  config: Config,
  operation: Operation,
  params: unknown,
  body: unknown,
  additional?: Additional,
): Promise<Result<any>>;
`;

const README = `# TypeScript client

    import { createClient } from './src/client.ts';
    const client = createClient({ apiKey, accessKey, secretKey, region, endpoint });

Everything in the configuration is optional. With \`accessKey\` and \`secretKey\` requests are signed (Signature Version 4), with
\`apiKey\` they carry \`x-api-key\`. Runs as it is where types are stripped (Node.js 22.18 or later), or compiled.
`;

function client(api: SdkApi): string {
  const types = typeNames(api.models);
  const operations = nameOperations(api.operations, operationName);
  return `/** Client of the API ${commentText(api.name)}. */
import core from './core.cjs';
import type { Additional, Config, Result } from './core.cjs';

export type { Additional, Config, Result } from './core.cjs';

${api.models.map((model) => declaration(model, types)).join('\n\n')}

export function createClient(given: Config = {}) {
  const config = { endpoint: ${JSON.stringify(api.endpoint)}, region: ${JSON.stringify(api.region)}, ...given };
  config.endpoint = config.endpoint.replace(/\\/+$/, '');
  return {
${operations.map(({ name, operation }) => method(name, operation, types)).join('\n')}
  };
}
`;
}

/** A name of its own for each model, besides those that the client has. */
function typeNames(models: readonly SdkModel[]): ReadonlyMap<string, string> {
  const taken = new Set(['Additional', 'Config', 'Result', 'Promise', 'Record', 'Object', 'String', 'Number', 'Array']);
  return new Map(models.map(({ name }) => [name, distinct(capitalized(identifier(name, 'Model')), taken)]));
}

function declaration({ name, description, type }: SdkModel, types: ReadonlyMap<string, string>): string {
  const comment = description === undefined ? '' : `/** ${commentText(description)} */\n`;
  return `${comment}export type ${types.get(name)} = ${typeText(type, types)};`;
}

function method(name: string, operation: SdkOperation, types: ReadonlyMap<string, string>): string {
  const { parameters, requestModel, responseModel, httpMethod, path } = operation;
  const members = parameters.map((parameter) => {
    const type = parameter.in === 'query' ? 'string | number | boolean | string[]' : 'string | number | boolean';
    return `${JSON.stringify(parameter.name)}${parameter.required ? '' : '?'}: ${type}`;
  });
  const params = members.length > 0 ? `{ ${members.join('; ')} }` : 'Record<string, never>';
  const isOptional = !parameters.some(({ required }) => required);
  const body = (requestModel !== undefined && types.get(requestModel)) || 'unknown';
  const result = (responseModel !== undefined && types.get(responseModel)) || 'any';
  return `    /** ${httpMethod} ${commentText(path)} */
    ${name}(params${isOptional ? '?' : ''}: ${params}, body?: ${body}, additional?: Additional): Promise<Result<${result}>> {
      return core.send(config, ${describe(operation)}, params, body, additional);
    },`;
}

function typeText(type: SdkType, types: ReadonlyMap<string, string>): string {
  switch (type.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'any':
      return type.kind;
    case 'integer':
      return 'number';
    case 'enum':
      return type.values.map((value) => JSON.stringify(value)).join(' | ');
    case 'array':
      return `Array<${typeText(type.items, types)}>`;
    case 'model':
      return types.get(type.name) ?? 'any';
    case 'object':
      return `{ ${type.properties
        .map(
          ({ name, type: inner, required }) =>
            `${JSON.stringify(name)}${required ? '' : '?'}: ${typeText(inner, types)}`,
        )
        .join('; ')} }`;
  }
}
