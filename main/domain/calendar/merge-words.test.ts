import { describe, expect, it } from 'vitest';
import { plainText, unescapeHtml } from './merge-words.ts';

describe('a description without its HTML', () => {
  it.each([
    ['One<br>two<BR />three', 'One\ntwo\nthree'],
    ['<p>One</p><div>two</div>', 'One\ntwo'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['<b>Bold</b> &amp; <a href="https://harbor.example/">far</a>', 'Bold & far'],
    ['1 < 2 and 3 > 2', '1  2'],
    ['&lt;b&gt;', '<b>'],
    ['<br', '<br'],
  ])('%s', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it('takes no longer for one that was made to take long', () => {
    const began = performance.now();
    for (const piece of ['<br', '<', '< ', '&', '</p ']) plainText(piece.repeat(200_000 / piece.length));
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('leaves character references alone that are none', () => {
    expect(unescapeHtml('&#65;&#x42;&quot;&nope;&#0;&#x110000;&')).toBe('AB"&nope;&#0;&#x110000;&');
  });
});
