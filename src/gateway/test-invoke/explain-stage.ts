import type { ExplainedRequest, ExplainOrder, ServedRequest } from '../../model/index.ts';
import type { CompileEnvironment } from '../compile/index.ts';
import { explainRequest, withoutBodies } from '../explanations/index.ts';
import type { RequestAddress, StagePlan } from '../gateway.ts';
import { EXPLAINED_BODY_BYTES } from '../limits.ts';
import type { StageFacts } from '../request-context/index.ts';
import { TraceRecorder } from '../tracing/index.ts';
import { sendTest } from './send-test.ts';

/** A request that is over, with what its explanation needs besides its trace. */
interface Ended {
  readonly request: ServedRequest;
  readonly facts: StageFacts;
}

/**
 * Sends a request through a stage as it is deployed, with every phase that it has, and explains what became of it.
 * @param compile makes the stage's plan
 */
export async function explainStage(
  order: ExplainOrder,
  environment: CompileEnvironment,
  compile: (environment: CompileEnvironment) => Promise<StagePlan>,
): Promise<ExplainedRequest> {
  let end: (ended: Ended) => void = () => undefined;
  let isOver = false;
  const over = new Promise<Ended>((resolve) => {
    end = resolve;
  });
  let facts: StageFacts | undefined;
  let recorder: TraceRecorder | undefined;
  const terms = {
    nowMs: environment.nowMs,
    maxBytes: EXPLAINED_BODY_BYTES,
    tellingOnly: false,
    onEnd(_: unknown, request: ServedRequest) {
      if (facts === undefined) return;
      isOver = true;
      end({ request, facts });
    },
  };
  const plan = await compile({
    ...environment,
    startTrace(context) {
      facts = context.stageFacts;
      // Not before: to compile the stage is no part of its way.
      recorder = new TraceRecorder(terms);
      return recorder;
    },
  });
  const { httpMethod, headers, body, sourceIp } = order;
  const request = {
    method: httpMethod,
    target: order.stage === '$default' ? order.pathWithQueryString : `/${order.stage}${order.pathWithQueryString}`,
    headers: withHost(headers, order.apiId),
    body: Buffer.from(body),
    sourceIp,
  };
  let broken: unknown;
  const answer = await sendTest(request, environment.now(), (exchange) =>
    plan.handle(exchange, addressOf(order)),
  ).catch((error: unknown) => {
    // A streamed answer has broken off; what goes wrong before the request is over is not part of its story.
    if (!isOver) throw error;
    broken = error;
    return undefined;
  });
  const ended = await over;
  const passed = answer && { bytes: answer.body.length, head: answer.body.subarray(0, EXPLAINED_BODY_BYTES) };
  const explained = explainRequest(recorder?.events ?? [], ended.request, ended.facts, passed);
  const told = broken === undefined ? explained : withEnd(explained, broken, ended.request.responseLength);
  return order.withBodies ? told : withoutBodies(told);
}

/** An answer that streams can break off behind its head, when nothing else can be answered. */
function withEnd(explained: ExplainedRequest, error: unknown, bytes: number): ExplainedRequest {
  const reason = error instanceof Error ? error.message : String(error);
  const end = { atMs: explained.latencyMs, phase: 'response', verdict: `broke off after ${bytes} bytes: ${reason}` };
  return { ...explained, steps: [...explained.steps, { ...end, facts: {} }] };
}

function addressOf({ apiId, pathWithQueryString }: ExplainOrder): RequestAddress {
  const question = pathWithQueryString.indexOf('?');
  return {
    path: question < 0 ? pathWithQueryString : pathWithQueryString.slice(0, question),
    query: question < 0 ? '' : pathWithQueryString.slice(question + 1),
    domainName: hostOf(apiId),
    port: undefined,
    domain: undefined,
    vpcEndpoint: undefined,
  };
}

function withHost(headers: readonly string[], apiId: string): readonly string[] {
  const isThere = headers.some((name, at) => at % 2 === 0 && name.toLowerCase() === 'host');
  return isThere ? headers : ['Host', hostOf(apiId), ...headers];
}

/** Where an API answers on this machine. */
function hostOf(apiId: string): string {
  return `${apiId}.execute-api.localhost`;
}
