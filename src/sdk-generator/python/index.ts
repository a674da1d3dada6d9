/** The Python client, an extension of ours: a package over the standard library, with models as `TypedDict`s. */
import type { SdkApi, SdkModel, SdkOperation, SdkType } from '../api.ts';
import { commentText, distinct, identifier, nameOperations, pathWords, wordsOf } from '../names.ts';
import { CORE } from './core.ts';
import { KEYWORDS } from './keywords.ts';

const FOLDER = 'apiGateway-python-sdk/api_client';

export function generatePython(api: SdkApi): Readonly<Record<string, string>> {
  return {
    [`${FOLDER}/__init__.py`]:
      'from ._core import ApiError, Response\nfrom .client import Client\n\n__all__ = ["ApiError", "Client", "Response"]\n',
    [`${FOLDER}/_core.py`]: CORE,
    [`${FOLDER}/models.py`]: models(api.models),
    [`${FOLDER}/client.py`]: client(api),
  };
}

function client({ name, endpoint, region, operations }: SdkApi): string {
  return `"""Client of the API ${docText(name)}."""
from . import _core


class Client:
    """Everything is optional. With access_key and secret_key requests are signed, with api_key they carry x-api-key."""

    def __init__(
        self,
        endpoint=${JSON.stringify(endpoint)},
        region=${JSON.stringify(region)},
        access_key=None,
        secret_key=None,
        session_token=None,
        api_key=None,
        timeout=30,
    ):
        self.endpoint = endpoint.rstrip("/")
        self.region = region
        self.access_key = access_key
        self.secret_key = secret_key
        self.session_token = session_token
        self.api_key = api_key
        self.timeout = timeout

${nameOperations(operations, operationName, FIELDS)
  .map(({ name: method, operation }) => methodText(method, operation))
  .join('\n')}`;
}

const FIELDS = ['endpoint', 'region', 'access_key', 'secret_key', 'session_token', 'api_key', 'timeout'];

/** `GET /pets/{petId}` is `get_pets_pet_id`, `GET /` is `get_root`. */
function operationName({ operationName: given, path, httpMethod }: SdkOperation): string {
  const own = given === undefined ? [] : wordsOf(given);
  if (own.length > 0) return snake(own, 'operation');
  const words = pathWords(path).flatMap(wordsOf);
  return snake([httpMethod, ...(words.length > 0 ? words : ['root'])], 'operation');
}

function snake(words: readonly string[], fallback: string): string {
  const name = identifier(words.map((word) => word.toLowerCase()).join('_'), fallback);
  return KEYWORDS.has(name) ? `${name}_` : name;
}

function methodText(name: string, operation: SdkOperation): string {
  const { httpMethod, path, parameters, requestModel, responseModel } = operation;
  const taken = new Set(['self', 'body', 'headers', 'query_params']);
  const given = parameters.map((parameter) => ({
    ...parameter,
    argument: distinct(snake(wordsOf(parameter.name), 'parameter'), taken),
  }));
  const needed = given.filter(({ required }) => required).map(({ argument }) => argument);
  const optional = given.filter(({ required }) => !required).map(({ argument }) => `${argument}=None`);
  const arguments_ = ['self', ...needed, ...optional, 'body=None', 'headers=None', 'query_params=None'];
  const map = (where: string) =>
    `{${given
      .filter((parameter) => parameter.in === where)
      .map(({ name: key, argument }) => `${JSON.stringify(key)}: ${argument}`)
      .join(', ')}}`;
  const about = [
    `${httpMethod} ${docText(path)}`,
    ...(requestModel === undefined ? [] : [`body: models.${requestModel}`]),
    ...(responseModel === undefined ? [] : [`data: models.${responseModel}`]),
  ];
  return `    def ${name}(${arguments_.join(', ')}):
        """${about.join('; ')}"""
        return _core.send(
            self, "${httpMethod}", ${JSON.stringify(path)}, ${map('path')}, ${map('query')}, ${map('header')}, body, headers, query_params
        )
`;
}

/** Functional `TypedDict`s: properties may have any name, and models may refer to each other in circles. */
function models(all: readonly SdkModel[]): string {
  const names = new Map(all.map(({ name }) => [name, KEYWORDS.has(name) ? `${name}_` : identifier(name, 'Model')]));
  const declarations = all.map(({ name, description, type }) => {
    const comment = description === undefined ? '' : `# ${commentText(description)}\n`;
    const known = names.get(name) ?? name;
    if (type.kind !== 'object') return `${comment}${known} = ${typeText(type, names)}\n`;
    const fields = type.properties.map(
      (property) => `${JSON.stringify(property.name)}: ${typeText(property.type, names)}`,
    );
    return `${comment}${known} = TypedDict(${JSON.stringify(known)}, {${fields.join(', ')}}, total=False)\n`;
  });
  return `"""The API's models, as types for editors and checkers."""
from typing import Any, Dict, List

try:
    from typing import TypedDict
except ImportError:  # Python 3.7
    TypedDict = lambda name, fields, total=True: dict

${declarations.join('\n')}`;
}

function typeText(type: SdkType, names: ReadonlyMap<string, string>): string {
  switch (type.kind) {
    case 'string':
    case 'enum':
      return 'str';
    case 'number':
      return 'float';
    case 'integer':
      return 'int';
    case 'boolean':
      return 'bool';
    case 'any':
      return 'Any';
    case 'array':
      return `List[${typeText(type.items, names)}]`;
    case 'object':
      return 'Dict[str, Any]';
    case 'model':
      return JSON.stringify(names.get(type.name) ?? 'Any');
  }
}

/** Text for a docstring. */
function docText(text: string): string {
  return commentText(text).replaceAll('\\', '/').replaceAll('"', "'");
}
