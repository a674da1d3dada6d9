import { resolveShapes } from './resolve-shapes.ts';
import type { SchemaFile, ServiceMetadata } from './schema-file.ts';
import type { Shape, StructureShape } from './shape.ts';

export interface Operation {
  /** As AWS spells it: `CreateRestApi`. */
  readonly name: string;
  /** As handlers are keyed: `createRestApi`. */
  readonly handlerName: string;
  readonly http?: {
    readonly method: string;
    /** Path template, with `?key=value` literals where they tell operations apart. */
    readonly uri: string;
    readonly statusCode: number;
  };
  /** Absent when the operation takes nothing. */
  readonly input?: StructureShape;
  /** Absent when the operation gives nothing. */
  readonly output?: StructureShape;
  /** Which of input and output is an event stream; `input` when both are. */
  readonly eventStream?: 'input' | 'output';
}

/** One service's schema, resolved. */
export interface ServiceSchema extends ServiceMetadata {
  /** By name. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** By the shape's name and, where it differs, by its aws-query code. */
  readonly errors: ReadonlyMap<string, StructureShape>;
}

/** @throws when the file contradicts itself */
export function serviceSchema(file: SchemaFile): ServiceSchema {
  const shapes = resolveShapes(file.shapes);
  return { ...file.service, operations: operationsOf(file, shapes), errors: errorsOf(shapes) };
}

function operationsOf(file: SchemaFile, shapes: ReadonlyMap<string, Shape>): ReadonlyMap<string, Operation> {
  const structure = (name: string | undefined): StructureShape | undefined => {
    const shape = name === undefined ? undefined : shapes.get(name);
    return shape && isStructure(shape) ? shape : undefined;
  };
  const operations = Object.entries(file.operations).map(([name, entry]): [string, Operation] => {
    const input = structure(entry.input);
    const output = structure(entry.output);
    const operation: Operation = {
      name,
      handlerName: name.charAt(0).toLowerCase() + name.slice(1),
      ...(entry.http && { http: { method: entry.http[0], uri: entry.http[1], statusCode: entry.http[2] } }),
      ...(input && { input }),
      ...(output && { output }),
      ...(hasEventStream(output) && { eventStream: 'output' }),
      ...(hasEventStream(input) && { eventStream: 'input' }),
    };
    return [name, operation];
  });
  return new Map(operations);
}

function errorsOf(shapes: ReadonlyMap<string, Shape>): ReadonlyMap<string, StructureShape> {
  const errors = [...shapes.values()].filter(isStructure).filter((shape) => shape.error !== undefined);
  const byQueryCode = errors.flatMap((shape): [string, StructureShape][] =>
    shape.error?.awsQueryCode === undefined ? [] : [[shape.error.awsQueryCode, shape]],
  );
  return new Map([...byQueryCode, ...errors.map((shape): [string, StructureShape] => [shape.name, shape])]);
}

function hasEventStream(shape: StructureShape | undefined): boolean {
  return shape?.members.some((member) => member.shape.kind === 'union' && member.traits.streaming === true) ?? false;
}

function isStructure(shape: Shape): shape is StructureShape {
  return shape.kind === 'structure' || shape.kind === 'union';
}
