import { limitReached } from '../errors.ts';
import { LIMITS } from '../limits.ts';

/** The sessions that are open. */
export class TailSessions {
  private open = 0;
  private ended = false;

  /** Whether sessions shall come to an end, as the server does. */
  get areEnded(): boolean {
    return this.ended;
  }

  /** @throws {ServiceError} `LimitExceededException` */
  checkRoom(): void {
    if (this.open >= LIMITS.tailSessions) throw limitReached('Too many Live Tail sessions.');
  }

  begin(): void {
    this.open += 1;
  }

  leave(): void {
    this.open -= 1;
  }

  /** Ends all sessions with their next update. */
  end(): void {
    this.ended = true;
  }
}
