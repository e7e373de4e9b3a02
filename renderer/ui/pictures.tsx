import css from './pictures.module.css';

/** Ring of time left with a keyhole, the motif of every empty state. Centre 220, 80; radius 49. */
function KeyholeRing({ share }: { readonly share: number }) {
  const radius = 49;
  const length = 2 * Math.PI * radius;
  return (
    <g>
      <circle className={css.halo} cx="220" cy="80" r="62" />
      <circle className={css.ringRest} cx="220" cy="80" r={radius} />
      <circle className={css.ring} cx="220" cy="80" r={radius} strokeDasharray={`${length * share} ${length}`} transform="rotate(-90 220 80)" />
      <path className={css.hole} d="M 220 61 a 12.5 12.5 0 0 1 5.6 23.7 l 3.9 18.3 h -19 l 3.9 -18.3 a 12.5 12.5 0 0 1 5.6 -23.7 z" />
    </g>
  );
}

function Dots({ x }: { readonly x: number }) {
  return (
    <g className={css.dots}>
      {[0, 6, 12].map((step) => (
        <circle key={step} cx={x + step} cy="80" r="1.2" />
      ))}
    </g>
  );
}

/** First run: client file → keyhole → what was granted and what was left open. */
export function ConsentPicture() {
  return (
    <svg width="440" height="160" viewBox="0 0 440 160" aria-hidden="true" className={css.picture}>
      <rect className={css.sheet} x="36.5" y="26.5" width="88" height="108" rx="10" />
      <path className={css.words} d="M 52 50 h 40 M 52 66 h 56 M 52 82 h 48" />
      <path className={css.code} d="M 60 106 l -6 6.5 l 6 6.5 M 75 106 l 6 6.5 l -6 6.5 M 70.5 103 l -6 19" />
      <Dots x={137} />
      <KeyholeRing share={0.82} />
      <Dots x={288} />
      {[32.5, 67.5].map((y) => (
        <g key={y}>
          <rect className={css.sheet} x="315.5" y={y} width="88" height="26" rx="8" />
          <path className={css.tick} d={`M 325 ${y + 13.5} l 3.5 3.5 l 7 -8`} />
          <path className={css.words} d={`M 344 ${y + 13} h ${y < 50 ? 46 : 35}`} />
        </g>
      ))}
      <rect className={css.open} x="315.5" y="102.5" width="88" height="26" rx="8" />
      <path className={css.dash} d="M 325 115.5 h 9" />
      <path className={css.faint} d="M 344 115.5 h 41" />
    </svg>
  );
}

/** A closed vault: the whole ring, keyhole in it. */
export function VaultPicture({ share = 1, size = 132 }: { readonly share?: number; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="154 14 132 132" aria-hidden="true" className={css.picture}>
      <KeyholeRing share={share} />
    </svg>
  );
}

/** Looking through files: one of them lies open, and the ring is on it. */
export function SweepPicture() {
  return (
    <svg width="440" height="160" viewBox="0 0 440 160" aria-hidden="true" className={css.picture}>
      {[38.5, 118.5, 288.5].map((x) => (
        <g key={x}>
          <rect className={css.sheet} x={x} y="40.5" width="62" height="80" rx="9" />
          <path className={css.words} d={`M ${x + 12} 60 h 28 M ${x + 12} 76 h 38 M ${x + 12} 92 h 32`} />
        </g>
      ))}
      <rect className={css.open} x="358.5" y="40.5" width="44" height="80" rx="9" />
      <KeyholeRing share={0.62} />
      <path className={css.ring} d="M 260 120 l 18 18" />
    </svg>
  );
}

/** Nothing in a list yet: three open places and a ring at its start. */
export function OpenPlacesPicture() {
  return (
    <svg width="440" height="160" viewBox="0 0 440 160" aria-hidden="true" className={css.picture}>
      {[24.5, 65.5, 106.5].map((y, at) => (
        <g key={y}>
          <rect className={at === 1 ? css.sheet : css.open} x="110.5" y={y} width="220" height="31" rx="9" />
          <circle className={css.smallRest} cx="129" cy={y + 15.5} r="8" />
          {at === 1 && <circle className={css.small} cx="129" cy={y + 15.5} r="8" strokeDasharray="34 51" transform={`rotate(-90 129 ${y + 15.5})`} />}
          <path className={at === 1 ? css.words : css.faint} d={`M 150 ${y + 15.5} h ${[92, 124, 74][at] ?? 80}`} />
        </g>
      ))}
    </svg>
  );
}
