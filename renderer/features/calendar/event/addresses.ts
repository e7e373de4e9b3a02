const ADDRESS = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@<>(),;:"[\]\\.]+$/;

export interface ReadAddresses {
  readonly found: readonly string[];
  /** What is no address. */
  readonly odd: readonly string[];
}

/** Reads addresses as people paste them: `Maya <maya@harbor.example>, tom@orchard.example; …`, one or many. */
export function readAddresses(text: string): ReadAddresses {
  const found: string[] = [];
  const odd: string[] = [];
  for (const part of text.split(/[,;\n]+/)) {
    const typed = part.trim();
    if (typed === '') continue;
    const inside = /<([^<>]+)>\s*$/.exec(typed)?.[1]?.trim();
    for (const one of inside === undefined ? typed.split(/\s+/) : [inside]) {
      if (ADDRESS.test(one) && one.length <= 320) {
        if (!found.some((other) => other.toLowerCase() === one.toLowerCase())) found.push(one);
      } else odd.push(one);
    }
  }
  return { found, odd };
}

/** `maya is not an address: it needs an @ and a domain.` */
export function oddWords(odd: readonly string[]): string {
  const [first = '', ...rest] = odd;
  return `“${first}”${rest.length === 0 ? '' : ` and ${rest.length} more`} ${rest.length === 0 ? 'is not an address' : 'are not addresses'}: write it as name@example.com.`;
}
