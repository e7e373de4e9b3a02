import { useEffect, useRef, type ReactNode } from 'react';
import classes from './focus-refuge.module.css';

/**
 * Around a page whose parts come and go: when the control in use disappears (a notice that was answered, a step that is
 * over), the focus goes to the page's title instead of being lost at the top of the window.
 */
export function FocusRefuge({ children }: { readonly children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = area.current;
    if (root === null) return undefined;
    let used: Element | null = null;
    const onFocus = (event: FocusEvent): void => {
      used = event.target instanceof Element ? event.target : null;
    };
    const observer = new MutationObserver(() => {
      if (used === null || used.isConnected) return;
      used = null;
      if (document.activeElement === document.body) root.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
    });
    root.addEventListener('focusin', onFocus);
    observer.observe(root, { childList: true, subtree: true });
    return () => {
      root.removeEventListener('focusin', onFocus);
      observer.disconnect();
    };
  }, []);
  return (
    <div ref={area} className={classes.area}>
      {children}
    </div>
  );
}
