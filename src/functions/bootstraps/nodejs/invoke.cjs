'use strict';

/** What is done when nothing is left to do. One listener for all invocations: to add and remove one takes longer than many a handler. */
let onEmpty;
process.on('beforeExit', () => onEmpty?.());

/**
 * Runs a handler in any of its styles: async (it returns a promise), callback, or `context.done/succeed/fail`. The first
 * answer counts. A callback's answer waits until nothing is left to do, unless `callbackWaitsForEmptyEventLoop` is false;
 * a handler that leaves nothing to do and has not answered answers null.
 */
function runHandler(handler, event, context) {
  return new Promise((resolve, reject) => {
    let answer;
    const settle = () => {
      // An answer that comes when another invocation runs is none of its business.
      if (onEmpty === settle) onEmpty = undefined;
      if (answer?.error === undefined || answer.error === null) resolve(answer?.value ?? null);
      else reject(answer.error);
    };
    // Comes when the event loop is empty: the connection to the Runtime API does not keep it busy meanwhile.
    onEmpty = settle;

    const take = (error, value, waits) => {
      if (answer !== undefined) return;
      answer = { error, value };
      if (!waits) settle();
    };
    // Named first: V8 makes a function old from its birth where an assignment to a property is all that it is for, and with it
    // whatever a call has made would live on.
    const done = (error, value) => take(error, value, false);
    const succeed = (value) => take(null, value, false);
    const fail = (error) => take(error ?? 'handled', undefined, false);
    context.done = done;
    context.succeed = succeed;
    context.fail = fail;
    const callback = (error, value) => take(error, value, context.callbackWaitsForEmptyEventLoop);

    try {
      const returned = handler(event, context, callback);
      if (typeof returned?.then === 'function') {
        returned.then(
          (value) => take(null, value, false),
          (error) => take(error ?? new Error(String(error)), undefined, false),
        );
      }
    } catch (error) {
      take(error ?? new Error(String(error)), undefined, false);
    }
  });
}

module.exports = { runHandler };
