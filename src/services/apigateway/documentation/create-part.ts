import { refuseViolations } from '../../../aws/index.ts';
import type { DocumentationPart, Scope } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { IdMakers } from '../context.ts';
import {
  findDocumentationPartId,
  hasDocumentationPart,
  putDocumentationPart,
  requireRestApi,
} from '../documents/index.ts';
import { conflict } from '../errors.ts';
import type { In } from '../types.ts';
import { describeLocation, locationViolations, readLocation } from './location.ts';
import { readProperties } from './properties.ts';

/** @throws {ServiceError} 409 with AWS's text when there is a part about the location (guide, "Document an API entity") */
export async function createDocumentationPart(
  tx: Transaction,
  scope: Scope,
  { restApiId, ...input }: In<'createDocumentationPart'>,
  ids: IdMakers,
): Promise<DocumentationPart> {
  refuseViolations(locationViolations(input.location));
  await requireRestApi(tx, scope, restApiId);
  const { location, properties } = newDocumentationPart(input);
  if ((await findDocumentationPartId(tx, scope, restApiId, location)) !== undefined) {
    throw conflict(`Documentation part already exists for the specified location: ${describeLocation(location)}`);
  }
  let id = ids.entityId();
  while (await hasDocumentationPart(tx, scope, restApiId, id)) id = ids.entityId();
  const part: DocumentationPart = { id, location, properties };
  await putDocumentationPart(tx, scope, restApiId, part);
  return part;
}

/**
 * A part as it is asked for, without its id.
 * @throws {ServiceError} 400
 */
export function newDocumentationPart(
  input: Omit<In<'createDocumentationPart'>, 'restApiId'>,
): Omit<DocumentationPart, 'id'> {
  refuseViolations(locationViolations(input.location));
  return { location: readLocation(input.location), properties: readProperties(input.properties) };
}
