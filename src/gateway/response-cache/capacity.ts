const BYTES_PER_GB = 1_073_741_824;

/**
 * How many bytes a stage's cache may hold.
 * @param size `cacheClusterSize`: gigabytes as text; the smallest size when a stage does not say
 */
export function cacheCapacityBytes(size: string | undefined): number {
  return Number(size ?? '0.5') * BYTES_PER_GB;
}
