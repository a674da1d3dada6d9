import { FieldName } from '../../http/index.ts';

/** The fields that every answer of a stage carries (fact D18). */
export const REQUEST_ID: FieldName = new FieldName('x-amzn-RequestId');
export const EXTENDED_REQUEST_ID: FieldName = new FieldName('x-amz-apigw-id');
