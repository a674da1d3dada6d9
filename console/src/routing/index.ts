/** Addresses: `/console/REGION/PATH`, by the history API, so that every page can be linked to. */
export { useHref, useNavigate, usePageParams, useQueryParam } from './addresses.ts';
export type { PageRoute } from './page-route.ts';
export { RegionRouter, useRegion } from './region.tsx';
