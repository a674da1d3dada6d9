import { Timestamp, type Value, valueOfJson } from '../values/index.ts';
import { followDotted, parseFragment } from './json-fields.ts';
import { type LambdaFields, lambdaFields } from './lambda-fields.ts';

/** A log event that a query looks at. */
export interface QueryEvent {
  readonly timestampMs: number;
  readonly ingestedMs: number;
  readonly message: string;
  readonly stream: string;
  /** `ACCOUNT:GROUP`, as `@log` shows it. */
  readonly log: string;
  /** What GetLogRecord finds the event by. */
  readonly pointer: string;
}

/** An event whose message is looked into when a field of it is asked for, and once. */
export class EventFields {
  readonly event: QueryEvent;
  private json: unknown;
  private isParsed = false;
  private lambda: LambdaFields | undefined;

  constructor(event: QueryEvent) {
    this.event = event;
  }

  /** The JSON object of the message; in a function's log, also one inside of it. */
  get document(): unknown {
    if (!this.isParsed) {
      this.isParsed = true;
      this.json = parseFragment(this.event.message, isLambdaLog(this.event));
    }
    return this.json;
  }

  /** Lets go of what was read of the message; it is read again when a field is asked for. */
  forget(): void {
    this.json = undefined;
    this.isParsed = false;
  }

  get lambdaFields(): LambdaFields {
    this.lambda ??= isLambdaLog(this.event) ? lambdaFields(this.event.message) : {};
    return this.lambda;
  }
}

/**
 * What reads a field that was not made by the query: a system field, one of a function's log, or one of a JSON message in dot
 * notation (user guide, "Supported logs and discovered fields").
 */
export function fieldReader(parts: readonly string[]): (fields: EventFields) => Value {
  const name = parts.join('.');
  switch (name) {
    case '@timestamp':
      return ({ event }) => new Timestamp(event.timestampMs);
    case '@ingestionTime':
      return ({ event }) => new Timestamp(event.ingestedMs);
    case '@message':
      return ({ event }) => event.message;
    case '@logStream':
      return ({ event }) => event.stream;
    case '@log':
      return ({ event }) => event.log;
    case '@ptr':
      return ({ event }) => event.pointer;
  }
  // "If the name of a discovered log field starts with @, CloudWatch Logs Insights displays it with an additional @."
  if (name.startsWith('@@')) return ({ document }) => valueOfJson(followDotted(document, [name.slice(1)]));
  if (name.startsWith('@')) return ({ lambdaFields: found }) => found[name];
  const path = parts.flatMap((part) => part.split('.'));
  return ({ document }) => valueOfJson(followDotted(document, path));
}

function isLambdaLog({ log }: QueryEvent): boolean {
  return log.includes(':/aws/lambda/');
}
