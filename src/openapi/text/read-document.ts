import { OpenApiError } from '../errors.ts';
import { OPENAPI_LIMITS } from '../limits.ts';
import { isObject, type JsonObject } from '../values.ts';
import { checkExtent } from './measure.ts';
import { parseYaml } from './yaml.ts';

/** AWS's answer to text that it cannot make sense of (reported: terraform-aws-api-gateway#20). */
export const INVALID_INPUT = 'Invalid OpenAPI input.';

/** What stands for `${AWS::...}` in a file (features A7.4; guide page import-api-aws-variables). */
export interface AwsVariables {
  readonly accountId: string;
  readonly partition: string;
  readonly region: string;
}

/**
 * Reads a file, JSON or YAML, into plain data.
 * @throws {OpenApiError} for anything that is no JSON or YAML object, is too large or too deep
 */
export async function readDocument(body: Uint8Array, variables: AwsVariables): Promise<JsonObject> {
  if (body.length > OPENAPI_LIMITS.documentBytes) {
    throw new OpenApiError(`The API definition is larger than ${OPENAPI_LIMITS.documentBytes} bytes.`);
  }
  const text = replaceVariables(decode(body), variables);
  const document = (/^\s*\{/.test(text) ? parseJson(text) : undefined) ?? (await parseYamlOrRefuse(text));
  if (!isObject(document)) throw new OpenApiError(INVALID_INPUT);
  checkExtent(document);
  return document;
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new OpenApiError(INVALID_INPUT);
  }
}

function replaceVariables(text: string, { accountId, partition, region }: AwsVariables): string {
  const values: Readonly<Record<string, string>> = { AccountId: accountId, Partition: partition, Region: region };
  return text.replace(/\$\{AWS::(AccountId|Partition|Region)\}/g, (_, name: string) => values[name] ?? '');
}

/** Undefined for what is no JSON: a YAML file may begin with a brace, too. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function parseYamlOrRefuse(text: string): Promise<unknown> {
  try {
    return await parseYaml(text);
  } catch {
    throw new OpenApiError(INVALID_INPUT);
  }
}
