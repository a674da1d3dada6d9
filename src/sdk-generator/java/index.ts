/** The Java client: classes named as AWS names them (guide page how-to-call-apigateway-generated-java-sdk), over Java 11 alone. */
import type { SdkApi, SdkOperation } from '../api.ts';
import { capitalized, commentText, distinct, identifier, nameOperations } from '../names.ts';
import type { JavaContext } from './context.ts';
import { coreFiles } from './core.ts';
import { modelClass } from './model-class.ts';
import { CLASSES, fieldName, operationName } from './names.ts';
import { readValue, typeText } from './types.ts';

export interface JavaParameters {
  /** The client's class, such as `SimpleCalcSdk`. */
  readonly serviceName: string;
  readonly javaPackageName: string;
  readonly groupId?: string;
  readonly artifactId?: string;
  readonly artifactVersion?: string;
}

export function generateJava(api: SdkApi, parameters: JavaParameters): Readonly<Record<string, string>> {
  const { serviceName, javaPackageName } = parameters;
  const folder = `generated-code/src/main/java/${javaPackageName.replaceAll('.', '/')}`;
  const taken = new Set([...CLASSES, serviceName]);
  const classes = new Map(
    api.models.map(({ name }) => [name, distinct(capitalized(identifier(name, 'Model')), taken)]),
  );
  const models = new Map(api.models.map((model) => [model.name, model]));
  const operations = nameOperations(api.operations, operationName, ['builder']).map(({ name, operation }) => ({
    name,
    operation,
    request: distinct(`${capitalized(name)}Request`, taken),
    result: distinct(`${capitalized(name)}Result`, taken),
  }));
  const context: JavaContext = { packageName: javaPackageName, classes, models };
  const files: [string, string][] = [
    ['../../../../pom.xml', pom(parameters)],
    ...Object.entries(coreFiles(javaPackageName)),
    [`${serviceName}.java`, service(api, serviceName, operations, context)],
    [`${serviceName}Exception.java`, exception(serviceName, javaPackageName)],
    ...api.models.flatMap((model): readonly [string, string][] =>
      model.type.kind === 'object' ? [[`model/${classes.get(model.name)}.java`, modelClass(model, context)]] : [],
    ),
    ...operations.flatMap(({ operation, request, result }): readonly [string, string][] => [
      [`model/${request}.java`, requestClass(request, operation, context)],
      [`model/${result}.java`, resultClass(result, operation, context)],
    ]),
  ];
  return Object.fromEntries(
    files.map(([name, text]) => [name.endsWith('pom.xml') ? 'generated-code/pom.xml' : `${folder}/${name}`, text]),
  );
}

interface NamedOperation {
  readonly name: string;
  readonly operation: SdkOperation;
  readonly request: string;
  readonly result: string;
}

function service(
  api: SdkApi,
  serviceName: string,
  operations: readonly NamedOperation[],
  { packageName }: JavaContext,
): string {
  const error = `${serviceName}Exception`;
  return `package ${packageName};

import ${packageName}.internal.Core;
import ${packageName}.model.*;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Client of the API ${commentText(api.name)}. */
public final class ${serviceName} {
    private final Core core;

    private ${serviceName}(Core core) {
        this.core = core;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Everything is optional. With credentials requests are signed, with an API key they carry x-api-key. */
    public static final class Builder {
        private final Core core = new Core();

        private Builder() {
            core.endpoint = ${JSON.stringify(api.endpoint)};
            core.region = ${JSON.stringify(api.region)};
        }

        public Builder endpoint(String endpoint) {
            core.endpoint = endpoint.replaceAll("/+$", "");
            return this;
        }

        public Builder iamRegion(String region) {
            core.region = region;
            return this;
        }

        public Builder iamCredentials(String accessKey, String secretKey) {
            core.accessKey = accessKey;
            core.secretKey = secretKey;
            return this;
        }

        public Builder sessionToken(String sessionToken) {
            core.sessionToken = sessionToken;
            return this;
        }

        public Builder apiKey(String apiKey) {
            core.apiKey = apiKey;
            return this;
        }

        public Builder timeout(java.time.Duration timeout) {
            core.timeout = timeout;
            return this;
        }

        public ${serviceName} build() {
            return new ${serviceName}(core);
        }
    }

${operations
  .map(
    ({ name, operation, request, result }) => `    /** ${operation.httpMethod} ${commentText(operation.path)} */
    public ${result} ${name}(${request} request) {
        return new ${result}(send(request.call()));
    }
`,
  )
  .join('\n')}
    /** Nothing has to be let go of; here for programs that were written for clients that have. */
    public void shutdown() {
    }

    private Core.Answer send(Core.Call call) {
        try {
            Core.Answer answer = core.send(call);
            if (answer.status >= 300) throw new ${error}(answer.status, answer.body);
            return answer;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
`;
}

function exception(serviceName: string, packageName: string): string {
  return `package ${packageName};

/** An answer with a status of 300 or above. */
public class ${serviceName}Exception extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int statusCode;
    private final String body;

    public ${serviceName}Exception(int statusCode, String body) {
        super("Request failed with status code " + statusCode);
        this.statusCode = statusCode;
        this.body = body;
    }

    public int getStatusCode() {
        return statusCode;
    }

    public String getBody() {
        return body;
    }
}
`;
}

const METHODS = { path: 'path', query: 'query', header: 'header' } as const;

function requestClass(
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

function resultClass(name: string, { responseModel }: SdkOperation, context: JavaContext): string {
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

    public Map<String, List<String>> sdkHeaders() {
        return answer.headers;
    }
}
`;
}

function pom({ serviceName, groupId, artifactId, artifactVersion, javaPackageName }: JavaParameters): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>${xml(groupId ?? javaPackageName)}</groupId>
  <artifactId>${xml(artifactId ?? serviceName)}</artifactId>
  <version>${xml(artifactVersion ?? '1.0-SNAPSHOT')}</version>
  <name>${xml(serviceName)}</name>
  <properties>
    <maven.compiler.release>11</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
</project>
`;
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
