/**
 * Whether bytes are a Python pickle, told by its opcodes; nothing of it is ever loaded, since loading one runs whatever it names.
 * Protocol 2 to 5 begin with PROTO and a version; 0 and 1 have no mark, but name a class or open a container and end with STOP.
 * https://github.com/python/cpython/blob/main/Lib/pickletools.py
 */
export function looksLikePickle(bytes: Uint8Array): boolean {
  const [first, version] = bytes;
  if (first === PROTO && version !== undefined && version >= 2 && version <= 5) return true;
  if (bytes.at(-1) !== STOP || bytes.length < 4) return false;
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  // GLOBAL `cmodule\nname\n`, INST `(imodule\nname\n`, or MARK with DICT, LIST or a memo put right after it.
  return /^\(?[ci][\w.]+\n[\w.]+\n/.test(start) || /^\([dl]p?\d*\n/.test(start) || /^[}\]](?:q.|p\d+\n)/s.test(start);
}

const PROTO = 0x80;
const STOP = 0x2e;
