import type { InstanceFailure } from '../function-errors.ts';
import type { InstanceProcess, ProcessListener } from '../instance-process.ts';
import type { ExternalExtension } from './external.ts';

/** Starts an extension's process, contained as its function's. */
export type StartExtension = (extension: ExternalExtension, listener: ProcessListener) => InstanceProcess;

interface Listener {
  /** A line that one of them wrote, without its end. */
  onLine(line: string): void;
  /** One of them has ended, or never started. */
  onExit(name: string, failure: InstanceFailure): void;
}

/** The processes of an instance's external extensions. */
export class ExternalProcesses {
  readonly #listener: Listener;
  readonly #running = new Map<string, InstanceProcess>();
  #onEmpty: () => void = () => undefined;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  get isEmpty(): boolean {
    return this.#running.size === 0;
  }

  start(extension: ExternalExtension, start: StartExtension): void {
    const { name } = extension;
    const process = start(extension, {
      onLine: this.#listener.onLine,
      onExit: (failure) => {
        this.#running.delete(name);
        this.#listener.onExit(name, failure);
        if (this.isEmpty) this.#onEmpty();
      },
    });
    this.#running.set(name, process);
  }

  /**
   * Ends those that were not told, and the others when their time is up. Resolves when none is left.
   * @param told the names of those that may end by themselves
   */
  async end(told: readonly string[], graceMs: number): Promise<void> {
    if (this.isEmpty) return;
    const empty = new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
    });
    for (const [name, process] of this.#running) if (!told.includes(name)) process.kill();
    const timer = setTimeout(() => this.#killAll(), Math.max(0, graceMs));
    await empty;
    clearTimeout(timer);
  }

  #killAll(): void {
    for (const process of this.#running.values()) process.kill();
  }
}
