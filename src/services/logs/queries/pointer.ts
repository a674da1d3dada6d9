import type { LogGroupRef, LogPosition, Scope } from '../../../model/index.ts';
import { invalidParameter } from '../errors.ts';
import { eventId, positionOfEventId } from '../events/index.ts';
import { textOfToken, writeToken } from '../pagination.ts';

interface Place {
  readonly group: LogGroupRef;
  readonly position: LogPosition;
}

/** What `@ptr` shows: opaque to clients. A group's name has no colon. */
export function pointerOf({ name }: LogGroupRef, position: LogPosition): string {
  return writeToken(`${name}:${eventId(position)}`);
}

/** @throws {ServiceError} `InvalidParameterException` for what no query gave */
export function placeOfPointer(scope: Scope, pointer: string): Place {
  const place = findPlace(scope, pointer);
  if (place === undefined) throw invalidParameter('The specified logRecordPointer is invalid.');
  return place;
}

/** The group that a pointer leads to; undefined for what no query gave. */
export function groupOfPointer(scope: Scope, pointer: string): LogGroupRef | undefined {
  return findPlace(scope, pointer)?.group;
}

function findPlace(scope: Scope, pointer: string): Place | undefined {
  const [name = '', id = ''] = textOfToken(pointer)?.split(':') ?? [];
  const position = positionOfEventId(id);
  return position && { group: { scope, name }, position };
}
