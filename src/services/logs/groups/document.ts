import type { LogGroupRef } from '../../../model/index.ts';
import { defineKind, type Reader, type Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';

/** A log group, but for what is in it. */
export interface LogGroup {
  readonly name: string;
  readonly createdAtMs: number;
  /** Absent for groups whose events do not expire. */
  readonly retentionInDays?: number;
  readonly logGroupClass: string;
  readonly deletionProtection: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** By name. */
export const logGroups = defineKind<LogGroup>('LogGroup');

/** @throws {ServiceError} `ResourceNotFoundException` */
export async function requireGroup(reader: Reader, { scope, name }: LogGroupRef): Promise<LogGroup> {
  const found = await reader.get(logGroups, scope, name);
  if (found === undefined) throw missing.group();
  return found.value;
}

/** Changes a group that is there. @throws {ServiceError} `ResourceNotFoundException` */
export async function changeGroup(
  tx: Transaction,
  group: LogGroupRef,
  change: (before: LogGroup) => LogGroup,
): Promise<void> {
  const before = await requireGroup(tx, group);
  await tx.put(logGroups, group.scope, group.name, change(before));
}
