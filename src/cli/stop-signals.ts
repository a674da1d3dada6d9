import type { EventEmitter } from 'node:events';

/** The part of `process` that is needed here. */
type SignalSource = Pick<EventEmitter, 'on' | 'off'>;

export interface StopSignals {
  /** Resolves at the first SIGTERM or SIGINT. */
  readonly first: Promise<void>;
  /** Leaves the signals to Node again. */
  release(): void;
}

/**
 * Listens for the wish to stop. The first signal asks to stop in order; whoever presses Ctrl-C once more does not want to
 * wait any longer.
 * @param giveUp called for every SIGINT after the first signal
 */
export function listenForStop(source: SignalSource, giveUp: () => void): StopSignals {
  const { promise, resolve } = deferred();
  let asked = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (asked && signal === 'SIGINT') giveUp();
    asked = true;
    resolve();
  };
  source.on('SIGTERM', onSignal);
  source.on('SIGINT', onSignal);
  return {
    first: promise,
    release() {
      source.off('SIGTERM', onSignal);
      source.off('SIGINT', onSignal);
    },
  };
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
