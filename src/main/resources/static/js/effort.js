// Finds a number that, behind the ticket, gives a hash with enough zeros at its start. SHA-256 is written out here, for
// the browser's own is not there without TLS and takes longer for one short text than the hash itself.
const K = [], H = [];
for (let n = 2, primes = 0; primes < 64; n++) {
  let prime = true;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
  if (!prime) continue;
  if (primes < 8) H.push((Math.sqrt(n) % 1) * 0x100000000 | 0);
  K.push((Math.cbrt(n) % 1) * 0x100000000 | 0);
  primes++;
}
const W = new Int32Array(64);
const turn = (x, n) => (x >>> n) | (x << (32 - n));

// Of a text of at most 55 bytes; the first 32 bits are all that is asked for.
const first = (text) => {
  W.fill(0, 0, 16);
  for (let i = 0; i < text.length; i++) W[i >> 2] |= text.charCodeAt(i) << (24 - 8 * (i & 3));
  W[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3));
  W[15] = text.length * 8;
  for (let i = 16; i < 64; i++) {
    const a = W[i - 15], b = W[i - 2];
    W[i] = W[i - 16] + W[i - 7] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
  }
  let [a, b, c, d, e, f, g, h] = H;
  for (let i = 0; i < 64; i++) {
    const s = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
    const t = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + s) | 0; d = c; c = b; b = a; a = (s + t) | 0;
  }
  return (a + H[0]) | 0;
};

onmessage = ({ data: { ticket, bits } }) => {
  for (let n = 0; ; n++) {
    if (Math.clz32(first(ticket + ":" + n)) >= bits) {
      postMessage(String(n));
      return;
    }
  }
};
