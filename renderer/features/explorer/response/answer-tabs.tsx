import { Tabs } from '@mantine/core';
import { useMemo, useState } from 'react';
import { JsonTree } from '../../../ui/json-tree.tsx';
import { JsonView } from '../../../ui/json-view.tsx';
import type { Called } from '../desk/use-method-call.ts';
import css from './answer-tabs.module.css';
import { HeaderList } from './header-list.tsx';
import { RequestSent } from './request-sent.tsx';

/** An answer from four sides: `Tree`, `Raw`, `Headers` with what they mean, and `Request` as it was sent. */
export function AnswerTabs({ called }: { readonly called: Called }) {
  const { result, headers, morePages } = called;
  const parsed = useMemo(() => parse(result.body), [result.body]);
  const [tab, setTab] = useState<string | null>(parsed === null ? 'raw' : 'tree');
  return (
    <>
      <Notes truncated={result.truncated} morePages={morePages} />
      <Tabs value={tab} onChange={setTab} keepMounted={false} classNames={{ list: css.list ?? '', tab: css.tab ?? '' }}>
        <Tabs.List aria-label="Parts of the answer">
          {parsed !== null && <Tabs.Tab value="tree">Tree</Tabs.Tab>}
          <Tabs.Tab value="raw">Raw</Tabs.Tab>
          <Tabs.Tab value="headers">Headers</Tabs.Tab>
          <Tabs.Tab value="request">Request</Tabs.Tab>
        </Tabs.List>
        {parsed !== null && (
          <Tabs.Panel value="tree">
            <JsonTree key={result.callId} value={parsed.value} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="raw">
          {result.body === '' ? <p className={css.none}>The answer has no body.</p> : <JsonView text={result.body} json={result.contentType?.includes('json') ?? false} />}
        </Tabs.Panel>
        <Tabs.Panel value="headers">
          <HeaderList headers={headers} />
        </Tabs.Panel>
        <Tabs.Panel value="request">
          <RequestSent request={result.request} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Notes({ truncated, morePages }: { readonly truncated: boolean; readonly morePages: boolean }) {
  if (!truncated && !morePages) return null;
  return (
    <p className={css.note}>
      {truncated && 'The body is longer; this is its beginning. '}
      {morePages && 'There are more pages: tick Load all pages, or send nextPageToken as pageToken.'}
    </p>
  );
}

/** Only lists and objects make a tree; a body that was cut off is text. */
function parse(body: string): { readonly value: unknown } | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { value } : null;
  } catch {
    return null;
  }
}
