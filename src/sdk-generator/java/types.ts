import type { SdkType } from '../api.ts';
import type { JavaContext } from './context.ts';

/** The Java type of values; models that are no objects are what they are made of. */
export function typeText(type: SdkType, context: JavaContext, level = 0): string {
  switch (type.kind) {
    case 'string':
    case 'enum':
      return 'String';
    case 'number':
      return 'Double';
    case 'integer':
      return 'Long';
    case 'boolean':
      return 'Boolean';
    case 'any':
      return 'Object';
    case 'object':
      return 'Map<String, Object>';
    case 'array':
      return `List<${typeText(type.items, context, level + 1)}>`;
    case 'model': {
      const model = context.models.get(type.name);
      if (!model || level > MOST_LEVELS) return 'Object';
      if (model.type.kind !== 'object') return typeText(model.type, context, level + 1);
      return `${context.packageName}.model.${context.classes.get(type.name)}`;
    }
  }
}

/** Models that are lists of each other end somewhere. */
const MOST_LEVELS = 10;

/** An expression that makes such a value out of what JSON gave; null stays null. */
export function readValue(type: SdkType, json: string, context: JavaContext, level = 0): string {
  switch (type.kind) {
    case 'string':
    case 'enum':
      return `Core.Convert.toText(${json})`;
    case 'boolean':
      return `Core.Convert.toFlag(${json})`;
    case 'number':
      return `Core.Convert.toDouble(${json})`;
    case 'integer':
      return `Core.Convert.toLong(${json})`;
    case 'any':
      return json;
    case 'object':
      return `Core.Convert.toMap(${json})`;
    case 'array': {
      const item = `item${level}`;
      const inner = readValue(type.items, item, context, level + 1);
      return `Core.Convert.toList(${json}, (Object ${item}) -> ${inner})`;
    }
    case 'model': {
      const model = context.models.get(type.name);
      if (!model || level > MOST_LEVELS) return json;
      if (model.type.kind !== 'object') return readValue(model.type, json, context, level + 1);
      return `${context.packageName}.model.${context.classes.get(type.name)}.fromJson(${json})`;
    }
  }
}

/** An expression that makes JSON out of such a value. */
export function writeValue(type: SdkType, value: string, context: JavaContext, level = 0): string {
  if (type.kind === 'array') {
    const item = `item${level}`;
    const itemType = typeText(type.items, context);
    return `Core.Convert.toList(${value}, (${itemType} ${item}) -> ${writeValue(type.items, item, context, level + 1)})`;
  }
  if (type.kind !== 'model') return value;
  const model = context.models.get(type.name);
  if (!model || level > MOST_LEVELS) return value;
  if (model.type.kind !== 'object') return writeValue(model.type, value, context, level + 1);
  return `(${value} == null ? null : ${value}.toJson())`;
}
