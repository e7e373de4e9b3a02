import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CallResultDto, RemedyDto } from '../../preload/contract/calls.ts';
import css from './call-response.module.css';
import { Chip } from './chip.tsx';
import { CopyButton } from './copy-button.tsx';
import { ExplanationPanel } from './explanation-panel.tsx';
import { JsonView } from './json-view.tsx';

/** `1.8 kB`: bytes of a body for people. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/**
 * Region `Response`: the status line, what the answer means when it is a refusal and what mends it, the request as sent, the body.
 * @param result null before the first call
 */
export function CallResponse({
  result,
  busy,
  idle,
  onCancel,
  onRemedy,
  children,
}: {
  readonly result: CallResultDto | null;
  readonly busy: boolean;
  /** What stands here before the first call. */
  readonly idle: string;
  readonly onCancel: () => void;
  readonly onRemedy: (remedy: RemedyDto) => void;
  /** Stands below the status line in place of the request and the body. */
  readonly children?: ReactNode;
}) {
  return (
    <section className={css.response} aria-label="Response" aria-busy={busy}>
      {busy ? (
        <div className={css.idle}>
          <Loader size={15} color="petrol" />
          <span aria-live="polite">Waiting for the answer</span>
          <Button size="sm" variant="subtle" color="gray" onClick={onCancel}>
            Cancel
          </Button>
        </div>
      ) : result === null ? (
        <p className={css.idle}>{idle}</p>
      ) : (
        <Answer result={result} onRemedy={onRemedy}>
          {children}
        </Answer>
      )}
    </section>
  );
}

function Answer({ result, onRemedy, children }: { readonly result: CallResultDto; readonly onRemedy: (remedy: RemedyDto) => void; readonly children: ReactNode }) {
  const { explanation, body } = result;
  return (
    <>
      <div className={css.head}>
        <StatusChip result={result} />
        <span className="gd-meta gd-num">{factsOf(result)}</span>
        {body !== '' && (
          <span className={css.copy}>
            <CopyButton text={body} label="Copy the body" />
          </span>
        )}
      </div>
      {explanation !== null && (
        <div className={css.explanation}>
          <ExplanationPanel explanation={explanation} onRemedy={onRemedy} />
        </div>
      )}
      {children ?? <PlainAnswer result={result} />}
    </>
  );
}

function PlainAnswer({ result: { request, body, contentType, truncated } }: { readonly result: CallResultDto }) {
  return (
    <>
      <p className={`gd-mono gd-selectable ${css.request}`}>
        {request.method} {withoutOrigin(request.url)}
      </p>
      {body !== '' && <JsonView text={body} json={contentType?.includes('json') ?? false} />}
      {truncated && <p className={css.cut}>The body is longer; this is its beginning.</p>}
    </>
  );
}

function StatusChip({ result: { outcome, status, statusText } }: { readonly result: CallResultDto }) {
  if (outcome === 'cancelled') return <Chip>Cancelled</Chip>;
  if (status === null) return <Chip tone="bad">No answer</Chip>;
  return <Chip tone={status < 300 ? 'ok' : status < 400 ? 'warn' : 'bad'}>{`${status} ${statusText}`.trim()}</Chip>;
}

function factsOf({ durationMs, bytes, attempts, pages }: CallResultDto): string {
  const facts = [`${Math.round(durationMs)} ms`, sizeWords(bytes)];
  if (pages > 1) facts.push(`${pages} pages`);
  if (attempts > 1) facts.push(`${attempts} attempts`);
  return facts.join(' · ');
}

function withoutOrigin(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return pathname + search;
}
