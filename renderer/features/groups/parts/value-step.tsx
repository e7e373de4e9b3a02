import { ArrowRight } from 'lucide-react';
import { valueWords } from '../catalog/value-words.ts';
import css from './value-step.module.css';

/** `Anyone → Organisation`: a value before and after, in words. */
export function ValueStep({ field, from, to }: { readonly field: string; readonly from: string | null; readonly to: string | null }) {
  return (
    <span className={css.step}>
      <span className="gd-visually-hidden">From </span>
      <del className={css.old}>{valueWords(field, from)}</del>
      <ArrowRight size={14} strokeWidth={1.75} className={css.arrow} aria-hidden="true" />
      <span className="gd-visually-hidden"> to </span>
      <ins className={css.new}>{valueWords(field, to)}</ins>
    </span>
  );
}
