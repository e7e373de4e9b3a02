import type { MethodEffect } from '../../preload/contract/apis.ts';
import classes from './effect-shape.module.css';

/** Outline of an effect's shape around a centre: circle, square, diamond and triangle differ without any colour. */
export function shapePath(effect: MethodEffect, x: number, y: number, radius: number): string {
  const r = radius;
  switch (effect) {
    case 'read':
      return `M ${x - r} ${y} a ${r} ${r} 0 1 0 ${2 * r} 0 a ${r} ${r} 0 1 0 ${-2 * r} 0 z`;
    case 'write':
      return `M ${x - r * 0.9} ${y - r * 0.9} h ${r * 1.8} v ${r * 1.8} h ${-r * 1.8} z`;
    case 'delete':
      return `M ${x} ${y - r * 1.2} l ${r * 1.2} ${r * 1.2} l ${-r * 1.2} ${r * 1.2} l ${-r * 1.2} ${-r * 1.2} z`;
    case 'share':
      return `M ${x} ${y - r * 1.1} l ${r * 1.2} ${r * 2.1} h ${-r * 2.4} z`;
  }
}

/** The mark of an effect, the same as in the picture. The word goes with it somewhere. */
export function EffectShape({ of, size = 14 }: { readonly of: MethodEffect; readonly size?: number }) {
  return (
    <svg className={classes.shape} width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      <path d={shapePath(of, 7, 7, 4.8)} />
    </svg>
  );
}
