import { EventEmitter } from 'node:events';
import type { App, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { NavigationGuard, type NavigationPolicy } from './navigation-guard.ts';

class FakeContents extends EventEmitter {
  openHandler: ((details: { url: string }) => unknown) | null = null;
  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.openHandler = handler;
  }

  /** Asks to go somewhere; true when it may. */
  goes(how: string, url = 'https://evil.example/', isMainFrame = true): boolean {
    let stopped = false;
    this.emit(how, { url, isMainFrame, preventDefault: () => (stopped = true) });
    return !stopped;
  }
}

function setUp(policy?: NavigationPolicy) {
  const app = new EventEmitter();
  const guard = new NavigationGuard();
  guard.install(app as unknown as App);
  const contents = new FakeContents();
  app.emit('web-contents-created', {}, contents);
  if (policy !== undefined) guard.allow(contents as unknown as WebContents, policy);
  return contents;
}

const ways = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'];

describe('the navigation guard', () => {
  it.each(ways)('stops %s on a page without a policy', (how) => {
    expect(setUp().goes(how)).toBe(false);
    expect(setUp().goes(how, 'app://bundle/index.html', false)).toBe(false);
  });

  it('opens no window on any page', () => {
    expect(setUp().openHandler?.({ url: 'https://evil.example/' })).toEqual({ action: 'deny' });
  });

  it('lets a policy decide, and tells it which frame asks', () => {
    const asked: unknown[] = [];
    const contents = setUp((target) => {
      asked.push(target);
      return target.isMainFrame ? { go: true } : { go: false };
    });
    expect(contents.goes('will-navigate')).toBe(true);
    expect(contents.goes('will-frame-navigate', 'https://x.example/', false)).toBe(false);
    expect(asked).toEqual([
      { url: 'https://evil.example/', isMainFrame: true },
      { url: 'https://x.example/', isMainFrame: false },
    ]);
  });

  it('stops before it acts', () => {
    const order: string[] = [];
    const contents = setUp(() => ({ go: false, then: () => order.push('acted') }));
    contents.emit('will-redirect', { url: 'x:', isMainFrame: true, preventDefault: () => order.push('stopped') });
    expect(order).toEqual(['stopped', 'acted']);
  });

  it('never lets a webview in, whatever the policy', () => {
    expect(setUp(() => ({ go: true })).goes('will-attach-webview')).toBe(false);
  });
});
