import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import css from './completion-list.module.css';
import { optionId, type CompletionState } from './use-completion.ts';

interface CompletionListProps {
  readonly completion: CompletionState;
  readonly text: string;
  /** What scrolls the text. */
  readonly scroller: RefObject<HTMLElement | null>;
}

/** The list under the cursor. The focus stays in the text; `aria-activedescendant` says which line is chosen. */
export function CompletionList(props: CompletionListProps) {
  return props.completion.items.length === 0 ? null : <OpenList {...props} />;
}

function OpenList({ completion: { id, items, chosen, at, accept }, text, scroller }: CompletionListProps) {
  const mark = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });

  useLayoutEffect(() => {
    if (mark.current === null) return;
    setPlace({ left: mark.current.offsetLeft, top: mark.current.offsetTop + mark.current.offsetHeight - (scroller.current?.scrollTop ?? 0) });
  }, [at, text, scroller]);
  useLayoutEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const about = items[chosen]?.description ?? null;
  return (
    <>
      <pre className={`gd-mono ${css.mirror}`} aria-hidden="true">
        {text.slice(0, at)}
        <span ref={mark}>|</span>
      </pre>
      <div className={css.popup} style={{ top: place.top, left: `max(0px, min(${place.left}px, calc(100% - 320px)))` }}>
        <ul className={`gd-scroll ${css.list}`} id={id} ref={list} role="listbox" aria-label="What fits here">
          {items.map((item, index) => (
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the text area has the keys
            <li
              key={item.label}
              id={optionId(id, index)}
              className={css.item}
              role="option"
              aria-selected={index === chosen}
              data-chosen={index === chosen || undefined}
              onMouseDown={(event) => {
                // The focus stays in the text.
                event.preventDefault();
              }}
              onClick={() => {
                accept(item);
              }}
            >
              <span className="gd-mono">{item.label}</span>
              <span className={css.type}>
                {item.type}
                {item.required && ' · needed'}
              </span>
            </li>
          ))}
        </ul>
        {about !== null && <p className={css.about}>{about}</p>}
      </div>
    </>
  );
}
