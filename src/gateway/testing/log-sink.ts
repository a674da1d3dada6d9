import type { LogEvent, LogSink } from '../../model/index.ts';

/** A sink that keeps what it is given. */
export class TestLogSink implements LogSink {
  readonly events: LogEvent[] = [];

  append(event: LogEvent): void {
    this.events.push(event);
  }

  /** The messages of a log group, when there are so many. */
  async messages(logGroup: string, count: number): Promise<readonly string[]> {
    const found = () => this.events.filter((event) => event.logGroup === logGroup).map(({ message }) => message);
    while (found().length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    return found();
  }
}
