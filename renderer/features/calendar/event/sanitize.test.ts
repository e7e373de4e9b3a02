import { describe, expect, it } from 'vitest';
import { linkTarget } from './link-target.ts';
import { readDescription, textOf, withLinks, type RichNode } from './sanitize.ts';

/** The tree as a short text: `<b>…</b>`, links as `[url|…]`. */
function shown(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      const inner = shown(node.children);
      return node.kind === 'link' ? `[${node.url}|${inner}]` : `<${node.tag}>${inner}</${node.tag}>`;
    })
    .join('');
}

const read = (raw: string) => shown(readDescription(raw).nodes);

describe('what descriptions carry', () => {
  it.each([
    ['<script>alert(1)</script>safe', 'safe'],
    ['<b onclick="alert(1)">bold</b>', '<b>bold</b>'],
    ['<img src=x onerror=alert(1)>text', 'text'],
    ['<img src="https://tracker.example/p.gif">text', 'text'],
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<a href=" java\tscript:alert(1)">x</a>', 'x'],
    ['<a href="&#106;avascript:alert(1)">x</a>', 'x'],
    ['<a href="data:text/html,<script>alert(1)</script>">x</a>', 'x'],
    ['<a href="file:///etc/passwd">x</a>', 'x'],
    ['<a href="app://bundle/x">x</a>', 'x'],
    ['<a href="/relative">x</a>', 'x'],
    ['<a href="https://">x</a>', 'x'],
    ['<svg><script>alert(1)</script><a href="https://e.example">x</a></svg>ok', 'ok'],
    ['<svg onload=alert(1)>ok</svg>', ''],
    ['<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">', ''],
    ['<form action="https://e.example"><input name=a><button>go</button></form>', 'go'],
    ['<iframe src="https://e.example"></iframe>x', 'x'],
    ['<object data="x"></object><embed src="x">y', 'y'],
    ['<style>*{display:none}</style>z', 'z'],
    ['<STYLE media=all>a</STYLE >z', 'z'],
    ['<base href="https://e.example">z', 'z'],
    ['<b>no</b> style=loud, my <style', '<b>no</b> style=loud, my '],
    ['<p style="position:fixed" class="a" id="b" data-x="1" aria-label="q">p</p>', '<p>p</p>'],
    ['<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<p></p>'],
    ['<template><b>x</b></template>y', 'y'],
    ['<base href="https://e.example"><meta http-equiv=refresh content=0><link rel=stylesheet href=x>k', 'k'],
    ['<video><source onerror=alert(1)></video>v', 'v'],
    ['<details open ontoggle=alert(1)>d</details>', 'd'],
    ['<b>un<i>closed', '<b>un<i>closed</i></b>'],
    ['a<!-- comment -->b', 'ab'],
    ['Fish &amp; chips', 'Fish & chips'],
  ])('%s', (raw, safe) => {
    expect(read(raw)).toBe(safe);
  });

  it('keeps text, lists and links that main will look up', () => {
    expect(read('<h2>Plan</h2><ul><li>One</li><li><a href="https://e.example/a?b=1&amp;c=2" target="_blank">two</a></li></ul><hr>')).toBe(
      '<h2>Plan</h2><ul><li>One</li><li>[https://e.example/a?b=1&c=2|two]</li></ul><hr></hr>',
    );
    expect(read('<a href="mailto:maya@harbor.example">write</a>')).toBe('[mailto:maya@harbor.example|write]');
  });

  it('makes one link of a link in a link, and of an address inside one', () => {
    expect(read('<a href="https://a.example/">see https://b.example/ here</a>')).toBe('[https://a.example/|see https://b.example/ here]');
    expect(read('<b>https://b.example/x</b>')).toBe('<b>[https://b.example/x|https://b.example/x]</b>');
  });

  it('leaves plain text as it is, line breaks and sharp brackets included', () => {
    const { nodes, keepsLines } = readDescription('a < b\nhttps://e.example/x, and more.');
    expect(keepsLines).toBe(true);
    expect(shown(nodes)).toBe('a < b\n[https://e.example/x|https://e.example/x], and more.');
    expect(readDescription('<p>a</p>\n<p>b</p>').keepsLines).toBe(false);
    expect(readDescription('<b>a</b>\nb').keepsLines).toBe(true);
  });

  it('never nests deeper than people read', () => {
    const { nodes } = readDescription(`${'<div>'.repeat(300)}deep${'</div>'.repeat(300)}`);
    expect(textOf(nodes)).toBe('deep');
    expect(shown(nodes).split('<div>').length - 1).toBeLessThan(30);
  });

  it('is quick with ten million characters, and says that it cut', () => {
    const began = performance.now();
    const { nodes, cut } = readDescription(`<b>long</b> <a href="https://e.example">x</a> ${'words '.repeat(300)}`.repeat(5_500));
    expect(cut).toBe(true);
    expect(textOf(nodes).length).toBeLessThanOrEqual(100_000);
    expect(readDescription('https://'.repeat(1_300_000)).cut).toBe(true);
    expect(readDescription('<'.repeat(10_000_000)).cut).toBe(true);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('links', () => {
  it('end before the sentence does', () => {
    expect(shown(withLinks('(see https://e.example/a_b). Or http://e.example:8080/?q=x!'))).toBe(
      '(see [https://e.example/a_b|https://e.example/a_b]). Or [http://e.example:8080/?q=x|http://e.example:8080/?q=x]!',
    );
    expect(shown(withLinks('https:// nothing'))).toBe('https:// nothing');
  });

  it('name the host that is really asked', () => {
    expect(linkTarget('https://google.com@evil.example/')).toEqual({ kind: 'web', host: 'evil.example' });
    expect(linkTarget('https://gооgle.example/')).toEqual({ kind: 'web', host: 'xn--ggle-55da.example' });
    expect(linkTarget('mailto:a%40b@c.example?subject=x')).toEqual({ kind: 'mail', address: 'a@b@c.example' });
    expect(linkTarget('tel:+44%20123')).toEqual({ kind: 'phone', number: '+44 123' });
    expect(linkTarget('javascript:alert(1)')).toBeNull();
    expect(linkTarget('mailto:')).toBeNull();
  });
});
