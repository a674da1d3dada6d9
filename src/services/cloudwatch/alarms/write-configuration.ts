import { tooManyAlarms } from '../alarm-errors.ts';
import { validationError } from '../errors.ts';
import { createdItem, updatedItem } from '../history/data.ts';
import { appendHistory } from '../history/documents.ts';
import { LIMITS } from '../limits.ts';
import { type Alarm, alarms } from './documents.ts';
import type { Writing } from './transition.ts';

/**
 * Makes an alarm, or another of one that is there, whose state stays ("When you update an existing alarm, its state is left
 * unchanged", API reference, `PutMetricAlarm`).
 * @param make the alarm, by what was there under its name and of its type
 */
export async function writeConfiguration(
  writing: Writing,
  make: (before: Alarm | undefined) => Alarm,
): Promise<{ readonly alarm: Alarm; readonly before: Alarm | undefined }> {
  const { tx, scope, nowMs, uuid } = writing;
  const { name, type } = make(undefined);
  const before = (await tx.get(alarms, scope, name))?.value;
  if (before !== undefined && before.type !== type) {
    throw validationError(`An alarm of another type has the name ${name} already`);
  }
  if (before === undefined && (await tx.list(alarms, scope)).length >= LIMITS.alarms) {
    throw tooManyAlarms(`There are ${LIMITS.alarms} alarms in this region already.`);
  }
  const alarm = make(before);
  await tx.put(alarms, scope, name, alarm);
  const item = before ? updatedItem(scope, before, alarm, nowMs) : createdItem(scope, alarm, nowMs);
  await appendHistory(tx, scope, [item], uuid);
  return { alarm, before };
}
