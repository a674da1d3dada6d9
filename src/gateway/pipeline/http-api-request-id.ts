import { FieldLines, FieldName } from '../../http/index.ts';
import type { AddIds } from './response.ts';

const REQUEST_ID = new FieldName('apigw-requestid');

/** Answers of HTTP APIs carry one id (features A3.17). */
export const withHttpApiId: AddIds = (headers, { extendedRequestId }) => {
  if (!(headers instanceof FieldLines)) return [...headers, REQUEST_ID.text, extendedRequestId];
  headers.pass(REQUEST_ID, extendedRequestId);
  return headers;
};
