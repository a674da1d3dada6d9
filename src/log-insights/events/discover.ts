import { Timestamp, type Value } from '../values/index.ts';
import { EventFields, type QueryEvent } from './event.ts';
import { flatten } from './json-fields.ts';

/** All fields of an event, by name, as GetLogRecord and GetLogGroupFields show them. */
export function discoveredFields(event: QueryEvent): ReadonlyMap<string, Value> {
  const fields = new EventFields(event);
  return new Map<string, Value>([
    ['@timestamp', new Timestamp(event.timestampMs)],
    ['@ingestionTime', new Timestamp(event.ingestedMs)],
    ['@message', event.message],
    ['@logStream', event.stream],
    ['@log', event.log],
    ...Object.entries(fields.lambdaFields),
    ...flatten(fields.document),
  ]);
}
