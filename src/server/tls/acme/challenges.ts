import { CHALLENGE_PATH } from '../../../http/index.ts';

/** Where the answers to http-01 challenges are laid out before the authority comes to ask (RFC 8555 section 8.3). */
export interface Challenges {
  /** Resolves when every process that may be asked knows the answer. */
  put(token: string, keyAuthorization: string): Promise<void>;
  remove(token: string): Promise<void>;
}

/** The answers of one process. */
export interface ChallengeBoard {
  put(token: string, keyAuthorization: string): void;
  remove(token: string): void;
  /**
   * The key authorization that a request path asks for: to be sent as `application/octet-stream`, on the plain port,
   * whatever the Host. Undefined for every other path.
   * @param target path and query as received
   */
  answer(target: string): string | undefined;
}

export function createChallengeBoard(): ChallengeBoard {
  const answers = new Map<string, string>();
  return {
    put(token, keyAuthorization) {
      answers.set(token, keyAuthorization);
    },
    remove(token) {
      answers.delete(token);
    },
    answer: (target) =>
      target.startsWith(CHALLENGE_PATH) ? answers.get(target.slice(CHALLENGE_PATH.length)) : undefined,
  };
}
