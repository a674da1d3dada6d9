import { createHash } from 'node:crypto';
import type { ApiKey, Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { documentId } from './key.ts';
import { apiKeyPlans, apiKeys, apiKeyValues, usagePlanKeys, usages } from './kinds.ts';

export async function findApiKey(reader: Reader, scope: Scope, keyId: string): Promise<ApiKey | undefined> {
  return (await reader.get(apiKeys, scope, documentId(keyId)))?.value;
}

/** @throws {ServiceError} 404 with AWS's text */
export async function requireApiKey(reader: Reader, scope: Scope, keyId: string): Promise<ApiKey> {
  const found = await findApiKey(reader, scope, keyId);
  if (!found) throw missing.apiKey();
  return found;
}

export async function findApiKeyByValue(reader: Reader, scope: Scope, value: string): Promise<ApiKey | undefined> {
  const keyId = (await reader.get(apiKeyValues, scope, apiKeyDigest(value, 'hex')))?.value;
  return keyId === undefined ? undefined : findApiKey(reader, scope, keyId);
}

/** Writes a key; its value never changes after the first time. */
export async function putApiKey(tx: Transaction, scope: Scope, key: ApiKey): Promise<void> {
  await tx.put(apiKeys, scope, key.id, key);
  await tx.put(apiKeyValues, scope, apiKeyDigest(key.value, 'hex'), key.id);
}

/** Deletes a key, takes it out of its plans and forgets what it used of them. Gives the plans' ids. */
export async function dropApiKey(tx: Transaction, scope: Scope, key: ApiKey): Promise<readonly string[]> {
  const planIds = (await tx.list(apiKeyPlans, scope, { prefix: `${key.id}/` })).map(({ value }) => value);
  for (const planId of planIds) {
    await tx.delete(usagePlanKeys, scope, documentId(planId, key.id));
    await tx.delete(usages, scope, documentId(planId, key.id));
  }
  await tx.deletePrefix(apiKeyPlans, scope, `${key.id}/`);
  await tx.delete(apiKeyValues, scope, apiKeyDigest(key.value, 'hex'));
  await tx.delete(apiKeys, scope, key.id);
  return planIds;
}

/** The SHA-256 of a key's value: what keys are looked up by. */
export function apiKeyDigest(value: string, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(value).digest(encoding);
}
