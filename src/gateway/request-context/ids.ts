import type { HeaderList } from '../../http/index.ts';
import { firstHeader } from '../text/index.ts';
import { type FillRandom, RandomText } from './random-text.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ROOT = /(?:^|;)\s*Root=1-[0-9a-f]{8}-[0-9a-f]{24}(?:;|$)/i;

/** The ids that requests get. */
export class IdSource {
  readonly #random: RandomText;
  /** The second that `#traceTime` spells. */
  #second = Number.NaN;
  #traceTime = '';

  constructor(fill: FillRandom) {
    this.#random = new RandomText(fill);
  }

  /** The id of a request: the client's own when it sent a UUID in `x-amzn-RequestId`, a new one otherwise (fact D19). */
  requestId(headers: HeaderList): string {
    const sent = firstHeader(headers, 'x-amzn-requestid');
    return sent !== undefined && UUID.test(sent) ? sent : this.#random.uuid();
  }

  /** An id in the form of `x-amz-apigw-id`: `FiV9AHvHoAMFtsg=`. */
  extendedRequestId(): string {
    return this.#random.elevenBytes();
  }

  /** The id of a span: 16 hexadecimal digits. */
  spanId(): string {
    return this.#random.twelveBytes().slice(0, 16);
  }

  /**
   * The `X-Amzn-Trace-Id` of a request: what the client sent when that names a trace, a new root otherwise (telemetry E.4).
   * @param nowMs milliseconds since the epoch
   */
  traceId(headers: HeaderList, nowMs: number): string {
    const sent = firstHeader(headers, 'x-amzn-trace-id');
    if (sent !== undefined && ROOT.test(sent)) return sent;
    const second = Math.floor(nowMs / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#traceTime = second.toString(16).padStart(8, '0');
    }
    return `Root=1-${this.#traceTime}-${this.#random.twelveBytes()}`;
  }
}
