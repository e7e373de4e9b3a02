import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { fault, FaultError } from '../domain/shared/fault.ts';
import type { Listening, LoopbackReceiver, RedirectHandler } from '../domain/oauth/surface.ts';
import { hostHeader, loopbackAddress, type LoopbackAddress } from './loopback-address.ts';
import { acceptedPage, ignoredPage, type Page } from './loopback-page.ts';

/** Characters of a request target; a redirect with many scopes passes 2 KB. */
const longestTarget = 16 * 1024;
/** How long an answer may take to leave after close(), in milliseconds. */
const flushMs = 500;

/** Catches the redirect of a system browser on a loopback port. RFC 8252 §7.3; oauth policy: 127.0.0.1, never all interfaces. */
export class NodeLoopbackReceiver implements LoopbackReceiver {
  readonly #patienceMs: number;

  /** @param patienceMs how long a connection may take to send its request */
  constructor(patienceMs = 10_000) {
    this.#patienceMs = patienceMs;
  }

  async listen(at: { readonly free: string } | { readonly uri: string }, onRedirect: RedirectHandler): Promise<Listening> {
    const address = loopbackAddress(at);
    if (address === null) {
      throw new FaultError(
        fault('redirect-not-loopback', 'This client’s redirect address is not on this computer, so a browser’s answer cannot be caught.', 'Continue in the app window.'),
      );
    }
    const ear = new Ear(address, onRedirect, this.#patienceMs);
    await ear.open();
    return { redirectUri: 'uri' in at ? at.uri : ear.uri, close: () => ear.close() };
  }
}

/** One attempt's listener: one or two servers (`localhost` has two families), one path. */
class Ear {
  readonly #address: LoopbackAddress;
  readonly #onRedirect: RedirectHandler;
  readonly #patienceMs: number;
  readonly #servers: Server[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #answering = new Set<Socket>();
  #port = 0;
  #closed: Promise<void> | null = null;

  constructor(address: LoopbackAddress, onRedirect: RedirectHandler, patienceMs: number) {
    this.#address = address;
    this.#onRedirect = onRedirect;
    this.#patienceMs = patienceMs;
  }

  get uri(): string {
    return `http://${this.#address.host}:${this.#port}${this.#address.path}`;
  }

  async open(): Promise<void> {
    const [first, ...others] = this.#address.bind;
    try {
      this.#port = await this.#bind(first, this.#address.port);
      for (const other of others) await this.#bindIfThere(other, this.#port);
    } catch (cause) {
      await this.close();
      throw bindFault(cause, this.#address.port);
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#shut();
    return this.#closed;
  }

  async #shut(): Promise<void> {
    const gone = this.#servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
    for (const socket of this.#sockets) if (!this.#answering.has(socket)) socket.destroy();
    const late = setTimeout(() => this.#sockets.forEach((socket) => socket.destroy()), flushMs);
    await Promise.all(gone);
    clearTimeout(late);
  }

  async #bind(host: string, port: number): Promise<number> {
    // Limits against a local page or program that holds connections open.
    const server = createServer({
      maxHeaderSize: 48 * 1024,
      connectionsCheckingInterval: Math.min(1000, this.#patienceMs),
      headersTimeout: this.#patienceMs,
      requestTimeout: this.#patienceMs,
    });
    server.maxConnections = 64;
    server.on('request', (request, response) => this.#serve(request, response));
    server.on('connection', (socket: Socket) => this.#track(socket));
    server.on('clientError', (_error, socket) => socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n', () => socket.destroy()));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port, exclusive: true }, () => {
        server.removeListener('error', reject);
        resolve();
      });
    });
    this.#servers.push(server);
    return (server.address() as AddressInfo).port;
  }

  /** A machine without IPv6 has no `::1`; a port taken there is as bad as one taken on 127.0.0.1. */
  async #bindIfThere(host: string, port: number): Promise<void> {
    try {
      await this.#bind(host, port);
    } catch (error) {
      if (!['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(errorCode(error))) throw error;
    }
  }

  #track(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#answering.delete(socket);
    });
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    request.resume();
    const target = request.url ?? '';
    const path = target.split('?', 1)[0];
    if (request.method !== 'GET') return refuse(response, 405, { Allow: 'GET' });
    if (!this.#isOurHost(request) || !target.startsWith('/')) return refuse(response, 400);
    if (target.length > longestTarget) return refuse(response, 414);
    if (path !== this.#address.path) return refuse(response, 404);
    // Marked before the handler runs: it may close this listener at once, and the page must still leave.
    this.#answering.add(request.socket);
    const verdict = this.#onRedirect(`http://${hostHeader(this.#address.host, this.#port)}${target}`);
    if (verdict === 'accepted') {
      show(response, 200, acceptedPage);
      void this.close();
    } else {
      show(response, 400, ignoredPage);
    }
  }

  /** Against DNS rebinding: exactly one Host, exactly ours. */
  #isOurHost(request: IncomingMessage): boolean {
    const hosts = request.headersDistinct['host'] ?? [];
    return hosts.length === 1 && hosts[0] === hostHeader(this.#address.host, this.#port);
  }
}

function refuse(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...headers, Connection: 'close', 'Cache-Control': 'no-store', 'Content-Length': '0' });
  response.end();
}

function show(response: ServerResponse, status: number, page: Page): void {
  response.writeHead(status, { ...page.headers, Connection: 'close', 'Content-Length': Buffer.byteLength(page.html) });
  response.end(page.html);
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function bindFault(cause: unknown, port: number): FaultError {
  const busy = errorCode(cause) === 'EADDRINUSE';
  const told = busy
    ? fault('port-busy', `Port ${port} on this computer is taken by another program.`, 'Close that program, or continue in the app window.')
    : fault('port-unavailable', `Grantdesk may not listen on port ${port} of this computer.`, 'Continue in the app window, or register a redirect address with a higher port.');
  return new FaultError(told, { cause });
}
