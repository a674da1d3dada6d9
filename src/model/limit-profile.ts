/**
 * How closely AWS's limits are kept. `aws`: every quota, also those that an account can have raised. `relaxed`: what AWS
 * holds every request and every entity to. `off`: only what bounds memory and time.
 */
export type LimitProfile = 'aws' | 'relaxed' | 'off';
