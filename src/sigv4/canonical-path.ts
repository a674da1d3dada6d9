import { uriEncode, uriRecode } from './uri-encode.ts';

/**
 * The canonical URI (IAM User Guide, "Create a signed AWS API request", step 1). Every service but S3 normalises the path
 * (RFC 3986 section 6.2.2.3, and no empty segments) and encodes it once more; S3 takes it as it is, encoded once.
 * @param path as received, percent-encoded
 */
export function canonicalPath(path: string, service: string): string {
  if (service === 's3') return inSegments(path === '' ? '/' : path, (segment) => uriRecode(segment, false));
  return inSegments(normalisedPath(path), uriEncode);
}

function inSegments(path: string, encode: (segment: string) => string): string {
  return path.split('/').map(encode).join('/');
}

function normalisedPath(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') kept.pop();
    else kept.push(segment);
  }
  const slash = kept.length > 0 && path.endsWith('/') ? '/' : '';
  return `/${kept.join('/')}${slash}`;
}
