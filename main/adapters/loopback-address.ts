/** Where to listen, and what exactly the browser must send to be heard. */
export interface LoopbackAddress {
  /** Addresses to bind: `localhost` may reach a browser as either family. The first is required, the second if there is one. */
  readonly bind: readonly [string, ...string[]];
  /** 0: any free port. */
  readonly port: number;
  /** As it stands in the URL: `127.0.0.1`, `localhost`, `[::1]`. */
  readonly host: string;
  readonly path: string;
}

const binds: Readonly<Record<string, readonly [string, ...string[]]>> = {
  '127.0.0.1': ['127.0.0.1'],
  '[::1]': ['::1'],
  localhost: ['127.0.0.1', '::1'],
};

/** Reads a port's argument; null when the URI is not http on a loopback host (RFC 8252 §7.3, §8.3). */
export function loopbackAddress(at: { readonly free: string } | { readonly uri: string }): LoopbackAddress | null {
  if ('free' in at) {
    const path = at.free.startsWith('/') ? at.free : `/${at.free}`;
    return { bind: ['127.0.0.1'], port: 0, host: '127.0.0.1', path };
  }
  if (!URL.canParse(at.uri)) return null;
  const url = new URL(at.uri);
  const bind = binds[url.hostname];
  if (bind === undefined || url.protocol !== 'http:' || url.username !== '' || url.password !== '' || url.hash !== '') return null;
  return { bind, port: url.port === '' ? 80 : Number(url.port), host: url.hostname, path: url.pathname };
}

/** The Host header a browser sends: no port when it is 80. */
export function hostHeader(host: string, port: number): string {
  return port === 80 ? host : `${host}:${port}`;
}
