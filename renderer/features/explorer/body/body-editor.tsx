import { Button } from '@mantine/core';
import { Braces, ListTree, WandSparkles } from 'lucide-react';
import { useId, useMemo, useRef, useState } from 'react';
import css from './body-editor.module.css';
import { CompletionList } from './completion-list.tsx';
import type { BodySchema } from './completions.ts';
import { HighlightedJson } from './highlighted-json.tsx';
import { insertProperty } from './insert-property.ts';
import { formatJson } from './json-format.ts';
import { jsonProblem, problemWords } from './json-problem.ts';
import { replaceText } from './replace-text.ts';
import { SchemaTree } from './schema-tree.tsx';
import { exampleOf, skeletonOf } from './skeleton.ts';
import { useCompletion } from './use-completion.ts';

interface BodyEditorProps {
  readonly schema: BodySchema;
  readonly value: string;
  /** What main says about the body that was sent; null when it can be sent. */
  readonly problem: string | null;
  readonly onChange: (text: string) => void;
}

/** Textbox `Request body`: JSON with its mistakes named while typing, completed from the schema, which stands beside it. */
export function BodyEditor({ schema, value, problem, onChange }: BodyEditorProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [help, setHelp] = useState(false);
  const mistake = useMemo(() => jsonProblem(value), [value]);
  const completion = useCompletion(area, schema, onChange);
  const set = (text: string): void => {
    if (area.current !== null) replaceText(area.current, 0, value.length, text, onChange);
  };
  const insert = (path: readonly string[], name: ReturnType<typeof exampleOf>): void => {
    const next = insertProperty(value, path, JSON.stringify(name));
    if (next !== null) set(next);
  };
  const says = problem ?? (mistake === null ? null : problemWords(mistake));

  return (
    <div className={css.body} data-problem-field="body">
      <div className={css.head}>
        <label className={css.label} htmlFor={id}>
          Request body
        </label>
        <span className="gd-meta gd-mono">{schema.body}</span>
        <span className={css.tools}>
          <Button
            size="sm"
            leftSection={<Braces size={14} strokeWidth={1.75} aria-hidden="true" />}
            disabled={mistake !== null}
            onClick={() => {
              set(withSkeleton(value, schema));
            }}
          >
            Insert skeleton
          </Button>
          <Button
            size="sm"
            leftSection={<WandSparkles size={14} strokeWidth={1.75} aria-hidden="true" />}
            disabled={mistake !== null || value.trim() === ''}
            onClick={() => {
              set(formatJson(value));
            }}
          >
            Format
          </Button>
          <Button
            size="sm"
            leftSection={<ListTree size={14} strokeWidth={1.75} aria-hidden="true" />}
            aria-expanded={help}
            onClick={() => {
              setHelp(!help);
            }}
          >
            Schema
          </Button>
        </span>
      </div>
      <div className={css.columns} data-help={help || undefined}>
        <div className={css.frame} data-error={says !== null || undefined}>
          <div className={`gd-scroll ${css.scroller}`} ref={scroller}>
            <div className={`gd-mono ${css.layers}`}>
              <HighlightedJson text={value} />
              <textarea
                id={id}
                ref={area}
                className={css.area}
                value={value}
                spellCheck={false}
                autoComplete="off"
                autoCapitalize="off"
                aria-invalid={says !== null}
                aria-describedby={`${id}-says`}
                aria-autocomplete="list"
                {...completion.areaProps}
                onChange={(event) => {
                  onChange(event.currentTarget.value);
                  completion.typed();
                }}
              />
            </div>
          </div>
          <CompletionList completion={completion} text={value} scroller={scroller} />
        </div>
        {help && (
          <SchemaTree
            schema={schema}
            canInsert={mistake === null}
            onInsert={(path, one) => {
              insert(path, exampleOf(one, { ...schema, now: Date.now() }, 1));
            }}
          />
        )}
      </div>
      <p id={`${id}-says`} className={css.says} data-error={says !== null || undefined} aria-live="polite">
        {says ?? (value.trim() === '' ? 'Nothing is sent yet. Ctrl Space offers what fits.' : 'Valid JSON. Ctrl Space offers what fits.')}
      </p>
    </div>
  );
}

/** Into an empty body the skeleton as it is; otherwise only what is missing of it. */
function withSkeleton(value: string, schema: BodySchema): string {
  const skeleton = skeletonOf(schema.body, { ...schema, now: Date.now() });
  if (value.trim() === '') return skeleton;
  const parts = Object.entries(JSON.parse(skeleton) as Readonly<Record<string, unknown>>);
  return parts.reduce((text, [name, part]) => insertProperty(text, [name], JSON.stringify(part)) ?? text, value);
}
