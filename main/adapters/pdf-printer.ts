import { BrowserWindow, session, type Session } from 'electron';
import { BoundedQueue } from '../domain/shared/bounded-queue.ts';
import { fail, ok, type Outcome } from '../domain/shared/fault.ts';

/** Milliseconds until a page that does not come out is given up. */
const DEADLINE_MS = 20_000;
/** Chromium takes no longer address. */
const LONGEST_ADDRESS = 2_000_000;
/** Pages that are printed or wait for it. Each has a process of its own while it is printed. */
const MOST = 5;

const FAILED = fail('pdf-failed', 'The PDF could not be made.', 'Export it as JSON instead.');
const BUSY = fail('pdf-failed', 'Too many PDFs are being made at a time.', 'Wait for them, then export this one.');

/**
 * Prints static HTML, one page after another, in a window that nobody sees: no script runs, nothing is fetched, and the page goes
 * nowhere (the navigation guard of main/security has no policy for it).
 * @returns prints a page; fault: `pdf-failed`
 */
export function pdfPrinter(): (html: string) => Promise<Outcome<Uint8Array>> {
  const turns = new BoundedQueue(MOST);
  const closed = new ClosedSession();
  return (html) => turns.run(() => printPdf(html, closed), () => BUSY);
}

async function printPdf(html: string, closed: ClosedSession): Promise<Outcome<Uint8Array>> {
  const address = `data:text/html;charset=utf-8;base64,${Buffer.from(html, 'utf8').toString('base64')}`;
  if (address.length > LONGEST_ADDRESS) return FAILED;
  const window = new BrowserWindow({
    show: false,
    width: 800,
    height: 1100,
    webPreferences: {
      session: closed.for(address),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      javascript: false,
      images: false,
      webgl: false,
      devTools: false,
      disableDialogs: true,
      spellcheck: false,
    },
  });
  let stop: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<never>((_resolve, reject) => {
      stop = setTimeout(() => reject(new Error('the page was not printed in time')), DEADLINE_MS);
    });
    const gone = new Promise<never>((_resolve, reject) => {
      window.webContents.once('render-process-gone', () => reject(new Error('the page stopped working')));
    });
    return ok(await Promise.race([print(window, address), late, gone]));
  } catch {
    return FAILED;
  } finally {
    clearTimeout(stop);
    if (!window.isDestroyed()) window.destroy();
  }
}

async function print(window: BrowserWindow, address: string): Promise<Uint8Array> {
  await window.loadURL(address);
  // Size and margins are the page's own; it is tagged, so a screen reader finds headings and tables.
  return await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true });
}

/** In memory, and without a network: every request but the page itself is refused, and so is every permission. One for all: none goes away again. */
class ClosedSession {
  #session: Session | null = null;
  #address = '';

  for(address: string): Session {
    this.#address = address;
    this.#session ??= this.#make();
    return this.#session;
  }

  #make(): Session {
    const closed = session.fromPartition('print', { cache: false });
    closed.webRequest.onBeforeRequest((details, answer) => answer({ cancel: details.url !== this.#address }));
    closed.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    closed.setPermissionCheckHandler(() => false);
    closed.on('will-download', (event) => event.preventDefault());
    return closed;
  }
}
