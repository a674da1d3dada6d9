import { OTLPExporterBase } from '@opentelemetry/otlp-exporter-base';
import { convertLegacyHttpOptions, createOtlpHttpExportDelegate } from '@opentelemetry/otlp-exporter-base/node-http';
import type { IExporterMetricsHelper, ISerializer } from '@opentelemetry/otlp-transformer';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import type { OtlpTarget } from './targets.ts';

/** Who says something: what runs, and by what of it. */
export interface Origin {
  readonly resource: ReturnType<typeof defaultResource>;
  readonly scope: { readonly name: string; readonly version: string };
}

/** How a signal is written. */
export interface Wire<Data> {
  readonly protobuf: ISerializer<Data, unknown>;
  readonly json: ISerializer<Data, unknown>;
  readonly helper: IExporterMetricsHelper<Data>;
}

/**
 * OpenTelemetry's exporter of a target: it reads the variables that are its own, compresses, and tries again with growing pauses,
 * for as long as its timeout lets it.
 * @returns why what was to be sent has not arrived; undefined when it has
 */
export function openSender<Data>(
  { signal, endpoint, protocol }: OtlpTarget,
  wire: Wire<Data>,
): (data: Data) => Promise<string | undefined> {
  const path = `v1/${signal}`;
  const isJson = protocol === 'http/json';
  const options = convertLegacyHttpOptions(
    endpoint === undefined ? {} : { url: `${endpoint.replace(/\/+$/, '')}/${path}` },
    signal.toUpperCase(),
    path,
    { 'Content-Type': isJson ? 'application/json' : 'application/x-protobuf' },
  );
  const serializer = isJson ? wire.json : wire.protobuf;
  const component = `otlp_${isJson ? 'http_json' : 'http'}_${wire.helper.name}_exporter`;
  const exporter = new OTLPExporterBase(
    createOtlpHttpExportDelegate(options, serializer, component, wire.helper, undefined),
  );
  return (data) =>
    new Promise((resolve) => {
      exporter.export(data, ({ code, error }) => resolve(code === 0 ? undefined : problemOf(error)));
    });
}

/** Such as `Not Found (404)` or `connect ECONNREFUSED 127.0.0.1:4318 (ECONNREFUSED)`; what the endpoint said besides is not looked at. */
function problemOf(error: (Error & { readonly code?: string | number }) | undefined): string {
  if (error === undefined) return 'unknown';
  const text = error.message || error.name;
  return error.code === undefined ? text : `${text} (${error.code})`;
}

/** What the operator says of his resource in `OTEL_RESOURCE_ATTRIBUTES` and `OTEL_SERVICE_NAME` goes before what we say. */
export function originOf(version: string): Origin {
  return {
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'sallyport', 'service.version': version }))
      .merge(detectResources({ detectors: [envDetector] })),
    scope: { name: 'sallyport', version },
  };
}
