import { parseJson } from '../../json/index.ts';
import { type HostObject, MethodError, textOf, type Value } from '../values/index.ts';
import { escapeJavaScript } from './escape-java-script.ts';
import { formDecode, formEncode } from './form-encoding.ts';

/** `$util` (guide, "Util variables"; facts D42, D43). Texts are UTF-8. */
export class UtilVariable implements HostObject {
  get(): undefined {
    return undefined;
  }

  call(name: string, args: readonly Value[]): Value | undefined {
    const [value = null] = args;
    if (args.length !== 1) return undefined;
    switch (name) {
      case 'escapeJavaScript':
        return escaped(value);
      case 'parseJson':
        return typeof value === 'string' ? parseJson(value) : value;
      case 'urlEncode':
        return formEncode(textOf(value));
      case 'urlDecode':
        return decode(textOf(value));
      case 'base64Encode':
        return Buffer.from(textOf(value)).toString('base64');
      case 'base64Decode':
        return Buffer.from(textOf(value), 'base64').toString();
      default:
        return undefined;
    }
  }

  text(): string {
    return '';
  }
}

/** Fact D42: nothing gives `null`, the empty text `{}`. */
function escaped(value: Value): string {
  if (value === null) return 'null';
  const text = textOf(value);
  return text === '' ? '{}' : escapeJavaScript(text);
}

function decode(text: string): string {
  try {
    return formDecode(text);
  } catch (error) {
    throw new MethodError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
