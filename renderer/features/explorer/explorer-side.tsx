import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Card } from '../../ui/page.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { AddApiDialog } from './apis/add-api-dialog.tsx';
import { ApiSelect } from './apis/api-select.tsx';
import { DocumentPanel } from './apis/document-panel.tsx';
import type { Desk } from './desk/use-desk.ts';
import css from './explorer.module.css';
import { MethodList } from './methods/method-list.tsx';

interface ExplorerSideProps {
  readonly desk: Desk;
  readonly onApi: (id: string) => void;
  readonly onMethod: (id: string) => void;
}

/** The left side: which API, where its methods come from, and all of them. */
export function ExplorerSide({ desk, onApi, onMethod }: ExplorerSideProps) {
  const [adding, setAdding] = useState(false);
  const { known, api, methods, methodId } = desk;
  return (
    <div className={css.side}>
      <Card padded className={css.api ?? ''}>
        {known.apis !== null && <ApiSelect apis={known.apis} value={api?.id ?? null} onChange={onApi} />}
        {api !== null && <DocumentPanel key={api.id} api={api} />}
        <Button
          size="sm"
          variant="subtle"
          color="gray"
          className={css.add ?? ''}
          leftSection={<Plus size={14} strokeWidth={1.75} aria-hidden="true" />}
          onClick={() => {
            setAdding(true);
          }}
        >
          Add an API
        </Button>
      </Card>
      <Card>
        {methods === null ? <SkeletonRows count={4} label="Loading methods" /> : <MethodList key={api?.id ?? ''} methods={methods} chosen={methodId} onChoose={onMethod} />}
      </Card>
      {adding && (
        <AddApiDialog
          onClose={() => {
            setAdding(false);
          }}
          onAdded={(id) => {
            setAdding(false);
            onApi(id);
          }}
        />
      )}
    </div>
  );
}
