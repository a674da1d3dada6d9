import type { UpstreamOrigin } from '../../http/index.ts';
import { TARGET_CHECK_EVERY_MS, TARGET_UNUSED_MS } from '../limits.ts';

/** Tells whether something listens at a place. */
export type CheckTarget = (origin: UpstreamOrigin) => Promise<boolean>;

export interface TargetGroupOptions {
  readonly check: CheckTarget;
  /** Milliseconds that never go backwards. */
  nowMs(): number;
  /** Is told when a target fails and when it is back. */
  onChange(origin: UpstreamOrigin, isHealthy: boolean): void;
}

interface Target {
  readonly origin: UpstreamOrigin;
  isHealthy: boolean;
}

/**
 * The targets of one VPC link, taken in turn. One that a request could not be connected to is left out until a check finds
 * it listening again. With none healthy all are tried, as a network load balancer does.
 */
export class TargetGroup {
  readonly #targets: readonly Target[];
  readonly #options: TargetGroupOptions;
  #turn = 0;
  #usedAtMs = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(origins: readonly UpstreamOrigin[], options: TargetGroupOptions) {
    this.#targets = origins.map((origin) => ({ origin, isHealthy: true }));
    this.#options = options;
  }

  get origins(): readonly UpstreamOrigin[] {
    return this.#targets.map(({ origin }) => origin);
  }

  /** The index of the next healthy target. */
  next(): number {
    this.#usedAtMs = this.#options.nowMs();
    this.#timer ??= setInterval(() => void this.#check(), TARGET_CHECK_EVERY_MS).unref();
    const count = this.#targets.length;
    for (let step = 0; step < count; step++) {
      const index = (this.#turn + step) % count;
      if (this.#targets[index]?.isHealthy !== true) continue;
      this.#turn = index + 1;
      return index;
    }
    this.#turn += 1;
    return (this.#turn - 1) % count;
  }

  /** A request could not be connected to this target. */
  failed(index: number): void {
    this.#mark(this.#targets[index], false);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Looks at every target, as long as there are requests. */
  async #check(): Promise<void> {
    if (this.#options.nowMs() - this.#usedAtMs > TARGET_UNUSED_MS) this.close();
    await Promise.all(
      this.#targets.map(async (target) => this.#mark(target, await this.#options.check(target.origin))),
    );
  }

  #mark(target: Target | undefined, isHealthy: boolean): void {
    if (target === undefined || target.isHealthy === isHealthy) return;
    target.isHealthy = isHealthy;
    this.#options.onChange(target.origin, isHealthy);
  }
}
