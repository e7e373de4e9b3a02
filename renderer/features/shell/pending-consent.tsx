import { hashOf, useRoute } from '../../app/route.ts';
import { useConsent } from '../../bridge/hooks.ts';
import css from './banner.module.css';

/** A consent that waits is never out of sight, whichever page is open. */
export function PendingConsent() {
  const attempt = useConsent();
  const { page } = useRoute();
  if (attempt === null || attempt.outcome !== null || page === 'consent') return null;
  const where = attempt.surface === 'browser' ? 'in your browser' : 'in the app window';
  return (
    <section className={css.banner} aria-label="Consent in progress">
      <span className={css.pulse} aria-hidden="true" />
      <p className={css.words}>
        <b>Consent is open {where}</b> for {attempt.expectedEmail ?? attempt.client.label}.
      </p>
      <a className={css.anchor} href={hashOf({ page: 'consent' })}>
        Follow along
      </a>
    </section>
  );
}
