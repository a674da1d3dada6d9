import type { ExplainedStep, RequestSummary } from '../../model/index.ts';
import type { RoutedEvent } from '../tracing/index.ts';
import { shownHeaders, shownParameters } from './masking.ts';

type Step = Omit<ExplainedStep, 'atMs'>;

/** A request that routing never saw: it was refused before, or by its stage as a whole. */
export function requestStep({ httpMethod, path, sourceIp }: RequestSummary): Step {
  return { phase: 'request', verdict: `${httpMethod} ${path} from ${sourceIp}`, facts: {} };
}

/** What a request was, and which method it found. */
export function routingSteps(event: RoutedEvent, { sourceIp }: RequestSummary): readonly Step[] {
  const { httpMethod, path, query, headers, method, pathParameters } = event;
  const parameters = shownParameters(Object.entries(pathParameters));
  const others = candidateTexts(event);
  return [
    {
      phase: 'request',
      verdict: `${httpMethod} ${path} from ${sourceIp}`,
      facts: { ...(query.length > 0 && { query: shownParameters(query) }), headers: shownHeaders(headers) },
    },
    {
      phase: 'routing',
      verdict: method === undefined ? 'no method' : `${method.declaredMethod} ${method.resourcePath}`,
      facts: {
        ...(method && { resourceId: method.resourceId }),
        ...(parameters.length > 0 && { parameters }),
        ...(others.length > 0 && { others }),
      },
    },
  ];
}

/** The resources that the path fits as well, and why none of them was taken (facts D3, D4). */
function candidateTexts({ candidates, method, httpMethod }: RoutedEvent): readonly string[] {
  const takenAt = candidates.findIndex(({ resourcePath }) => resourcePath === method?.resourcePath);
  return candidates
    .map(({ resourcePath, httpMethods, hasVerb }, at) => {
      const name = `${resourcePath} (${httpMethods.join(', ')})`;
      if (!hasVerb) return `${name}: has no ${httpMethod}`;
      if (at > takenAt && takenAt >= 0) return `${name}: less specific`;
      return `${name}: only a greedy resource stands in for one that fits better and lacks the verb`;
    })
    .filter((_, at) => at !== takenAt);
}
