import type { Scope } from '../../../model/index.ts';
import {
  type ApiDefinition,
  OpenApiError,
  type ReadingOptions,
  readDefinition,
  readDocument,
} from '../../../openapi/index.ts';
import { badRequest } from '../errors.ts';

/** A file that was read, but not yet as an API. */
export type Document = Awaited<ReturnType<typeof readDocument>>;

/** Files of calls that are not over: whoever judges a call reads its file, too, and a large one costs. */
const known = new WeakMap<Uint8Array, Promise<Document>>();

/**
 * Reads a file; once, however often it is asked for.
 * @throws {ServiceError} 400 with AWS's text for what is no OpenAPI file
 */
export function readBody(body: Uint8Array, { accountId, region }: Scope): Promise<Document> {
  const before = known.get(body);
  if (before !== undefined) return before;
  const reading = orRefuse(() => readDocument(body, { accountId, region, partition: partitionOf(region) }));
  known.set(body, reading);
  return reading;
}

/** @throws {ServiceError} 400 with AWS's text */
export async function readApi(document: Document, options: ReadingOptions): Promise<ApiDefinition> {
  return orRefuse(() => readDefinition(document, options));
}

async function orRefuse<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof OpenApiError) throw badRequest(error.message);
    throw error;
  }
}

/** Guide page import-api-aws-variables; regions as AWS names them. */
function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
