import type { SdkOperation } from '../api.ts';
import { commentText, distinct } from '../names.ts';
import type { JavaContext } from './context.ts';
import { fieldName } from './names.ts';
import { readValue, typeText } from './types.ts';

const METHODS = { path: 'path', query: 'query', header: 'header' } as const;

/** What an operation is given: every parameter by a fluent setter. */
export function requestClass(
  name: string,
  { httpMethod, path, parameters, requestModel }: SdkOperation,
  context: JavaContext,
) {
  const { packageName, classes } = context;
  const model = requestModel === undefined ? undefined : context.models.get(requestModel);
  const bodyType = model === undefined ? 'Object' : typeText({ kind: 'model', name: model.name }, context);
  const taken = new Set(['call']);
  const bodyName = distinct(
    fieldName(requestModel === undefined ? 'body' : (classes.get(requestModel) ?? 'body')),
    taken,
  );
  const fields = parameters.map((parameter) => ({ ...parameter, field: distinct(fieldName(parameter.name), taken) }));
  const bodyValue = model?.type.kind === 'object' ? `${bodyName} == null ? null : ${bodyName}.toJson()` : bodyName;
  return `package ${packageName}.model;

import ${packageName}.internal.Core;

/** ${httpMethod} ${commentText(path)} */
public final class ${name} {
${fields.map(({ field }) => `    private Object ${field};`).join('\n')}
    private ${bodyType} ${bodyName};

${fields
  .map(
    ({ field }) => `    public ${name} ${field}(Object value) {
        this.${field} = value;
        return this;
    }
`,
  )
  .join('\n')}
    public ${name} ${bodyName}(${bodyType} value) {
        this.${bodyName} = value;
        return this;
    }

    public Core.Call call() {
        return new Core.Call("${httpMethod}", ${JSON.stringify(path)})
${fields.map((parameter) => `            .${METHODS[parameter.in]}(${JSON.stringify(parameter.name)}, ${parameter.field})`).join('\n')}
            .body(${bodyValue});
    }
}
`;
}

/** What an operation gives. */
export function resultClass(name: string, { responseModel }: SdkOperation, context: JavaContext): string {
  const type = responseModel === undefined ? undefined : ({ kind: 'model', name: responseModel } as const);
  const text = type === undefined ? 'Object' : typeText(type, context);
  const value = type === undefined ? 'answer.json()' : readValue(type, 'answer.json()', context);
  const modelGetter = responseModel === undefined ? undefined : context.classes.get(responseModel);
  const getter = modelGetter === undefined || modelGetter === 'Result' ? [] : [`get${modelGetter}`];
  return `package ${context.packageName}.model;

import ${context.packageName}.internal.Core;
import java.util.List;
import java.util.Map;

/** What came back. */
public final class ${name} {
    private final Core.Answer answer;

    public ${name}(Core.Answer answer) {
        this.answer = answer;
    }

    /** The body. */
    @SuppressWarnings("unchecked")
    public ${text} getResult() {
        return ${value};
    }
${getter
  .map(
    (method) => `
    public ${text} ${method}() {
        return getResult();
    }
`,
  )
  .join('')}
    public int sdkStatusCode() {
        return answer.status;
    }

    /** The body as it came. */
    public byte[] sdkBytes() {
        return answer.bytes;
    }

    public Map<String, List<String>> sdkHeaders() {
        return answer.headers;
    }
}
`;
}
