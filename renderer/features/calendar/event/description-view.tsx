import { Button } from '@mantine/core';
import { createElement, useId, useMemo, useState, type ReactNode } from 'react';
import css from './description.module.css';
import { readDescription, textOf, type RichNode } from './sanitize.ts';

interface DescriptionViewProps {
  /** HTML or plain text, not yet made safe. */
  readonly raw: string;
  /** Main cut it off already. */
  readonly cut: boolean;
  /** Asked for a link: it never navigates by itself. */
  readonly onLink: (url: string) => void;
}

const LONG = 600;

/** A description as safe rich text; a long one is folded. */
export function DescriptionView({ raw, cut, onLink }: DescriptionViewProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  // Up to a hundred thousand characters: not with every drawing of the window around it.
  const { nodes, keepsLines, cut: cutHere, text } = useMemo(() => {
    const read = readDescription(raw);
    return { ...read, text: textOf(read.nodes) };
  }, [raw]);
  if (text.trim() === '') return <p className={css.none}>Nothing but formatting.</p>;
  const long = text.length > LONG || text.split('\n').length > 10 || nodes.length > 40;
  return (
    <div className={css.description}>
      <div
        id={id}
        className={css.text}
        data-folded={(long && !open) || undefined}
        data-lines={keepsLines || undefined}
        // A link that is folded away unfolds when the keyboard reaches it.
        onFocus={() => {
          setOpen(true);
        }}
      >
        {draw(nodes, onLink)}
      </div>
      {long && (
        <Button
          size="sm"
          variant="subtle"
          color="gray"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? 'Show less' : 'Show more'}
        </Button>
      )}
      {(cut || cutHere) && (open || !long) && <p className={css.none}>The description is longer; this is its beginning.</p>}
    </div>
  );
}

function draw(nodes: readonly RichNode[], onLink: (url: string) => void): ReactNode {
  return nodes.map((node, at) => {
    switch (node.kind) {
      case 'text':
        return node.text;
      case 'link':
        return (
          <button
            key={at}
            type="button"
            // A link by its role: it leads out of the app, by way of a question.
            role="link"
            className={css.link}
            onClick={() => {
              onLink(node.url);
            }}
          >
            {draw(node.children, onLink)}
          </button>
        );
      case 'element':
        if (node.tag === 'br' || node.tag === 'hr') return createElement(node.tag, { key: at });
        // Headings of a description are no headings of the window.
        return /^h\d$/.test(node.tag)
          ? createElement('div', { key: at, className: css.heading }, draw(node.children, onLink))
          : createElement(node.tag, { key: at }, draw(node.children, onLink));
    }
  });
}
