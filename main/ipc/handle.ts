import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { CHANNEL } from '../../preload/contract/channels.ts';
import type { Handlers } from './answer.ts';
import { guarded } from './guarded.ts';

export interface IpcRules {
  /** Whether a call comes from our own page; read synchronously. */
  trusts(event: IpcMainInvokeEvent): boolean;
  /** What nobody expected, with the channel it happened on. */
  report(channel: string, error: unknown): void;
}

/** Puts every handler on its channel: sender, then the handler's own parsing, then the work, then a plain Result. */
export function listenToWindow(handlers: Handlers, rules: IpcRules): void {
  for (const [name, channel] of Object.entries(CHANNEL)) {
    const handler: (raw: unknown) => ReturnType<Parameters<typeof guarded>[0]> = handlers[name as keyof Handlers];
    ipcMain.handle(channel, async (event, ...args: readonly unknown[]) => {
      if (!rules.trusts(event)) {
        rules.report(channel, new Error('a call from a page that is not ours was refused'));
        throw new Error('refused');
      }
      return await guarded(() => handler(args[0]), (error) => rules.report(channel, error));
    });
  }
}
