import type { Exchange, HeaderList, PeerTls } from '../../http/index.ts';
import type { CacheResult, ServedRequest, VpcEndpoint } from '../../model/index.ts';
import type { RequestAddress } from '../gateway.ts';
import { type GatewayFailure, messageOf, type RenderedFailure, renderFailure } from '../gateway-responses/render.ts';
import type { Overrides } from '../method/overrides.ts';
import { firstHeader, parseQuery } from '../text/index.ts';
import type { StartTrace, Trace } from '../tracing/index.ts';
import type { Attempt, AttemptKind } from './attempt.ts';
import type { AuthorizerFacts, CallerFacts } from './caller.ts';
import { type ClientCert, clientCertOf } from './client-cert.ts';
import type { IdSource } from './ids.ts';
import { requestTime } from './request-time.ts';
import type { StageFacts } from './stage-facts.ts';

/** What the requests to a stage share. */
export interface StageRuntime {
  readonly facts: StageFacts;
  readonly ids: IdSource;
  /** Milliseconds that never go backwards, with fractions. */
  nowMs(): number;
  /** Begins the trace of a request; undefined where none is traced. */
  readonly startTrace?: StartTrace;
  /** Told what a sampled request is traced as from now on; absent where nobody needs to know. */
  traced?(exchange: Exchange, traceId: string): void;
  /** Is told of every request that has been answered. */
  observe(request: RequestContext): void;
  /** How the API words failures; undefined when it leaves them all as they are. */
  readonly wordFailure: ((failure: GatewayFailure, context: RequestContext) => RenderedFailure) | undefined;
  /** One line for the operator about a request that failed, and why. */
  report(detail: string, request: Pick<ServedRequest, 'httpMethod' | 'requestId' | 'resourcePath'>): void;
}

/** The resource that a request was routed to. */
export interface ResourceFacts {
  readonly resourceId: string;
  readonly resourcePath: string;
}

/** The API key that opened a method. */
export interface ApiKeyFacts {
  readonly apiKey: string;
  readonly apiKeyId: string;
}

/**
 * One request's `$context`. What costs something is worked out when somebody asks for it. In the end it is the record of
 * the request for metrics and logs.
 */
export class RequestContext implements ServedRequest {
  /** The verb that counts, after `X-HTTP-Method-Override` (fact D12). */
  readonly httpMethod: string;
  readonly requestId: string;
  /** What an AWS service called the request that the integration sent it. */
  awsEndpointRequestId: string | undefined;
  /** The status that a backend answered with; of a function, the one of Lambda's own answer. */
  integrationStatus: number | undefined;
  /** The status that a function behind AWS_PROXY gave. */
  functionStatus: number | undefined;
  /** Set where the integration's answer goes on as it comes. */
  isStreamed: boolean | undefined;
  /** What mapping templates have set in place of mapped parameters. */
  overrides: Overrides | undefined;
  /** Undefined for a request that nobody looks into. */
  readonly trace: Trace | undefined;
  readonly #stage: StageRuntime;
  readonly #exchange: Exchange;
  readonly #address: RequestAddress;
  readonly #startedAtMs: number;
  #resource: ResourceFacts | undefined;
  #pathParameters: Readonly<Record<string, string>> | undefined;
  #failure: GatewayFailure | undefined;
  #apiKey: ApiKeyFacts | undefined;
  #authorizer: AuthorizerFacts | undefined;
  #caller: CallerFacts | undefined;
  #authorizerStartedAtMs = 0;
  #authorizerLatencyMs = 0;
  #authorizerStatus: number | undefined;
  #extendedRequestId: string | undefined;
  #traceId: string | undefined;
  #integrationStartedAtMs = 0;
  #integrationLatencyMs: number | undefined;
  #vpcEndpoint: VpcEndpoint | undefined;
  #cacheResult: CacheResult | 'refused' | undefined;
  #attempts: Partial<Record<AttemptKind, Attempt>> | undefined;
  #contentBeganAtMs: number | undefined;
  #status = 0;
  #responseLength = 0;
  #latencyMs = 0;

  constructor(stage: StageRuntime, exchange: Exchange, address: RequestAddress, httpMethod: string) {
    this.httpMethod = httpMethod;
    this.requestId = stage.ids.requestId(exchange.headers);
    this.#stage = stage;
    this.#exchange = exchange;
    this.#address = address;
    this.#startedAtMs = stage.nowMs();
    this.trace = stage.startTrace?.(this);
  }

  get stageFacts(): StageFacts {
    return this.#stage.facts;
  }

  get requestTimeEpoch(): number {
    return this.#exchange.receivedAtMs;
  }

  /** Called once, when routing has found the resource. */
  routedTo(resource: ResourceFacts, pathParameters?: Readonly<Record<string, string>>): void {
    this.#resource = resource;
    this.#pathParameters = pathParameters;
  }

  /** Called when a request is found to have come to a private API by an endpoint. */
  cameThrough(vpcEndpoint: VpcEndpoint): void {
    this.#vpcEndpoint = vpcEndpoint;
  }

  /** The way to a private API; undefined to any other. */
  get vpcEndpoint(): VpcEndpoint | undefined {
    return this.#vpcEndpoint;
  }

  /** Called when an API key opens the method. */
  openedBy(apiKey: ApiKeyFacts): void {
    this.#apiKey = apiKey;
  }

  /** Undefined where the method wants no key (fact D61). */
  get apiKey(): ApiKeyFacts | undefined {
    return this.#apiKey;
  }

  /** Called by a method's cache: answers from it (`hit`), calls the integration (`miss`), or refuses the request. */
  cacheDecided(result: CacheResult | 'refused'): void {
    this.#cacheResult = result;
  }

  /** Undefined where the method does not cache. */
  get cacheResult(): CacheResult | undefined {
    return this.#cacheResult === 'refused' ? undefined : this.#cacheResult;
  }

  /** Called when an authorizer's function has answered, with the status of Lambda's answer; undefined where it was not run. */
  authorizerAnswered(status: number | undefined): void {
    this.#authorizerStatus = status;
  }

  /** Undefined where no function was called. */
  get authorizerStatus(): number | undefined {
    return this.#authorizerStatus;
  }

  /** Called when an authorizer is asked. */
  authorizerStarted(): void {
    this.#authorizerStartedAtMs = this.#stage.nowMs();
  }

  /** Called when an authorizer knows the caller. */
  authorizedBy(authorizer: AuthorizerFacts): void {
    this.#authorizer = authorizer;
    this.#authorizerLatencyMs = this.#stage.nowMs() - this.#authorizerStartedAtMs;
  }

  /** What the authorizer said; undefined where the method has none. */
  get authorizer(): AuthorizerFacts | undefined {
    return this.#authorizer;
  }

  /** How long the authorizer took, in whole milliseconds. */
  get authorizerLatencyMs(): number {
    return Math.round(this.#authorizerLatencyMs);
  }

  /** The clock of the stage, for `attempted`. */
  nowMs(): number {
    return this.#stage.nowMs();
  }

  /**
   * Called when it is known what a question about the caller came to.
   * @param sinceMs when it was asked, by `nowMs`
   */
  attempted(kind: AttemptKind, sinceMs: number, failure: GatewayFailure | undefined): void {
    const status = failure === undefined ? 200 : renderFailure(failure).status;
    const error = failure && (failure.detail ?? messageOf(failure) ?? failure.type);
    this.#attempts ??= {};
    this.#attempts[kind] = { latencyMs: this.nowMs() - sinceMs, status, error };
  }

  /** Undefined where it was not asked. */
  attempt(kind: AttemptKind): Attempt | undefined {
    return this.#attempts?.[kind];
  }

  /** Called when the signature of a request is good. */
  signedBy(caller: CallerFacts): void {
    this.#caller = caller;
  }

  /** Who signed the request; undefined where the method does not ask. */
  get caller(): CallerFacts | undefined {
    return this.#caller;
  }

  /** Called when the integration is called. */
  integrationStarted(): void {
    this.#integrationStartedAtMs = this.#stage.nowMs();
  }

  /** Called when the integration has answered or failed. */
  integrationEnded(): void {
    this.#integrationLatencyMs = this.#stage.nowMs() - this.#integrationStartedAtMs;
  }

  /** Called when the first bytes of an answer that streams are there. */
  contentBegan(): void {
    this.#contentBeganAtMs = this.#stage.nowMs();
  }

  /** From the call of the integration to the first bytes of an answer that streams; undefined for any other. */
  get firstContentMs(): number | undefined {
    if (this.isStreamed !== true) return undefined;
    // What came together with the head came with the answer.
    const beganAtMs = this.#contentBeganAtMs;
    return beganAtMs === undefined ? this.#integrationLatencyMs : beganAtMs - this.#integrationStartedAtMs;
  }

  /**
   * Called once, when the response has been given to the connection whole, or is known never to be.
   * @param responseLength bytes of its body
   */
  answered(status: number, responseLength: number): void {
    this.#status = status;
    this.#responseLength = responseLength;
    this.#latencyMs = this.#stage.nowMs() - this.#startedAtMs;
    this.trace?.ended(this);
    this.#stage.observe(this);
  }

  /** One line for the operator about why this request failed. */
  report(detail: string): void {
    this.#stage.report(detail, this);
  }

  /** A failure as the client is told of it, in the API's own words where it has some. */
  renderFailure(failure: GatewayFailure): RenderedFailure {
    this.#failure = failure;
    const { wordFailure } = this.#stage;
    return wordFailure === undefined ? renderFailure(failure) : wordFailure(failure, this);
  }

  /** Undefined for a request that has not failed. */
  get failure(): GatewayFailure | undefined {
    return this.#failure;
  }

  /** What the client is told of a failure; null where AWS tells nothing, undefined where nothing failed. */
  get failureMessage(): string | null | undefined {
    return this.#failure === undefined ? undefined : messageOf(this.#failure);
  }

  get headers(): HeaderList {
    return this.#exchange.headers;
  }

  /** A parameter of the request; of several values the last (fact D10), of headers whatever their case. */
  parameter(location: 'path' | 'querystring' | 'header', name: string): string | undefined {
    if (location === 'header') return firstHeader(this.headers, name.toLowerCase());
    if (location === 'querystring') return parseQuery(this.#address.query).findLast(([key]) => key === name)?.[1];
    const parameters = this.#pathParameters;
    return parameters !== undefined && Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  }

  get status(): number {
    return this.#status;
  }

  get responseLength(): number {
    return this.#responseLength;
  }

  get latencyMs(): number {
    return this.#latencyMs;
  }

  get integrationLatencyMs(): number | undefined {
    const wasCalled = this.#cacheResult === undefined || this.#cacheResult === 'miss';
    return wasCalled ? this.#integrationLatencyMs : undefined;
  }

  get extendedRequestId(): string {
    this.#extendedRequestId ??= this.#stage.ids.extendedRequestId();
    return this.#extendedRequestId;
  }

  /** The value of `X-Amzn-Trace-Id` for the integration and for the client. */
  get traceId(): string {
    this.#traceId ??= this.#stage.ids.traceId(this.#exchange.headers, this.requestTimeEpoch);
    return this.#traceId;
  }

  /** Called for a sampled request, by whoever samples it. */
  tracedAs(traceId: string): void {
    this.#traceId = traceId;
    this.#stage.traced?.(this.#exchange, traceId);
  }

  /**
   * With the stage, or as the client sent it to a custom domain name; percent-encoding and repeated slashes as received (facts
   * D7, D8, D14).
   */
  get path(): string {
    const { domain } = this.#address;
    if (domain !== undefined) return domain.path;
    return `/${this.#stage.facts.stage}${this.#address.path}`;
  }

  /** Always this, whatever the client spoke (features A2.17). */
  get protocol(): string {
    return 'HTTP/1.1';
  }

  get requestTime(): string {
    return requestTime(this.requestTimeEpoch);
  }

  /** The base path of a custom domain name's mapping; undefined at an address of the API itself (fact D153). */
  get basePathMatched(): string | undefined {
    return this.#address.domain?.basePath;
  }

  /** The id of a custom domain name's routing rule; undefined at an address of the API itself. */
  get routingRuleIdMatched(): string | undefined {
    return this.#address.domain?.ruleId;
  }

  /** The client's certificate behind mutual TLS; undefined without. */
  get clientCert(): ClientCert | undefined {
    const certificate = this.#address.domain?.clientCertificate;
    return certificate && clientCertOf(certificate);
  }

  get domainName(): string {
    return this.#address.domainName;
  }

  /** The first label of the domain name. */
  get domainPrefix(): string {
    const { domainName } = this.#address;
    const dot = domainName.indexOf('.');
    return dot < 0 ? domainName : domainName.slice(0, dot);
  }

  /** Undefined until a resource was found. */
  get resourceId(): string | undefined {
    return this.#resource?.resourceId;
  }

  get resourcePath(): string | undefined {
    return this.#resource?.resourcePath;
  }

  /** The direct TCP peer. */
  get sourceIp(): string {
    return this.#exchange.peer.address;
  }

  /** The connection's TLS; undefined without. */
  get tls(): PeerTls | undefined {
    return this.#exchange.peer.tls;
  }

  get userAgent(): string | undefined {
    return firstHeader(this.#exchange.headers, 'user-agent');
  }
}
