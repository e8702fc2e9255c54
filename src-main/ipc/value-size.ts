/** UTF-16 units (bytes of an image) and entries up to which a request is looked at; a guide or an image of 20 MB fits. */
const requestLimits = { units: 24 * 1024 * 1024, entries: 200_000, depth: 32 };

/** Whether a value that came over the bridge is small enough to be checked at all. */
export function isWithinLimits(value: unknown, limits = requestLimits): boolean {
  let units = 0;
  let entries = 0;
  const visit = (part: unknown, depth: number): boolean => {
    entries += 1;
    if (typeof part === 'string') units += part.length;
    if (entries > limits.entries || units > limits.units || depth > limits.depth) return false;
    if (typeof part !== 'object' || part === null) return true;
    // The bytes of an image; a unit each.
    if (part instanceof Uint8Array) return (units += part.byteLength) <= limits.units;
    // Other buffers, maps and the like are no part of any request.
    if (!Array.isArray(part) && Object.prototype.toString.call(part) !== '[object Object]') {
      return false;
    }
    for (const [key, child] of Object.entries(part)) {
      units += key.length;
      if (!visit(child, depth + 1)) return false;
    }
    return true;
  };
  return visit(value, 0);
}
