import type { Scope } from '../model/index.ts';
import type { Caller } from '../policy/index.ts';

/** Who signed a control-plane call. */
export interface Principal extends Caller {
  readonly accessKeyId: string;
}

/** What a handler knows of the call besides its input. Everything that varies comes in here, so handlers are exact in tests. */
export interface Call {
  readonly scope: Scope;
  readonly principal: Principal;
  /** UUID, also sent as `x-amzn-RequestId`. */
  readonly requestId: string;
  /** Milliseconds since the epoch when the call arrived. */
  readonly nowMs: number;
}
