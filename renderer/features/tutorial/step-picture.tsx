import type { ReactNode } from 'react';
import type { TutorialStep } from '../../../preload/contract/tutorial.ts';
import css from './step-picture.module.css';

/** A ring of time with a keyhole in it, small. */
function Keyhole({ x, y, share = 1 }: { readonly x: number; readonly y: number; readonly share?: number }) {
  const radius = 15;
  const length = 2 * Math.PI * radius;
  return (
    <g transform={`translate(${String(x)} ${String(y)})`}>
      <circle className={css.rest} r={radius} />
      <circle className={css.ring} r={radius} strokeDasharray={`${String(length * share)} ${String(length)}`} transform="rotate(-90)" />
      <path className={css.hole} d="M 0 -6.5 a 4.2 4.2 0 0 1 1.9 8 l 1.4 6 h -6.6 l 1.4 -6 a 4.2 4.2 0 0 1 1.9 -8 z" />
    </g>
  );
}

function Dots({ x }: { readonly x: number }) {
  return (
    <g className={css.dots}>
      {[0, 6, 12].map((step) => (
        <circle key={step} cx={x + step} cy="40" r="1.2" />
      ))}
    </g>
  );
}

const DRAWN: Readonly<Record<TutorialStep, ReactNode>> = {
  // A client file, and where its answer comes back.
  flow: (
    <>
      <rect className={css.sheet} x="16.5" y="14.5" width="40" height="52" rx="7" />
      <path className={css.words} d="M 25 26 h 18 M 25 35 h 23" />
      <path className={css.code} d="M 29 49 l -4 4.5 l 4 4.5 M 44 49 l 4 4.5 l -4 4.5 M 38.5 47 l -4 13" />
      <Dots x={63} />
      <path className={css.mark} d="M 88 40 h 16 M 98 33 l 7 7 l -7 7" />
    </>
  ),
  // A sheet put away behind a keyhole.
  storage: (
    <>
      <rect className={css.open} x="24.5" y="11.5" width="70" height="24" rx="6" />
      <path className={css.faint} d="M 36 23.5 h 34" />
      <rect className={css.sheet} x="16.5" y="24.5" width="86" height="46" rx="8" />
      <Keyhole x={59.5} y={47.5} />
    </>
  ),
  // A browser's page with a consent that was given.
  run: (
    <>
      <rect className={css.sheet} x="18.5" y="12.5" width="82" height="56" rx="8" />
      <path className={css.line} d="M 18.5 27.5 h 82" />
      <g className={css.dots}>
        <circle cx="27" cy="20" r="1.8" />
        <circle cx="33.5" cy="20" r="1.8" />
        <circle cx="40" cy="20" r="1.8" />
      </g>
      <path className={css.tick} d="M 29 41 l 3.5 3.5 l 7 -8" />
      <path className={css.words} d="M 49 41 h 38" />
      <path className={css.dash} d="M 30 56 h 9" />
      <path className={css.faint} d="M 49 56 h 27" />
    </>
  ),
  // An hour that runs, beside what it was given for.
  credentials: (
    <>
      <rect className={css.sheet} x="12.5" y="17.5" width="94" height="46" rx="8" />
      <Keyhole x={37} y={40.5} share={0.68} />
      <path className={css.words} d="M 64 34 h 30 M 64 47 h 20" />
    </>
  ),
  // A request with its token on it.
  authorize: (
    <>
      <Keyhole x={32} y={40} share={0.68} />
      <path className={css.mark} d="M 53 40 h 22 M 69 33 l 7 7 l -7 7" />
      <rect className={css.sheet} x="83.5" y="20.5" width="24" height="40" rx="6" />
      <path className={css.words} d="M 91 31 h 9 M 91 40.5 h 9 M 91 50 h 9" />
    </>
  ),
  // Methods out of a document.
  build: (
    <>
      <path className={css.code} d="M 27 20 q -6 0 -6 6 v 8 q 0 6 -6 6 q 6 0 6 6 v 8 q 0 6 6 6 M 93 20 q 6 0 6 6 v 8 q 0 6 6 6 q -6 0 -6 6 v 8 q 0 6 -6 6" />
      {[22.5, 35.5, 48.5].map((y, at) => (
        <g key={y}>
          <rect className={at === 1 ? css.tint : css.sheet} x="34.5" y={y} width="51" height="9.5" rx="4" />
          <path className={at === 1 ? css.mark : css.faint} d={`M 41 ${String(y + 4.75)} h ${String([22, 30, 16][at] ?? 20)}`} />
        </g>
      ))}
    </>
  ),
};

/** What a step does, drawn; the words beside it say the same. */
export function StepPicture({ step }: { readonly step: TutorialStep }) {
  return (
    <svg className={css.picture} width="120" height="80" viewBox="0 0 120 80" aria-hidden="true">
      {DRAWN[step]}
    </svg>
  );
}
