import type { ReactNode } from 'react';
import css from './client-help.module.css';

function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <svg className={css.picture} viewBox="0 0 240 124" aria-hidden="true">
      {children}
    </svg>
  );
}

function Paper({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className={css.paper} x="0.5" y="0.5" width="50" height="62" rx="7" />
      <path className={css.bar} d="M 11 14 h 24 M 11 24 h 29" />
      <path className={css.code} d="M 16 42 l -4.5 5 l 4.5 5 M 33 42 l 4.5 5 l -4.5 5 M 27 40 l -4.5 14" />
    </g>
  );
}

/** A list of credentials with the new row marked. */
export function CreatePicture() {
  return (
    <Frame>
      <rect className={css.sunken} x="40.5" y="18.5" width="160" height="90" rx="9" />
      <rect className={css.brandFill} x="130" y="28" width="60" height="17" rx="5" />
      <path className={css.onBrand} d="M 140 36.5 h 8 M 144 32.5 v 8 M 156 36.5 h 24" />
      <path className={css.bar} d="M 53 37 h 40" />
      <rect className={css.brandTint} x="50.5" y="54.5" width="140" height="21" rx="5" />
      <circle className={css.mark} cx="63" cy="65" r="4.5" />
      <path className={css.bar} d="M 76 65 h 58" />
      <path className={css.bar} d="M 60 91 h 4 M 76 91 h 44" />
    </Frame>
  );
}

/** The file coming down. */
export function DownloadPicture() {
  return (
    <Frame>
      <Paper x={68} y={30} />
      <rect className={css.brandTint} x="136.5" y="38.5" width="46" height="46" rx="23" />
      <path className={css.mark} d="M 159.5 51 v 17 M 152 61.5 l 7.5 7.5 l 7.5 -7.5 M 151 75 h 17" />
    </Frame>
  );
}

/** The file over the open place in the window. */
export function HandOverPicture() {
  return (
    <Frame>
      <rect className={css.sunken} x="40.5" y="18.5" width="160" height="90" rx="9" />
      <path className={css.bar} d="M 53 34 h 18 M 53 46 h 22 M 53 58 h 16" />
      <rect className={css.dashed} x="90.5" y="28.5" width="100" height="70" rx="7" />
      <Paper x={115} y={36} />
    </Frame>
  );
}
