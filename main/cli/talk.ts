import { open, type FileHandle } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { LineReader } from '../adapters/line-reader.ts';
import { fault, type Problem } from '../domain/shared/fault.ts';
import { line, LONGEST_ANSWER, PROTOCOL, readServerLine } from '../domain/scripting/protocol.ts';
import type { ScriptAnswer, ScriptRequest } from '../domain/scripting/script-request.ts';

export type Talk =
  | { readonly kind: 'answer'; readonly answer: ScriptAnswer }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Nobody listens there. */
  | { readonly kind: 'nobody' };

const BROKEN = fault('not-reached', 'Grantdesk ended the conversation without an answer.', 'Run it again; if it stays so, restart Grantdesk.');
const LATE = fault('not-reached', 'Grantdesk did not answer in time.', 'Look at its window, or give it longer with --timeout.');

/** One request over the app's socket. */
export async function talk(path: string, request: ScriptRequest, deadline: AbortSignal, waiting: (seconds: number) => void): Promise<Talk> {
  const socket = await connected(path, deadline);
  if (socket === null) return { kind: 'nobody' };
  const stop = (): void => void socket.destroy();
  deadline.addEventListener('abort', stop, { once: true });
  try {
    const said = await exchange(socket, request, waiting);
    // An app that is just ending takes the connection and says nothing: nobody is there.
    if (said === 'silent' && !deadline.aborted) return { kind: 'nobody' };
    return said === null || said === 'silent' ? { kind: 'refused', problem: deadline.aborted ? LATE : BROKEN } : said;
  } finally {
    deadline.removeEventListener('abort', stop);
    socket.destroy();
  }
}

/** Whether somebody listens there. */
export async function answers(path: string): Promise<boolean> {
  const socket = await connected(path, AbortSignal.timeout(1000));
  socket?.destroy();
  return socket !== null;
}

async function connected(path: string, deadline: AbortSignal): Promise<Socket | null> {
  if (deadline.aborted) return null;
  return await new Promise((resolve) => {
    const socket = connect(path);
    const settle = (of: Socket | null): void => {
      deadline.removeEventListener('abort', late);
      if (of === null) socket.destroy();
      resolve(of);
    };
    const late = (): void => settle(null);
    deadline.addEventListener('abort', late, { once: true });
    socket.once('connect', () => settle(socket));
    socket.on('error', () => settle(null));
  });
}

/** @returns `silent` when the other side went away before it said anything, null when it did so later */
async function exchange(socket: Socket, request: ScriptRequest, waiting: (seconds: number) => void): Promise<Talk | 'silent' | null> {
  const lines = new LineReader(socket);
  const next = async () => {
    const text = await lines.next(LONGEST_ANSWER);
    return text === null ? null : readServerLine(text);
  };
  socket.write(line({ type: 'hello', protocol: PROTOCOL, pid: process.pid }));
  let proof: FileHandle | null = null;
  let greeted = false;
  try {
    for (;;) {
      const said = await next();
      switch (said?.type) {
        case 'hello':
          greeted = true;
          // Held open until the end: the app looks for it among the files of this process.
          if (said.challenge !== null && proof === null) proof = await open(said.challenge, 'r');
          socket.write(line({ type: 'request', request }));
          break;
        case 'waiting':
          waiting(said.seconds);
          break;
        case 'answer':
          return { kind: 'answer', answer: said.answer };
        case 'refused':
          return { kind: 'refused', problem: said.error };
        case undefined:
          return greeted ? null : 'silent';
      }
    }
  } finally {
    await proof?.close();
  }
}
