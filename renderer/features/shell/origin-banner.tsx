import { Unplug } from 'lucide-react';
import { useAppState } from '../../bridge/hooks.ts';
import css from './banner.module.css';

/** Names the address that stands in for Google when the app was started with one. */
export function OriginBanner() {
  const { mode, authorizationOrigin } = useAppState();
  if (mode !== 'custom') return null;
  return (
    <section className={css.banner} aria-label="Not Google">
      <Unplug className={css.icon} size={15} strokeWidth={1.75} aria-hidden="true" />
      <p className={css.words}>
        <b>Not Google.</b> Everything goes to <span className="gd-mono">{authorizationOrigin}</span>, in a profile of its own.
      </p>
    </section>
  );
}
