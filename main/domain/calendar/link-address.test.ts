import { describe, expect, it } from 'vitest';
import { linkOf } from './link-address.ts';

const raw = {
  htmlLink: 'https://calendar.google.com/event?eid=x',
  hangoutLink: 'https://meet.google.com/abc',
  conferenceData: { entryPoints: [{ uri: 'https://meet.google.com/entry' }, { uri: 'tel:+49' }, 'odd', { uri: 7 }] },
  attachments: [{ fileUrl: 'https://docs.google.com/d/1' }],
  location: 'Hall, see https://harbor.example/hall.',
  description:
    '<a href="https://harbor.example/a?b=1&amp;c=2">Notes</a> and (https://harbor.example/plain) http://old.example/ <a href="https://user:secret@harbor.example/">x</a> <a href="javascript:alert(1)">y</a>',
};

describe('links of an event', () => {
  it.each([
    [null, 'https://calendar.google.com/event?eid=x'],
    ['https://meet.google.com/abc', 'https://meet.google.com/abc'],
    ['https://meet.google.com/entry', 'https://meet.google.com/entry'],
    ['https://docs.google.com/d/1', 'https://docs.google.com/d/1'],
    ['https://harbor.example/hall', 'https://harbor.example/hall'],
    ['https://harbor.example/a?b=1&c=2', 'https://harbor.example/a?b=1&c=2'],
    ['https://harbor.example/plain', 'https://harbor.example/plain'],
    ['HTTPS://Harbor.example/plain', 'https://harbor.example/plain'],
  ])('opens %s', (url, address) => {
    expect(linkOf(raw, url)).toEqual({ ok: true, value: address });
  });

  it.each([
    'https://harbor.example/',
    'https://evil.example/',
    'https://harbor.example/a',
    'https://harbor.example/plain/more',
    'http://old.example/',
    'https://user:secret@harbor.example/',
    'javascript:alert(1)',
    'tel:+49',
    'file:///etc/passwd',
    'not an address',
    `https://harbor.example/${'x'.repeat(2048)}`,
  ])('does not open %s', (url) => {
    expect(linkOf(raw, url)).toMatchObject({ ok: false, error: { code: 'link-not-allowed' } });
  });

  it('says when the event has no page', () => {
    for (const htmlLink of [undefined, 'http://calendar.google.com/', 'javascript:x', 7, 'https://a:b@calendar.google.com/']) {
      expect(linkOf({ ...raw, htmlLink }, null)).toMatchObject({ ok: false, error: { code: 'no-page' } });
    }
  });

  it('looks through a text that was made to take long', () => {
    const began = performance.now();
    expect(linkOf({ description: `https://harbor.example/${')'.repeat(100_000)}x` }, 'https://harbor.example/')).toMatchObject({ ok: false });
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
