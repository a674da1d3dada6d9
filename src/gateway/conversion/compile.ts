import type { ContentHandling } from '../../model/index.ts';
import { acceptedType, type MediaTypes, matchesMediaType, mediaTypeOf } from '../text/index.ts';
import { type Conversion, conversionOf } from './convert.ts';

/**
 * Which conversion a payload needs.
 * @param contentType of the payload
 * @param accept the request's `Accept`; of no concern for a request's own payload
 */
export type PayloadConversion = (contentType: string | undefined, accept: string | undefined) => Conversion;

/**
 * Compiles the conversion of a request's payload (fact D73): without `contentHandling` it goes on as what it is.
 * @returns undefined when no request can need one
 */
export function compileRequestConversion(
  binaryMediaTypes: MediaTypes,
  contentHandling: ContentHandling | undefined,
): PayloadConversion | undefined {
  if (contentHandling === undefined) return undefined;
  if (contentHandling === 'CONVERT_TO_TEXT' && binaryMediaTypes.length === 0) return undefined;
  return (contentType) => conversionOf(isBinary(binaryMediaTypes, contentType), false, contentHandling);
}

/**
 * Compiles the conversion of a backend's payload (fact D74): without `contentHandling` it becomes what the first media type
 * says that the client accepts.
 * @returns undefined when no response can need one
 */
export function compileResponseConversion(
  binaryMediaTypes: MediaTypes,
  contentHandling: ContentHandling | undefined,
): PayloadConversion | undefined {
  if (contentHandling !== 'CONVERT_TO_BINARY' && binaryMediaTypes.length === 0) return undefined;
  return (contentType, accept) =>
    conversionOf(
      isBinary(binaryMediaTypes, contentType),
      matchesMediaType(binaryMediaTypes, acceptedType(accept)),
      contentHandling,
    );
}

function isBinary(binaryMediaTypes: MediaTypes, contentType: string | undefined): boolean {
  return matchesMediaType(binaryMediaTypes, contentType === undefined ? undefined : mediaTypeOf(contentType));
}
