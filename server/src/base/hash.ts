/** A 64-bit FNV-1a hash of a text as sixteen hexadecimal digits: short, stable, and not meant to resist anyone. */
export function hashText(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let i = 0; i < text.length; i++) {
    low ^= text.charCodeAt(i);
    // Multiplication by 0x100000001b3 in two halves of 32 bits.
    const carried = Math.floor(((low >>> 0) * 0x1b3) / 0x100000000);
    const newLow = Math.imul(low, 0x1b3) >>> 0;
    high = (Math.imul(high, 0x1b3) + carried + ((low << 8) >>> 0)) >>> 0;
    low = newLow;
  }
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}
