import { METHOD_TEST } from '../limits.ts';
import { type TestAnswer, TestExchange, type TestRequest } from './test-exchange.ts';

const TIMED_OUT: TestAnswer = {
  status: 504,
  headers: ['Content-Type', 'application/json'],
  body: Buffer.from('{"message": "Endpoint request timed out"}'),
};

/**
 * Sends a simulated request, and waits for the answer, but not for ever.
 * @param nowMs when it is received, in milliseconds since the epoch
 * @param handle takes it over
 */
export async function sendTest(
  request: TestRequest,
  nowMs: number,
  handle: (exchange: TestExchange) => void,
): Promise<TestAnswer> {
  const giveUp = new AbortController();
  const exchange = new TestExchange(request, nowMs, giveUp.signal, METHOD_TEST.responseBytes);
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<TestAnswer>((resolve) => {
    timer = setTimeout(() => {
      resolve(TIMED_OUT);
      giveUp.abort();
    }, METHOD_TEST.timeoutMs);
  });
  try {
    handle(exchange);
    return await Promise.race([exchange.answer, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
