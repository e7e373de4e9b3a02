import type { Socket } from 'node:net';

/** Reads a socket line by line. One reader, one line at a time; a line longer than its cap ends the connection. */
export class LineReader {
  readonly #socket: Socket;
  #chunks: Buffer[] = [];
  #length = 0;
  #over = false;
  #wake: () => void = () => undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#length += chunk.length;
      // Nobody reads ahead: what comes in a rush waits in the system's buffers.
      socket.pause();
      this.#wake();
    });
    const end = (): void => {
      this.#over = true;
      this.#wake();
    };
    socket.on('end', end);
    socket.on('close', end);
    socket.pause();
  }

  /** @returns null when the other side is gone, or sent more than `longest` bytes without an end of line */
  async next(longest: number): Promise<string | null> {
    for (;;) {
      const found = this.#take(longest);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        this.#socket.resume();
      });
    }
  }

  #take(longest: number): string | null | undefined {
    const last = this.#chunks.at(-1);
    if (last?.includes(10) === true || this.#chunks.some((chunk) => chunk.includes(10))) {
      const all = Buffer.concat(this.#chunks);
      const end = all.indexOf(10);
      this.#chunks = [all.subarray(end + 1)];
      this.#length = all.length - end - 1;
      return end > longest ? null : all.toString('utf8', 0, end);
    }
    if (this.#length > longest || this.#over) return null;
    return undefined;
  }
}
