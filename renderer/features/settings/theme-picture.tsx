import { useId } from 'react';
import { colorTokens } from '../../theme/tokens.ts';
import css from './theme-picture.module.css';

type Scheme = 'light' | 'dark';

/** A small window in the colours of a scheme, whatever scheme is on; two halves for `System`. */
export function ThemePicture({ left, right }: { readonly left: Scheme; readonly right: Scheme }) {
  const id = useId();
  return (
    <svg className={css.picture} viewBox="0 0 240 96" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <clipPath id={id}>
        <path d="M 150 0 H 240 V 96 H 102 Z" />
      </clipPath>
      <MiniWindow scheme={left} />
      {right !== left && (
        <g clipPath={`url(#${id})`}>
          <MiniWindow scheme={right} />
        </g>
      )}
    </svg>
  );
}

function MiniWindow({ scheme }: { readonly scheme: Scheme }) {
  const of = (token: keyof typeof colorTokens): string => colorTokens[token][scheme === 'light' ? 0 : 1];
  return (
    <g>
      <rect width="240" height="96" fill={of('--gd-sidebar')} />
      <circle cx="16" cy="15" r="5" fill="none" strokeWidth="2.4" stroke={of('--gd-mark')} />
      <path d="M 12 34 h 30 M 12 46 h 24 M 12 58 h 27" strokeWidth="4" strokeLinecap="round" stroke={of('--gd-line-2')} />
      <rect x="58.5" y="8.5" width="190" height="100" rx="7" fill={of('--gd-canvas')} stroke={of('--gd-line-2')} />
      <path d="M 72 24 h 46" strokeWidth="5" strokeLinecap="round" stroke={of('--gd-text')} />
      <rect x="196" y="17" width="34" height="14" rx="4" fill={of('--gd-brand')} />
      <rect x="72.5" y="40.5" width="158" height="66" rx="6" fill={of('--gd-surface')} stroke={of('--gd-line-2')} />
      <circle cx="88" cy="56" r="7" fill="none" strokeWidth="2.6" stroke={of('--gd-mark')} strokeDasharray="30 44" />
      <path d="M 104 56 h 50" strokeWidth="4" strokeLinecap="round" stroke={of('--gd-line-2')} />
      <circle cx="88" cy="82" r="7" fill="none" strokeWidth="2.6" stroke={of('--gd-warn')} strokeDasharray="3 3" />
      <path d="M 104 82 h 38" strokeWidth="4" strokeLinecap="round" stroke={of('--gd-line-2')} />
    </g>
  );
}
