/** Waits for a promise, but not longer than `timeoutMs`. The promise must not reject. */
export function within<T>(promise: Promise<T>, timeoutMs: number): Promise<T | 'timeout'> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, timeoutMs, 'timeout');
    void promise.then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}
