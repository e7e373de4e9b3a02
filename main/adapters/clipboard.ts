import { clipboard } from 'electron';

/** The system clipboard. Electron 44 made its methods asynchronous; awaiting suits both kinds. */
export const systemClipboard = {
  async write(text: string): Promise<void> {
    await clipboard.writeText(text);
  },
  async read(): Promise<string> {
    return await clipboard.readText();
  },
  clear(): void {
    clipboard.clear();
  },
};
