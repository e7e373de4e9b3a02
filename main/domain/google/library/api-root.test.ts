import { describe, expect, it } from 'vitest';
import { GOOGLE, standInEndpoints, type GoogleEndpoints } from '../../oauth/endpoints.ts';
import { calendarV3 } from '../methods/method-table.ts';
import { apiRoot, isApiRoot } from './api-root.ts';

const standIn = standInEndpoints('http://127.0.0.1:5000') as GoogleEndpoints;

describe('the root of an API', () => {
  it('is Google’s, or the same path on a stand-in', () => {
    expect(apiRoot(GOOGLE, calendarV3)).toBe('https://www.googleapis.com/calendar/v3/');
    expect(apiRoot(standIn, calendarV3)).toBe('http://127.0.0.1:5000/calendar/v3/');
  });

  it.each(['https://www.googleapis.com/', 'https://drive.googleapis.com/'])('can be %s', (root) => {
    expect(isApiRoot(GOOGLE, root)).toBe(true);
    expect(isApiRoot(standIn, root)).toBe(false);
  });

  it.each([
    'https://drive.googleapis.com',
    'https://drive.googleapis.com/more/',
    'http://drive.googleapis.com/',
    'https://drive.googleapis.com:443/',
    'https://a.b.googleapis.com/',
    'https://xn--bcher-kva.googleapis.com/',
    'https://user@drive.googleapis.com/',
    'https://drive.googleapis.com.evil.com/',
    'https://drive.googleapis.com/\n',
    '//drive.googleapis.com/',
  ])('cannot be %j', (root) => {
    expect(isApiRoot(GOOGLE, root)).toBe(false);
  });

  it('is with a stand-in its own origin only', () => {
    expect(isApiRoot(standIn, 'http://127.0.0.1:5000/')).toBe(true);
    expect(isApiRoot(standIn, 'http://127.0.0.1:5001/')).toBe(false);
  });
});
