export function memberTraits(traits: number | Record<string, unknown> | undefined): Record<string, unknown>;
