/**
 * Header fields in the order and the case in which they were received or shall be sent. A flat list, name then value,
 * because that is what is on the wire: nothing is merged, nothing is lost.
 */
export type HeaderList = readonly string[];
