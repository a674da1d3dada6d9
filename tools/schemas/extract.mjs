import { isDeepStrictEqual } from 'node:util';
import { memberTraits } from './traits.mjs';

/** The first element of a schema in the SDK's run-time form (`@smithy/core/schema`) tells what it describes. */
const KIND = { SIMPLE: 0, LIST: 1, MAP: 2, STRUCTURE: 3, UNION: 4, OPERATION: 9, ERROR: -3, UNIT: 'unit' };

/**
 * Turns one SDK client module into the plain schema of `src/control/schema/schema-file.ts`.
 * @param service an entry of `SERVICES`
 * @param client the imported `@aws-sdk/client-*` module
 */
export function extractSchema(service, client) {
  const shapes = new Shapes();
  const operations = {};
  const exported = Object.keys(client)
    .filter((name) => name.endsWith('$'))
    .map((name) => client[name]);
  for (const schema of exported) {
    if (schema[0] === KIND.OPERATION) operations[schema[2]] = operationEntry(schema, shapes);
    // Errors stand in no operation's input or output, so they are collected by themselves.
    else if (schema[0] === KIND.ERROR && !schema[1].startsWith('smithy.ts.')) shapes.reference(schema);
  }
  return { service: serviceEntry(service, client), operations: sorted(operations), shapes: sorted(shapes.entries) };
}

function serviceEntry({ name, protocols }, module) {
  const clientName = Object.keys(module).find((key) => key.endsWith('Client') && key !== '__Client');
  const { config } = new module[clientName]({
    region: 'us-east-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  });
  const { defaultNamespace, serviceTarget, version, xmlNamespace, awsQueryCompatible } = config.protocolSettings;
  return {
    name,
    serviceId: config.serviceId,
    apiVersion: version,
    signingName: config.defaultSigningName,
    namespace: defaultNamespace,
    targetPrefix: serviceTarget,
    protocols,
    ...(xmlNamespace && { xmlNamespace }),
    ...(awsQueryCompatible && { awsQueryCompatible: true }),
  };
}

function operationEntry([, , , traits, input, output], shapes) {
  return {
    ...(traits.http && { http: traits.http }),
    ...unlessUnit('input', shapes.reference(input)),
    ...unlessUnit('output', shapes.reference(output)),
  };
}

function unlessUnit(key, reference) {
  return reference === KIND.UNIT ? {} : { [key]: reference };
}

/** Collects every shape that can be reached, each once, under its name. */
class Shapes {
  entries = {};
  #schemas = new Set();

  /**
   * What stands in a member's place: a number for a simple type (the SDK's sentinels), a name for a collected shape, or
   * `[either, traits]`.
   */
  reference(schema) {
    const resolved = typeof schema === 'function' ? schema() : schema;
    if (resolved === KIND.UNIT || typeof resolved === 'number') return resolved;
    if (isMember(resolved)) return withTraits(this.reference(resolved[0]), memberTraits(resolved[1]));
    const [kind, , name, traits] = resolved;
    if (kind === KIND.UNIT) return KIND.UNIT;
    if (kind === KIND.SIMPLE) return withTraits(resolved[4], memberTraits(traits));
    this.#collect(name, resolved);
    return withTraits(name, memberTraits(traits));
  }

  #collect(name, schema) {
    if (this.#schemas.has(schema)) return;
    this.#schemas.add(schema);
    const entry = this.#entry(schema);
    // The SDK may spell a list or a map out again at each use; a name must still mean one thing.
    const known = this.entries[name];
    if (known && !isDeepStrictEqual(known, entry)) throw new Error(`Two different shapes are called ${name}.`);
    this.entries[name] = entry;
  }

  #entry([kind, , name, traits, first, second, requiredCount = 0]) {
    switch (kind) {
      case KIND.LIST:
        return { kind: 'list', member: this.reference(first) };
      case KIND.MAP:
        return { kind: 'map', key: this.reference(first), value: this.reference(second) };
      case KIND.STRUCTURE:
        return this.#structure('structure', first, second, requiredCount);
      case KIND.UNION:
        return this.#structure('union', first, second, requiredCount);
      case KIND.ERROR:
        return { ...this.#structure('structure', first, second, requiredCount), error: errorEntry(traits) };
      default:
        throw new Error(`The shape ${name} is of a kind that is not known here: ${kind}.`);
    }
  }

  #structure(kind, names, schemas, requiredCount) {
    const members = Object.fromEntries(names.map((name, index) => [name, this.reference(schemas[index])]));
    return { kind, ...(requiredCount > 0 && { required: requiredCount }), members };
  }
}

/** A member is a pair of a schema and its traits; every other schema is longer. */
function isMember(schema) {
  return Array.isArray(schema) && schema.length === 2;
}

function withTraits(reference, traits) {
  if (Object.keys(traits).length === 0) return reference;
  if (Array.isArray(reference)) return [reference[0], { ...reference[1], ...traits }];
  return [reference, traits];
}

/** The SDK leaves `httpError` out where the default of the fault's kind applies. */
function errorEntry({ error, httpError, awsQueryError }) {
  return {
    statusCode: httpError ?? (error === 'server' ? 500 : 400),
    ...(awsQueryError && { awsQueryCode: awsQueryError[0] }),
  };
}

function sorted(record) {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
