/**
 * Files dropped on the window. Listening begins before the first render, so that a drop in the first moments of a start is
 * neither lost nor opened in place of the app; such files wait a little for the frame to be there.
 */
const PATIENCE_MS = 10_000;

interface Listener {
  readonly onFiles: (files: readonly File[]) => void;
  /** A drag with files is over the window, or has left it. */
  readonly onOver: (over: boolean) => void;
}

let listener: Listener | null = null;
let early: { readonly files: readonly File[]; readonly at: number } | null = null;

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

function onOver(event: DragEvent): void {
  event.preventDefault();
  const over = hasFiles(event);
  if (event.dataTransfer !== null) event.dataTransfer.dropEffect = over && listener !== null ? 'copy' : 'none';
  listener?.onOver(over);
}

function onLeave(event: DragEvent): void {
  // Null when the pointer left the window, an element when it only crossed a border inside.
  if (event.relatedTarget === null) listener?.onOver(false);
}

function onDrop(event: DragEvent): void {
  event.preventDefault();
  const files = [...(event.dataTransfer?.files ?? [])];
  listener?.onOver(false);
  if (listener === null) early = { files, at: Date.now() };
  else if (files.length > 0) listener.onFiles(files);
}

/** To be called once, as early as possible. @returns stops listening */
export function listenForDrops(): () => void {
  window.addEventListener('dragover', onOver);
  window.addEventListener('dragleave', onLeave);
  window.addEventListener('drop', onDrop);
  return () => {
    window.removeEventListener('dragover', onOver);
    window.removeEventListener('dragleave', onLeave);
    window.removeEventListener('drop', onDrop);
  };
}

/** Takes over the drops from now on, and those of the last ten seconds. @returns gives them back */
export function takeDrops(next: Listener): () => void {
  listener = next;
  const waiting = early;
  early = null;
  if (waiting !== null && waiting.files.length > 0 && Date.now() - waiting.at < PATIENCE_MS) next.onFiles(waiting.files);
  return () => {
    if (listener === next) listener = null;
  };
}
