import { strengthOf } from './strength.ts';
import css from './strength-hint.module.css';

/** Four bars and a word. The word carries it; the bars only repeat it. */
export function StrengthHint({ passphrase }: { readonly passphrase: string }) {
  const { level, words } = strengthOf(passphrase);
  return (
    <div className={css.hint}>
      <span className={css.bars} data-level={level} aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} className={css.bar} data-on={bar <= level || undefined} />
        ))}
      </span>
      <span className="gd-meta" aria-live="polite">
        {level === 0 ? 'Four or five unrelated words are strong and easy to type' : words}
      </span>
    </div>
  );
}
