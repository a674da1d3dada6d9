import type { ServedRequest, SpanSink } from '../../model/index.ts';
import { type TraceHeader, traceHeaderText } from '../../trace-context/index.ts';
import type { StageFacts } from '../request-context/index.ts';
import type { Trace, TracedRequest, TraceEvent, TraceRecorder } from '../tracing/index.ts';
import { renderSpans, type SpanIds } from './render-spans.ts';
import type { SpanSubject } from './subject.ts';

interface Terms {
  readonly facts: StageFacts;
  readonly subject: SpanSubject;
  readonly spans: SpanSink;
  spanId(): string;
}

/** The trace of a sampled request: whoever is called meanwhile hears which span called him. */
export class SampledTrace implements Trace {
  readonly #header: TraceHeader;
  readonly #request: TracedRequest;
  readonly #recorder: TraceRecorder;
  readonly #terms: Terms;
  readonly #ids: SpanIds;
  #isAuthorizing = false;

  constructor(header: TraceHeader, request: TracedRequest, recorder: TraceRecorder, terms: Terms) {
    this.#header = header;
    this.#request = request;
    this.#recorder = recorder;
    this.#terms = terms;
    this.#ids = { server: terms.spanId(), authorizer: terms.spanId(), integration: terms.spanId() };
    this.#callAs(this.#ids.integration);
  }

  record(event: TraceEvent): void {
    if (event.kind === 'authorizerStarted') {
      this.#isAuthorizing = true;
      this.#callAs(this.#ids.authorizer);
    } else if (this.#isAuthorizing && (event.kind === 'authorized' || event.kind === 'guarded')) {
      this.#isAuthorizing = false;
      this.#callAs(this.#ids.integration);
    }
    this.#recorder.record(event);
  }

  ended(request: ServedRequest): void {
    // Whatever is logged of the request now belongs to the gateway's own span.
    this.#callAs(this.#ids.server);
    this.#recorder.ended(request);
    const { spans, facts, subject } = this.#terms;
    const told = { facts, subject, header: this.#header, ids: this.#ids };
    spans.add(renderSpans(this.#recorder.events, request, told));
  }

  #callAs(parent: string): void {
    this.#request.tracedAs(traceHeaderText({ ...this.#header, parent, isSampled: true }));
  }
}
