import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isConsoleUrl, parseApiError, type ErrorResponse } from './api-error.ts';

const NOW = Date.UTC(2026, 10, 23, 10);
const CONSOLE = 'https://console.developers.google.com/apis/api/calendar-json.googleapis.com/overview?project=1';

function of(status: number, body: unknown, more: Partial<ErrorResponse> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return parseApiError({ status, contentType: 'application/json', challenge: null, retryAfter: null, body: text, ...more }, NOW);
}

describe('parseApiError', () => {
  it('reads a body with details by the hundred thousand', () => {
    const wait = { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '2s' };
    expect(of(429, { error: { details: Array.from({ length: 150_000 }, () => wait) } }).retryAfterMs).toBe(2000);
  });

  it('reads the classic shape', () => {
    const body = { error: { code: 400, message: 'Bad', errors: [{ domain: 'calendar', reason: 'timeRangeEmpty', message: 'Bad', locationType: 'parameter', location: 'timeMax' }] } };
    expect(of(400, body)).toEqual({
      status: 400,
      reasons: ['timeRangeEmpty'],
      message: 'Bad',
      location: 'timeMax',
      scopes: [],
      activationUrl: null,
      retryAfterMs: null,
      foreignBody: null,
    });
  });

  it('reads the mixed shape, the most telling reason first', () => {
    const details = [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'SERVICE_DISABLED',
        domain: 'googleapis.com',
        metadata: { consumer: 'projects/1', activationUrl: CONSOLE },
      },
      { '@type': 'type.googleapis.com/google.rpc.LocalizedMessage', locale: 'de', message: 'Nein' },
    ];
    const body = { error: { code: 403, message: 'No', status: 'PERMISSION_DENIED', errors: [{ reason: 'accessNotConfigured' }], details } };
    expect(of(403, body)).toMatchObject({ reasons: ['SERVICE_DISABLED', 'accessNotConfigured', 'PERMISSION_DENIED'], activationUrl: CONSOLE });
  });

  it('reads the modern shape, with field violations and RetryInfo', () => {
    const details = [
      { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field: 'calendar.summary', description: 'too long' }] },
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '55.8s' },
    ];
    expect(of(429, { error: { code: 429, status: 'RESOURCE_EXHAUSTED', details } })).toMatchObject({
      reasons: ['RESOURCE_EXHAUSTED'],
      location: 'calendar.summary',
      retryAfterMs: 55_800,
      message: null,
    });
  });

  it('reads the OAuth shape', () => {
    expect(of(400, { error: 'invalid_grant', error_description: 'Bad Request' })).toMatchObject({ reasons: ['invalid_grant'], message: 'Bad Request' });
  });

  it.each([
    ['<!DOCTYPE html><title>Error 502</title>', 'text/html', 'html'],
    ['<html></html>', null, 'html'],
    ['<?xml version="1.0"?><entry/>', 'application/atom+xml', 'xml'],
    ['Service unavailable', 'text/plain', 'text'],
    ['', null, 'text'],
    ['[1]', 'application/json', 'text'],
  ])('names a body that is no JSON object: %s', (body, contentType, foreignBody) => {
    expect(of(503, body, { contentType })).toMatchObject({ foreignBody, reasons: [], message: null });
  });

  it('knows the two refusals of Groups Settings in bare text, and no others', () => {
    expect(of(403, 'Invalid domain.\n', { contentType: 'text/plain' }).reasons).toEqual(['invalidDomain']);
    expect(of(403, 'Domain cannot use apis.', { contentType: 'text/html' }).reasons).toEqual(['domainCannotUseApis']);
    expect(of(403, 'Invalid domain. Really', { contentType: 'text/plain' }).reasons).toEqual([]);
  });

  it('takes scopes and the error from the challenge', () => {
    const challenge = 'Bearer realm="https://accounts.google.com/", error="insufficient_scope", scope="a b"';
    expect(of(403, {}, { challenge })).toMatchObject({ reasons: ['insufficient_scope'], scopes: ['a', 'b'] });
  });

  it('takes the longer of Retry-After and RetryInfo', () => {
    const details = [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '3s' }];
    expect(of(429, { error: { details } }, { retryAfter: '10' }).retryAfterMs).toBe(10_000);
    expect(of(429, { error: { details } }, { retryAfter: '1' }).retryAfterMs).toBe(3000);
  });

  it('takes the console address from a Help link, and never another', () => {
    const help = (url: string) => ({ error: { details: [{ '@type': 'type.googleapis.com/google.rpc.Help', links: [{ url }] }] } });
    expect(of(403, help(CONSOLE)).activationUrl).toBe(CONSOLE);
    expect(of(403, help('https://evil.example/enable')).activationUrl).toBeNull();
  });

  it('shows Google’s words without secrets, and not endlessly', () => {
    expect(of(400, { error: { message: 'bad token ya29.abc' } }).message).toBe('bad token …redacted');
    expect(of(400, { error: { message: 'x'.repeat(9000) } }).message).toHaveLength(500);
  });

  it('does not believe a location that is more than a name', () => {
    expect(of(400, { error: { errors: [{ reason: 'invalid', location: 'a <b> "c"' }] } }).location).toBeNull();
  });

  it('answers to any body', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue().map((value) => JSON.stringify({ error: value })), fc.json(), fc.string()), (body) => {
        expect(of(400, body).status).toBe(400);
      }),
    );
  });
});

describe('isConsoleUrl', () => {
  it.each([
    [CONSOLE, true],
    ['https://console.cloud.google.com/apis/library/groupssettings.googleapis.com', true],
    ['http://console.developers.google.com/apis', false],
    ['https://console.developers.google.com.evil.example/', false],
    ['https://console.developers.google.com@evil.example/', false],
    ['https://evil@console.developers.google.com/', false],
    ['https://console.developers.google.com:8443/', false],
    ['javascript:alert(1)//console.developers.google.com', false],
    [`${CONSOLE}&x=${'a'.repeat(3000)}`, false],
    ['', false],
  ])('%.80s: %s', (url, expected) => {
    expect(isConsoleUrl(url)).toBe(expected);
  });
});
