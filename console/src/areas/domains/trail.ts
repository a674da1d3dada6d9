import { apis } from '../../texts/en/apis.ts';

/** Breadcrumbs of what belongs to API Gateway and to no API. */
export const TRAIL = [{ text: apis.service, path: '/apis' }];
