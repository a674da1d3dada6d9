/** The Java client: classes named as AWS names them (guide page how-to-call-apigateway-generated-java-sdk), over Java 11 alone. */
import type { SdkApi } from '../api.ts';
import { capitalized, distinct, identifier, nameOperations } from '../names.ts';
import type { JavaContext, JavaParameters, NamedOperation } from './context.ts';
import { coreFiles } from './core.ts';
import { requestClass, resultClass } from './message-classes.ts';
import { modelClass } from './model-class.ts';
import { CLASSES, operationName } from './names.ts';
import { pom } from './pom.ts';
import { exceptionClass, serviceClass } from './service-class.ts';

export function generateJava(api: SdkApi, parameters: JavaParameters): Readonly<Record<string, string>> {
  const { serviceName, javaPackageName } = parameters;
  const folder = `generated-code/src/main/java/${javaPackageName.replaceAll('.', '/')}`;
  const taken = new Set([...CLASSES, serviceName]);
  const classes = new Map(
    api.models.map(({ name }) => [name, distinct(capitalized(identifier(name, 'Model')), taken)]),
  );
  const models = new Map(api.models.map((model) => [model.name, model]));
  const named = nameOperations(api.operations, operationName, ['builder']);
  const operations = named.map(
    ({ name, operation }): NamedOperation => ({
      name,
      operation,
      request: distinct(`${capitalized(name)}Request`, taken),
      result: distinct(`${capitalized(name)}Result`, taken),
    }),
  );
  const context: JavaContext = { packageName: javaPackageName, classes, models };
  const files: [string, string][] = [
    ...Object.entries(coreFiles(javaPackageName)),
    [`${serviceName}.java`, serviceClass(api, serviceName, operations, context)],
    [`${serviceName}Exception.java`, exceptionClass(serviceName, javaPackageName)],
    ...api.models.flatMap((model): readonly [string, string][] =>
      model.type.kind === 'object' ? [[`model/${classes.get(model.name)}.java`, modelClass(model, context)]] : [],
    ),
    ...operations.flatMap(({ operation, request, result }): readonly [string, string][] => [
      [`model/${request}.java`, requestClass(request, operation, context)],
      [`model/${result}.java`, resultClass(result, operation, context)],
    ]),
  ];
  return {
    'generated-code/pom.xml': pom(parameters),
    ...Object.fromEntries(files.map(([name, text]) => [`${folder}/${name}`, text])),
  };
}
