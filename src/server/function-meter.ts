import type {
  ExecutionRequest,
  FunctionRuntime,
  FunctionVersion,
  InvocationResult,
  SpanSink,
  StreamedInvocation,
  StreamingResult,
} from '../model/index.ts';
import type { FunctionCounters } from '../telemetry/index.ts';
import { functionSpan, isTraced } from './function-span.ts';

type Outcome = Parameters<ReturnType<FunctionCounters['begin']>>[0];
type End = (outcome: Outcome) => void;

/** Counts runs of functions, wherever their instances are. */
export interface FunctionMeter {
  invoke(
    version: RunVersion,
    request: ExecutionRequest,
    run: () => Promise<InvocationResult>,
  ): Promise<InvocationResult>;
  /** Its run is over when its answer is, or its reader leaves. */
  invokeStreaming(
    version: RunVersion,
    request: ExecutionRequest,
    run: () => Promise<StreamingResult>,
  ): Promise<StreamingResult>;
}

type RunVersion = Pick<FunctionVersion, 'arn' | 'version'>;

/**
 * @param now milliseconds, with fractions
 * @param spans where runs go whose caller is traced; undefined where nobody wants them
 */
export function createFunctionMeter(
  counters: FunctionCounters,
  now: () => number,
  spans: () => SpanSink | undefined,
): FunctionMeter {
  const begin = (ran: RunVersion, request: ExecutionRequest): End => {
    const { arn, version } = ran;
    const { functionArn } = request;
    const startedAtMs = now();
    const qualifier = functionArn.startsWith(`${arn}:`) ? functionArn.slice(arn.length + 1) : undefined;
    const end = counters.begin({ functionArn: arn, qualifier, executedVersion: version });
    const sink = isTraced(request) ? spans() : undefined;
    if (sink === undefined) return (outcome) => end(outcome, now() - startedAtMs);
    const beganAtMs = Date.now();
    return (outcome) => {
      const durationMs = now() - startedAtMs;
      end(outcome, durationMs);
      const span = functionSpan(ran, request, { startMs: beganAtMs, endMs: beganAtMs + durationMs }, outcome);
      if (span !== undefined) sink.add([span]);
    };
  };
  return {
    invoke: (version, request, run) => untilLeft(run, begin(version, request), conclude),
    invokeStreaming: (version, request, run) => untilLeft(run, begin(version, request), concludeStream),
  };
}

/** A runtime whose runs are counted, whoever asks for them. */
export function measuredRuntime(runtime: FunctionRuntime, meter: FunctionMeter): FunctionRuntime {
  return {
    ...runtime,
    invoke: (version, request, signal) =>
      meter.invoke(version, request, () => runtime.invoke(version, request, signal)),
    invokeStreaming: (version, request, signal) =>
      meter.invokeStreaming(version, request, () => runtime.invokeStreaming(version, request, signal)),
  };
}

/** A caller who leaves is counted as if the function had answered then; it runs on, unheard. */
async function untilLeft<Result>(
  run: () => Promise<Result>,
  end: End,
  concluded: (result: Result, end: End) => Result,
): Promise<Result> {
  let result: Result;
  try {
    result = await run();
  } catch (error) {
    end('succeeded');
    throw error;
  }
  return concluded(result, end);
}

function conclude(result: InvocationResult, end: End): InvocationResult {
  end(outcomeOf(result));
  return result;
}

function concludeStream(result: StreamingResult, end: End): StreamingResult {
  if (result.kind === 'streaming') return { ...result, body: untilOver(result.body, end) };
  end(outcomeOf(result));
  return result;
}

function outcomeOf(result: InvocationResult): Outcome {
  if (result.kind === 'refused') return result.reason === 'TooManyRequests' ? 'throttled' : 'not-run';
  return result.functionError === undefined ? 'succeeded' : 'failed';
}

function untilOver(body: StreamedInvocation['body'], end: End): StreamedInvocation['body'] {
  let isOver = false;
  const over = (outcome: Outcome): void => {
    if (!isOver) end(outcome);
    isOver = true;
  };
  return {
    async next() {
      const next = await body.next();
      if (next.done) over(next.value?.error === undefined ? 'succeeded' : 'failed');
      return next;
    },
    async return(value) {
      over('succeeded');
      return (await body.return?.(value)) ?? { done: true, value: (await value) ?? { logTail: '' } };
    },
  };
}
