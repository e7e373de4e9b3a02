import { chmodSync, lstatSync, rmSync, statSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { fault, FaultError, type Fault, type Outcome } from '../domain/shared/fault.ts';
import type { Program } from '../domain/scripting/program.ts';
import { UNKNOWN_PROGRAM } from '../domain/scripting/program.ts';
import { line, LONGEST_HELLO, LONGEST_REQUEST, PROTOCOL, readClientLine, type ServerLine } from '../domain/scripting/protocol.ts';
import type { ScriptAnswer, ScriptRequest } from '../domain/scripting/script-request.ts';
import { LineReader } from './line-reader.ts';
import { PeerChallenge } from './peer-challenge.ts';
import { ensurePrivateFolder } from './private-folder.ts';
import type { ScriptAddress } from './script-address.ts';

export interface ScriptSocketDeps {
  readonly address: ScriptAddress;
  /** For the files that a peer proves itself with; null where there is no /proc: the peer then stays unknown. */
  readonly challengeFolder: string | null;
  readonly programOf: (pid: number, startedAt: string) => Promise<Program>;
  /** @param waiting tells the command that the user is being asked */
  readonly answer: (program: Program, request: ScriptRequest, signal: AbortSignal, waiting: (seconds: number) => void) => Promise<Outcome<ScriptAnswer>>;
  readonly reportError: (error: unknown) => void;
  /** Milliseconds until a request has to be here, when not the usual ones. */
  readonly requestMs?: number;
}

/** Milliseconds: until a request is here, for an answer as a whole, and for a peer to take it. */
const REQUEST_MS = 10_000;
const ANSWER_MS = 240_000;
const TAKEN_MS = 30_000;
const MOST_CONNECTIONS = 32;

const MALFORMED = fault('bad-request', 'That is not a request of the grantdesk command.', 'Use the command that came with this version of Grantdesk.');
const OTHER_VERSION = fault('protocol-version', 'The command and the running Grantdesk are of different versions.', 'Quit Grantdesk and start it again.');
const UNPROVEN = fault('peer-not-proven', 'The process at the other end did not prove that it is the one it says.', 'Use the grantdesk command.');
const BROKEN = fault('internal', 'Grantdesk could not carry this out.', 'The reason is in its log.');

/** The socket that the command talks to: one request a connection, each with a deadline; what is slow or malformed harms nobody else. */
export class ScriptSocket {
  readonly #deps: ScriptSocketDeps;
  readonly #server: Server;
  readonly #open = new Set<Socket>();

  private constructor(deps: ScriptSocketDeps) {
    this.#deps = deps;
    this.#server = createServer((socket) => this.#accept(socket));
    this.#server.maxConnections = MOST_CONNECTIONS;
  }

  /** Rejects with a FaultError `scripts-not-listening`. */
  static async open(deps: ScriptSocketDeps): Promise<ScriptSocket> {
    const socket = new ScriptSocket(deps);
    try {
      await socket.#listen();
    } catch (cause) {
      if (cause instanceof FaultError) throw cause;
      const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
      throw new FaultError(fault('scripts-not-listening', `The socket for scripts could not be opened (${code}).`, 'Check the rights of the data folder, then switch it on again.'), { cause });
    }
    return socket;
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #listen(): Promise<void> {
    const { path, folder } = this.#deps.address;
    const onDisk = process.platform !== 'win32';
    if (onDisk) {
      if (folder !== null) ensurePrivateFolder(folder);
      checkOwner(dirname(path));
      await removeStale(path);
    }
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(path, () => {
        this.#server.off('error', reject);
        resolve();
      });
      // listen() has made the socket by now and accepts nobody before this turn is over.
      if (onDisk && lstatSync(path, { throwIfNoEntry: false })?.isSocket() === true) chmodSync(path, 0o600);
    });
    this.#server.on('error', (error) => this.#deps.reportError(error));
    if (!onDisk) return;
    if ((statSync(path).mode & 0o777) !== 0o600) throw new FaultError(fault('scripts-not-listening', 'The socket for scripts is open to others on this disk.', 'Move the data folder to a disk that keeps rights.'));
  }

  #accept(socket: Socket): void {
    this.#open.add(socket);
    const gone = new AbortController();
    // A peer that goes away, in whatever manner, is no error of ours.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#open.delete(socket);
      gone.abort();
    });
    const late = setTimeout(() => socket.destroy(), this.#deps.requestMs ?? REQUEST_MS);
    this.#serve(socket, gone.signal, () => clearTimeout(late))
      .then((last) => this.#say(socket, last, true))
      .catch((error: unknown) => {
        this.#deps.reportError(error);
        this.#say(socket, refused(BROKEN), true);
      })
      .finally(() => clearTimeout(late));
  }

  async #serve(socket: Socket, signal: AbortSignal, requested: () => void): Promise<ServerLine> {
    const { challengeFolder } = this.#deps;
    const lines = new LineReader(socket);
    const hello = await readLine(lines, LONGEST_HELLO);
    if (hello?.type !== 'hello') return refused(MALFORMED);
    if (hello.protocol !== PROTOCOL) return refused(OTHER_VERSION);
    const challenge = challengeFolder === null ? null : await PeerChallenge.make(challengeFolder);
    let program = UNKNOWN_PROGRAM;
    let asked;
    try {
      this.#say(socket, { type: 'hello', protocol: PROTOCOL, challenge: challenge?.path ?? null });
      asked = await readLine(lines, LONGEST_REQUEST);
      if (asked?.type !== 'request') return refused(MALFORMED);
      const startedAt = challenge === null ? null : await challenge.provenBy(hello.pid);
      if (challenge !== null && startedAt === null) return refused(UNPROVEN);
      if (startedAt !== null) program = await this.#deps.programOf(hello.pid, startedAt);
    } finally {
      await challenge?.drop();
    }
    requested();
    return await this.#answer(program, asked.request, socket, lines, signal);
  }

  async #answer(program: Program, request: ScriptRequest, socket: Socket, lines: LineReader, gone: AbortSignal): Promise<ServerLine> {
    // Nothing more may come; reading on is how a peer that went away is noticed.
    void lines.next(LONGEST_HELLO).then(() => socket.destroy());
    const signal = AbortSignal.any([gone, AbortSignal.timeout(ANSWER_MS)]);
    const outcome = await this.#deps.answer(program, request, signal, (seconds) => this.#say(socket, { type: 'waiting', seconds }));
    return outcome.ok ? { type: 'answer', answer: outcome.value } : refused(outcome.error);
  }

  #say(socket: Socket, what: ServerLine, last = false): void {
    if (socket.destroyed) return;
    socket.write(line(what));
    if (!last) return;
    const late = setTimeout(() => socket.destroy(), TAKEN_MS);
    socket.on('close', () => clearTimeout(late));
    socket.end(() => socket.destroySoon());
  }
}

async function readLine(lines: LineReader, longest: number): Promise<ReturnType<typeof readClientLine>> {
  const text = await lines.next(longest);
  return text === null ? null : readClientLine(text);
}

function refused({ code, message, hint }: Fault): ServerLine {
  return { type: 'refused', error: { code, message, hint } };
}

/** The folder has to be the user's own and closed to others: then nobody else can put a socket in its place. */
function checkOwner(folder: string): void {
  const { uid, mode } = statSync(folder);
  if (uid !== process.getuid?.() || (mode & 0o077) !== 0) {
    throw new FaultError(fault('scripts-not-listening', 'The folder of the socket for scripts is open to other users.', `Run: chmod 700 ${folder}`));
  }
}

/** A socket that nobody answers is left over from an app that was killed. Anything else at its place stays. */
async function removeStale(path: string): Promise<void> {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there === undefined) return;
  if (!there.isSocket()) throw new FaultError(fault('scripts-not-listening', `Something else lies where the socket for scripts belongs: ${path}`, 'Move it away, then switch it on again.'));
  const answered = await new Promise<boolean>((resolve) => {
    const probe = connect(path);
    probe.setTimeout(2000, () => resolve(true));
    probe.once('connect', () => resolve(true));
    probe.once('error', () => resolve(false));
    probe.once('close', () => probe.destroy());
  });
  if (answered) throw new FaultError(fault('scripts-not-listening', 'Another Grantdesk with this profile listens to scripts already.', 'Quit it first.'));
  rmSync(path, { force: true });
}
