import type { LogGroupRef, LogPosition, Scope } from '../../../model/index.ts';
import { invalidParameter } from '../errors.ts';
import { eventId, positionOfEventId } from '../events/index.ts';
import { readToken, writeToken } from '../pagination.ts';

/** What `@ptr` shows: opaque to clients. A group's name has no colon. */
export function pointerOf({ name }: LogGroupRef, position: LogPosition): string {
  return writeToken(`${name}:${eventId(position)}`);
}

/** @throws {ServiceError} `InvalidParameterException` for what no query gave */
export function placeOfPointer(
  scope: Scope,
  pointer: string,
): { readonly group: LogGroupRef; readonly position: LogPosition } {
  const [name = '', id = ''] = readToken(pointer).split(':');
  const position = positionOfEventId(id);
  if (position === undefined) throw invalidParameter('The specified logRecordPointer is invalid.');
  return { group: { scope, name }, position };
}
