import { describe, expect, it } from 'vitest';
import { isRedirectRefusal, networkCauseOf } from './network-cause.ts';

/** As Node's fetch rejects: a TypeError whose cause has the code. */
const node = (code: string): Error => new TypeError('fetch failed', { cause: Object.assign(new Error(`connect ${code}`), { code }) });
/** As Electron's net.fetch rejects: the code is the message. */
const chromium = (code: string): Error => new Error(`net::${code}`);

describe('networkCauseOf', () => {
  it.each([
    [chromium('ERR_INTERNET_DISCONNECTED'), 'offline'],
    [node('ENETUNREACH'), 'offline'],
    [chromium('ERR_NAME_NOT_RESOLVED'), 'dns'],
    [node('ENOTFOUND'), 'dns'],
    [node('EAI_AGAIN'), 'dns'],
    [chromium('ERR_CERT_AUTHORITY_INVALID'), 'tls'],
    [chromium('ERR_CERT_DATE_INVALID'), 'tls'],
    [chromium('ERR_SSL_PROTOCOL_ERROR'), 'tls'],
    [node('DEPTH_ZERO_SELF_SIGNED_CERT'), 'tls'],
    [node('CERT_HAS_EXPIRED'), 'tls'],
    [node('ERR_TLS_CERT_ALTNAME_INVALID'), 'tls'],
    [node('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'tls'],
    [chromium('ERR_PROXY_CONNECTION_FAILED'), 'proxy'],
    [chromium('ERR_TUNNEL_CONNECTION_FAILED'), 'proxy'],
    [chromium('ERR_TIMED_OUT'), 'timeout'],
    [chromium('ERR_CONNECTION_TIMED_OUT'), 'timeout'],
    [node('UND_ERR_CONNECT_TIMEOUT'), 'timeout'],
    [node('ETIMEDOUT'), 'timeout'],
    [chromium('ERR_CONTENT_LENGTH_MISMATCH'), 'cut-off'],
    [chromium('ERR_INCOMPLETE_CHUNKED_ENCODING'), 'cut-off'],
    [new TypeError('terminated'), 'cut-off'],
    [chromium('ERR_CONNECTION_REFUSED'), 'connection'],
    [chromium('ERR_CONNECTION_RESET'), 'connection'],
    [chromium('ERR_EMPTY_RESPONSE'), 'connection'],
    [node('ECONNREFUSED'), 'connection'],
    [node('ECONNRESET'), 'connection'],
    [node('UND_ERR_SOCKET'), 'connection'],
    [new Error('something new'), 'unknown'],
    ['not even an error', 'unknown'],
    [null, 'unknown'],
  ])('%s → %s', (error, cause) => {
    expect(networkCauseOf(error)).toBe(cause);
  });

  it('does not hang on errors that cause each other', () => {
    const one = new Error('one');
    one.cause = new Error('two', { cause: one });
    expect(networkCauseOf(one)).toBe('unknown');
  });
});

describe('isRedirectRefusal', () => {
  it.each([
    [new Error('Redirect was cancelled'), true],
    [new Error("Attempted to redirect, but redirect policy was 'error'"), true],
    [new TypeError('fetch failed', { cause: new Error('unexpected redirect') }), true],
    [chromium('ERR_FAILED'), false],
  ])('%s: %s', (error, expected) => {
    expect(isRedirectRefusal(error)).toBe(expected);
  });
});
