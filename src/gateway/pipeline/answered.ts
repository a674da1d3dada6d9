import { type BodySource, type FieldLines, type HeaderList, listOf } from '../../http/index.ts';
import type { AnsweredEvent } from '../tracing/index.ts';
import { EXTENDED_REQUEST_ID, REQUEST_ID } from './id-fields.ts';

/** The method's answer, for a trace: its headers are put together when they are read. */
export class Answered implements AnsweredEvent {
  readonly kind = 'answered';
  readonly status: number;
  readonly body: Uint8Array | undefined;
  readonly #headers: HeaderList | FieldLines;

  constructor(status: number, headers: HeaderList | FieldLines, body: Uint8Array | BodySource) {
    this.status = status;
    this.body = body instanceof Uint8Array ? body : undefined;
    this.#headers = headers;
  }

  /** Without the ids of the request, which are added to the same fields on their way out. */
  get headers(): HeaderList {
    const list = listOf(this.#headers);
    return list.filter((_, at) => !isId(list[at - (at % 2)] as string));
  }
}

function isId(name: string): boolean {
  return name === REQUEST_ID.text || name === EXTENDED_REQUEST_ID.text;
}
