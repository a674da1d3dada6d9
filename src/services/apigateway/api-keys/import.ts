import { ServiceError } from '../../../aws/index.ts';
import type { ApiKey, Scope } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { IdMakers } from '../context.ts';
import { findApiKeyByValue, joinUsagePlan, plansOfKey, putApiKey, requireUsagePlan } from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { checkPlanStages } from '../usage-plans/plan-stages.ts';
import { checkApiKeyName, checkApiKeyValue, freeKeyId } from './create.ts';
import { parseCsv } from './csv.ts';

/** One line of the file, by the columns that AWS knows (guide page api-key-file-format). */
interface KeyRecord {
  readonly name: string;
  readonly value: string;
  readonly description: string;
  readonly enabled: boolean;
  readonly planIds: readonly string[];
}

/**
 * Imports keys and puts them in plans. A key whose value is known is overwritten. A line that cannot be imported gives a
 * warning and leaves nothing behind; with `failOnWarnings` none of the file is imported then.
 * @throws {ServiceError} 400 for a file without the column `Key` or `Name`, or for warnings that shall fail
 */
export async function importApiKeys(
  tx: Transaction,
  scope: Scope,
  text: string,
  failOnWarnings: boolean,
  ids: IdMakers,
  nowMs: number,
): Promise<{ ids: string[]; warnings: string[] }> {
  const [header = [], ...lines] = parseCsv(text);
  const read = readerOf(header);
  const imported: string[] = [];
  const warnings: string[] = [];
  for (const [index, fields] of lines.entries()) {
    try {
      imported.push(await importOne(tx, scope, read(fields), ids, nowMs));
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      warnings.push(`Unable to import record: ${index + 1}. ${error.message}`);
    }
  }
  if (failOnWarnings && warnings.length > 0) throw badRequest(warnings.join('\n'));
  return { ids: imported, warnings };
}

async function importOne(
  tx: Transaction,
  scope: Scope,
  record: KeyRecord,
  ids: IdMakers,
  nowMs: number,
): Promise<string> {
  checkApiKeyValue(record.value, LIMITS.apiKeyValueLength.importMin);
  checkApiKeyName(record.name);
  const known = await findApiKeyByValue(tx, scope, record.value);
  const id = known?.id ?? (await freeKeyId(tx, scope, ids));
  const joined = await plansOfKey(tx, scope, id);
  const wanted = record.planIds.filter((planId) => !joined.includes(planId));
  // Everything is checked before anything is written: the transaction goes on with the next line.
  const plans = [];
  for (const planId of wanted) plans.push(await requireUsagePlan(tx, scope, planId));
  for (const [index, plan] of plans.entries()) {
    const others = [...joined, ...plans.slice(0, index).map((other) => other.id)];
    await checkPlanStages(tx, scope, plan, id, others);
  }
  await putApiKey(tx, scope, keyOf(record, id, known, nowMs));
  for (const plan of plans) await joinUsagePlan(tx, scope, plan.id, id);
  return id;
}

function keyOf(record: KeyRecord, id: string, known: ApiKey | undefined, nowMs: number): ApiKey {
  const now = Math.floor(nowMs / 1000);
  return {
    id,
    value: record.value,
    ...(record.name && { name: record.name }),
    ...(record.description && { description: record.description }),
    ...(known?.customerId && { customerId: known.customerId }),
    enabled: record.enabled,
    stageKeys: known?.stageKeys ?? [],
    tags: known?.tags ?? {},
    createdDate: known?.createdDate ?? now,
    lastUpdatedDate: now,
  };
}

/** Columns stand in any order, their names in any case, and unknown ones are ignored. `Enabled` is true unless it says otherwise. */
function readerOf(header: readonly string[]): (fields: readonly string[]) => KeyRecord {
  const columns = header.map((name) => name.toLowerCase());
  for (const required of ['Key', 'Name']) {
    if (!columns.includes(required.toLowerCase())) throw badRequest(`Missing required column '${required}'`);
  }
  return (fields) => {
    const field = (name: string) => fields[columns.indexOf(name)] ?? '';
    return {
      name: field('name'),
      value: field('key'),
      description: field('description'),
      enabled: field('enabled') === '' || field('enabled').toLowerCase() === 'true',
      planIds: field('usageplanids')
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== ''),
    };
  };
}
