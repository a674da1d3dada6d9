import type { ApiKey, Scope } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { IdMakers } from '../context.ts';
import { findApiKey, findApiKeyByValue, putApiKey, requireRestApi, requireStage } from '../documents/index.ts';
import { badRequest, conflict } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { checkTags } from '../tags/check-tags.ts';
import type { In } from '../types.ts';

/** Makes a key. It is disabled unless the request says otherwise (recorded). */
export async function createApiKey(
  tx: Transaction,
  scope: Scope,
  input: In<'createApiKey'>,
  ids: IdMakers,
  nowMs: number,
): Promise<ApiKey> {
  checkApiKeyName(input.name);
  checkTags(input.tags ?? {});
  const value = input.value || ids.apiKeyValue();
  checkApiKeyValue(value, LIMITS.apiKeyValueLength.min);
  if (await findApiKeyByValue(tx, scope, value)) throw conflict('API Key already exists');
  const stageKeys: string[] = [];
  for (const { restApiId = '', stageName = '' } of input.stageKeys ?? []) {
    await requireRestApi(tx, scope, restApiId);
    await requireStage(tx, scope, restApiId, stageName);
    stageKeys.push(`${restApiId}/${stageName}`);
  }
  const now = Math.floor(nowMs / 1000);
  const key: ApiKey = {
    // Distinct ids are what AWS gives today (recorded); the value as the id is had by asking for it (API reference).
    id: input.generateDistinctId === false ? checkedAsId(value) : await freeKeyId(tx, scope, ids),
    value,
    ...(input.name && { name: input.name }),
    ...(input.description && { description: input.description }),
    ...(input.customerId && { customerId: input.customerId }),
    enabled: input.enabled ?? false,
    stageKeys,
    tags: input.tags ?? {},
    createdDate: now,
    lastUpdatedDate: now,
  };
  await putApiKey(tx, scope, key);
  return key;
}

/** An id that no key has. */
export async function freeKeyId(tx: Transaction, scope: Scope, ids: IdMakers): Promise<string> {
  let id = ids.apiKeyId();
  while (await findApiKey(tx, scope, id)) id = ids.apiKeyId();
  return id;
}

/** @throws {ServiceError} 400 for a value that is too short, too long, or cannot be sent in a header */
export function checkApiKeyValue(value: string, minLength: number): void {
  if (value.length < minLength) throw badRequest(`API Key value should be at least ${minLength} characters`);
  const { max } = LIMITS.apiKeyValueLength;
  if (value.length > max) throw badRequest(`API Key value should be at most ${max} characters`);
  if (!/^[\x21-\x7e]*$/.test(value)) throw badRequest('API Key value can only have visible ASCII characters');
}

/** @throws {ServiceError} 400 */
export function checkApiKeyName(name: string | undefined): void {
  const most = LIMITS.apiKeyNameLength;
  if (name !== undefined && name.length > most) throw badRequest(`API Key name should be at most ${most} characters`);
}

function checkedAsId(value: string): string {
  if (!/^[\w.$-]+$/.test(value)) throw badRequest('This API Key value cannot be its id; ask for a distinct id');
  return value;
}
