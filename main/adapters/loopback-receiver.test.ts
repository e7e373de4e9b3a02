import { connect, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Listening, RedirectVerdict } from '../domain/oauth/surface.ts';
import { FaultError } from '../domain/shared/fault.ts';
import { NodeLoopbackReceiver } from './loopback-receiver.ts';

const receiver = new NodeLoopbackReceiver();
let listening: Listening | null = null;
const seen: string[] = [];
let blocker: Server | null = null;

async function listen(verdict: RedirectVerdict = 'accepted', path = '/cb/abc'): Promise<URL> {
  listening = await receiver.listen({ free: path }, (address) => {
    seen.push(address);
    return verdict;
  });
  return new URL(listening.redirectUri);
}

/** Sends raw bytes and gives everything that came back until the other side closed. */
async function raw(url: URL, bytes: string, host = '127.0.0.1'): Promise<string> {
  return await new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), host, () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

async function canBind(port: number): Promise<boolean> {
  const server = createServer();
  return await new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

afterEach(async () => {
  await listening?.close();
  listening = null;
  seen.length = 0;
  await new Promise<void>((resolve) => (blocker === null ? resolve() : blocker.close(() => resolve())));
  blocker = null;
});

describe('the loopback receiver', () => {
  it('binds 127.0.0.1 and names its redirect URI', async () => {
    const url = await listen();
    expect(url.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/cb\/abc$/);
  });

  it('hands the whole address over, answers with a page of its own and frees the port', async () => {
    const url = await listen();
    const response = await fetch(`${url.href}?state=s&code=4%2F0A`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('You can close this tab');
    expect(html).not.toMatch(/src=|href=/);
    expect(html).not.toContain('4%2F0A');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'; style-src 'sha256-/);
    expect(seen).toEqual([`${url.href}?state=s&code=4%2F0A`]);
    await listening?.close();
    expect(await canBind(Number(url.port))).toBe(true);
  });

  it('still sends the page when the handler closes it at once', async () => {
    listening = await receiver.listen({ free: 'cb' }, () => {
      void listening?.close();
      return 'accepted';
    });
    const response = await fetch(`${listening.redirectUri}?code=x`);
    expect(await response.text()).toContain('You can close this tab');
  });

  it('goes on waiting after an answer that is not ours', async () => {
    const url = await listen('ignored');
    for (let i = 0; i < 2; i++) {
      const response = await fetch(`${url.href}?state=wrong`);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('still waiting');
    }
    expect(seen).toHaveLength(2);
  });

  it('answers strays with 404 and never tells the attempt', async () => {
    const url = await listen();
    for (const path of ['/favicon.ico', '/', '/cb', '/cb/abc/', '/cb/ABC', '/cb/%61bc', '//cb/abc']) {
      const response = await raw(url, `GET ${path} HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`);
      expect(response, path).toMatch(/^HTTP\/1\.1 404/);
    }
    expect(seen).toEqual([]);
  });

  it('takes GET only', async () => {
    const url = await listen();
    for (const method of ['POST', 'HEAD', 'OPTIONS', 'PUT']) {
      const response = await fetch(`${url.href}?code=x`, { method });
      expect(response.status, method).toBe(405);
      expect(response.headers.get('allow')).toBe('GET');
    }
    expect(seen).toEqual([]);
  });

  it.each(['evil.example', 'localhost:PORT', '127.0.0.1', '127.0.0.1:PORT.evil.example'])('refuses the Host %s', async (host) => {
    const url = await listen();
    const response = await raw(url, `GET /cb/abc?code=x HTTP/1.1\r\nHost: ${host.replace('PORT', url.port)}\r\n\r\n`);
    expect(response).toMatch(/^HTTP\/1\.1 400/);
    expect(seen).toEqual([]);
  });

  it('refuses two Hosts, none, and a request target that is not a path', async () => {
    const url = await listen();
    const requests = [
      `GET /cb/abc?code=x HTTP/1.1\r\nHost: ${url.host}\r\nHost: evil.example\r\n\r\n`,
      'GET /cb/abc?code=x HTTP/1.1\r\n\r\n',
      `GET http://evil.example/cb/abc?code=x HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`,
      'nonsense\r\n\r\n',
    ];
    for (const request of requests) expect(await raw(url, request)).toMatch(/^HTTP\/1\.1 400/);
    expect(seen).toEqual([]);
  });

  it('takes request lines up to 16 KB', async () => {
    const url = await listen('ignored');
    const fits = 'x'.repeat(16 * 1024 - '/cb/abc?s='.length);
    expect((await fetch(`${url.href}?s=${fits}`)).status).toBe(400);
    expect(seen).toHaveLength(1);
    expect((await fetch(`${url.href}?s=${fits}x`)).status).toBe(414);
    expect(seen).toHaveLength(1);
  });

  it('drops connections that send nothing when it closes', async () => {
    const url = await listen();
    const closed = raw(url, 'GET /cb/abc HTTP/1.1\r\n');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await listening?.close();
    expect(await closed).toBe('');
    expect(await canBind(Number(url.port))).toBe(true);
  });

  it('ends a request that never finishes', async () => {
    listening = await new NodeLoopbackReceiver(200).listen({ free: '/cb' }, () => 'ignored');
    const url = new URL(listening.redirectUri);
    const begun = [`GET /cb HTTP/1.1\r\nHost: ${url.host}\r\nX: `, ''];
    const ended = await Promise.all(begun.map((bytes) => raw(url, bytes)));
    expect(ended).toEqual(begun.map((): unknown => expect.stringMatching(/^HTTP\/1\.1 400/)));
  });

  it('listens on a registered loopback URI, port and path as they are', async () => {
    const port = await freePort();
    const uri = `http://localhost:${port}/oauth2callback`;
    listening = await receiver.listen({ uri }, (address) => {
      seen.push(address);
      return 'accepted';
    });
    expect(listening.redirectUri).toBe(uri);
    const response = await raw(new URL(uri), `GET /oauth2callback?code=1 HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`);
    expect(response).toMatch(/^HTTP\/1\.1 200/);
    expect(seen).toEqual([`${uri}?code=1`]);
  });

  it('says port-busy when the registered port is taken', async () => {
    blocker = createServer();
    const port = await new Promise<number>((resolve) => {
      blocker?.listen(0, '127.0.0.1', () => resolve((blocker?.address() as { port: number }).port));
    });
    const attempt = receiver.listen({ uri: `http://127.0.0.1:${port}/cb` }, () => 'ignored');
    await expect(attempt).rejects.toBeInstanceOf(FaultError);
    await expect(attempt).rejects.toMatchObject({ fault: { code: 'port-busy' } });
  });

  it.each(['https://127.0.0.1:8443/', 'http://192.168.0.9:80/', 'http://example.com/auth_return', 'http://127.0.0.1.evil.example/', 'nonsense'])(
    'refuses to listen for %s',
    async (uri) => {
      await expect(receiver.listen({ uri }, () => 'ignored')).rejects.toMatchObject({ fault: { code: 'redirect-not-loopback' } });
    },
  );
});

async function freePort(): Promise<number> {
  const server = createServer();
  return await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
