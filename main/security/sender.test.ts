import type { IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { isOwnPage } from './sender.ts';

interface Frame {
  readonly origin: string;
}
const frame: Frame = { origin: 'app://bundle' };

function event(senderFrame: Frame | null, mainFrame: Frame = frame, id = 7): IpcMainInvokeEvent {
  return { senderFrame, sender: { id, mainFrame } } as unknown as IpcMainInvokeEvent;
}

describe('the sender of a call', () => {
  it('is ours: the top frame of the main window on app://bundle', () => {
    expect(isOwnPage(event(frame), 7)).toBe(true);
  });

  it.each([
    ['a frame that is gone', event(null), 7],
    ['a child frame', event({ origin: 'app://bundle' }), 7],
    ['another window', event(frame, frame, 8), 7],
    ['a time without window', event(frame), null],
    ['another host of the scheme', event({ origin: 'app://evil' }, { origin: 'app://evil' }), 7],
  ])('is not ours: %s', (_name, one, windowId) => expect(isOwnPage(one, windowId)).toBe(false));

  it.each(['https://accounts.google.com', 'http://127.0.0.1:4000', 'app://bundle.evil', 'null', ''])('is not ours: %s', (origin) => {
    const foreign = { origin };
    expect(isOwnPage(event(foreign, foreign), 7)).toBe(false);
  });
});
