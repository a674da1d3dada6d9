/** Where spans are sent, and how. */
export interface OtlpTarget {
  /** The base, to which `/v1/traces` is added; undefined where OpenTelemetry's own variables name it. */
  readonly endpoint: string | undefined;
  readonly protocol: 'http/protobuf' | 'http/json';
}

/**
 * Where OpenTelemetry's variables or our own setting say (OpenTelemetry, "OTLP Exporter Configuration", "SDK Environment Variables").
 * Headers, timeouts, certificates and compression are read from those variables by the exporter itself.
 * @param endpoint of the setting
 * @returns undefined where nothing is sent
 */
export function otlpTargetOf(
  endpoint: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): OtlpTarget | undefined {
  const given = (name: string) => environment[name]?.trim() || undefined;
  const isOff = given('OTEL_SDK_DISABLED')?.toLowerCase() === 'true' || given('OTEL_TRACES_EXPORTER') === 'none';
  const named = endpoint ?? given('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT') ?? given('OTEL_EXPORTER_OTLP_ENDPOINT');
  if (isOff || named === undefined) return undefined;
  const protocol = given('OTEL_EXPORTER_OTLP_TRACES_PROTOCOL') ?? given('OTEL_EXPORTER_OTLP_PROTOCOL');
  return { endpoint, protocol: protocol === 'http/json' ? 'http/json' : 'http/protobuf' };
}
