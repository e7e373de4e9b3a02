import css from './key-hint.module.css';

/** A keyboard shortcut, for the eye only: the control it belongs to has a name of its own. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <kbd className={css.key} aria-hidden="true">
      {keys}
    </kbd>
  );
}

/** `Ctrl K`, or `⌘ K` on macOS. */
export function modKey(platform: string, key: string): string {
  return platform === 'darwin' ? `⌘ ${key}` : `Ctrl ${key}`;
}
