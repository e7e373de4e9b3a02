import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SandboxAccount } from './accounts.ts';
import { CallError, readCall } from './http/call.ts';
import { json, type Reply } from './http/reply.ts';
import { logLine } from './request-log.ts';
import { route } from './router.ts';
import { World } from './world.ts';

export interface SandboxOptions {
  /** 0 (the default) takes a free one. */
  readonly port?: number;
  /** Where grants survive a restart; without it everything is in memory. */
  readonly stateFile?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** What `x-sandbox-key` must be on the control routes. */
  readonly controlKey: string;
  /** Who can sign in; the practice accounts when absent. */
  readonly accounts?: readonly SandboxAccount[];
  /** Tests only: keep every secret issued, in memory, for the `issued` action. */
  readonly rememberSecrets?: boolean;
}

export interface Sandbox {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Stops listening and drops open connections. */
  close(): Promise<void>;
}

/**
 * Starts the stand-in for Google on 127.0.0.1. Rejects when the port is taken (EADDRINUSE) or the state file cannot be written.
 * Requests for any other host name are refused, so that a web page cannot reach it by a name it controls.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const world = new World(options);
  const server = createServer({ maxHeaderSize: 64 * 1024 }, (request, response) => {
    void serve(world, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: options.port ?? 0, exclusive: true }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  world.origin = `http://127.0.0.1:${String(port)}`;
  return {
    origin: world.origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function serve(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.headers.host !== new URL(world.origin).host) {
    write(request, response, json(421, { error: 'misdirected_request' }));
    return;
  }
  try {
    const call = await readCall(request);
    const { reply, endpoint } = await route(world, call);
    world.save();
    if (endpoint !== 'control') world.log(endpoint, logLine(world.now(), call, reply.status));
    if (reply.delayMs !== undefined) await wait(reply.delayMs, response);
    write(request, response, reply);
  } catch (error) {
    const status = error instanceof CallError ? (error.code === 'too-large' ? 413 : 400) : 500;
    // The sandbox's own failure: the name says where to look, the message could hold data.
    write(request, response, json(status, { error: 'sandbox_failure', kind: error instanceof Error ? error.name : 'unknown' }));
  }
}

function write(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  if (response.destroyed || response.headersSent) return;
  const body = Buffer.from(reply.body, 'utf8');
  const withoutBody = reply.status === 204 || reply.status === 304;
  response.writeHead(reply.status, { ...reply.headers, ...(withoutBody ? {} : { 'content-length': body.length }) });
  if (reply.cut === true) {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => request.socket.destroy());
    return;
  }
  response.end(withoutBody ? undefined : body);
}

/** Waits, or less when the other side goes away. */
function wait(milliseconds: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
