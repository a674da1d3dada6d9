'use strict';

/** Made when the first handler streams: loading Node.js's streams takes as long as all of this program. */
let ResponseStream;

/**
 * The stream that a handler is given. The answer begins with its first piece, or its end.
 * @param open begins the answer: `open(contentType)` gives what `invocationStream` gives
 */
function openResponseStream(open, highWaterMark) {
  ResponseStream ??= responseStreamClass();
  return new ResponseStream(open, highWaterMark);
}

function responseStreamClass() {
  const { Writable } = require('node:stream');
  return class ResponseStream extends Writable {
    #open;
    #answer;
    #contentType = 'application/octet-stream';
    #failure;

    constructor(open, highWaterMark) {
      super({ highWaterMark, decodeStrings: true });
      this.#open = open;
    }

    /** Whether anything of the answer is out. */
    get hasBegun() {
      return this.#answer !== undefined;
    }

    setContentType(contentType) {
      if (this.hasBegun) throw new Error('The content type cannot be set after the first write.');
      this.#contentType = String(contentType);
    }

    _write(chunk, _encoding, done) {
      this.#begin();
      this.#answer.write(chunk, done);
    }

    _final(done) {
      this.#begin();
      this.#close().then(() => done(), done);
    }

    /**
     * Ends an answer that has begun with an error, behind all that was written before: what still waited here would else go out with
     * the next answer.
     */
    failWith(error) {
      if (this.destroyed) return this.#answer.fail(error);
      this.#failure = error;
      return new Promise((resolve) => {
        this.once('close', resolve);
        if (!this.writableEnded) this.end();
      });
    }

    #close() {
      return this.#failure === undefined ? this.#answer.end() : this.#answer.fail(this.#failure);
    }

    #begin() {
      if (this.#answer !== undefined) return;
      this.#answer = this.#open(this.#contentType);
      this._onBeforeFirstWrite?.((piece) => this.#answer.write(Buffer.from(piece), () => undefined));
    }
  };
}

module.exports = { openResponseStream };
