import type { ExplainedRequest, Scope, TestedRequest } from '../model/index.ts';

/** How many tests are remembered; ours. Each is a few kilobytes: whoever tests looks at it at once. */
const REMEMBERED = 50;

/** What the last tests of methods went through, to be looked up by the request id that their logs begin with. */
export class TestedMethods {
  /** By request id, the oldest first. */
  readonly #tests = new Map<string, TestedRequest>();

  remember(test: TestedRequest): void {
    this.#tests.set(test.request.requestId, test);
    for (const oldest of this.#tests.keys()) {
      if (this.#tests.size <= REMEMBERED) break;
      this.#tests.delete(oldest);
    }
  }

  find(requestId: string, withBodies: boolean): ExplainedRequest | undefined {
    const test = this.#tests.get(requestId);
    return withBodies ? test?.request : test?.withoutBodies;
  }

  /** Whose an API is that was tested, deployed or not. */
  ownerOf(apiId: string): Scope | undefined {
    return [...this.#tests.values()].findLast(({ request }) => request.apiId === apiId)?.scope;
  }
}
