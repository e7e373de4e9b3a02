import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { hashOf, openNewAuthorization } from '../../app/route.ts';
import { useListsLoaded } from '../../bridge/hooks.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageBody } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { OpenPlacesPicture } from '../../ui/pictures.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';

/** A page that calls an API, before there is an account to call as. */
export function NoAccountPage({ title, subtitle }: { readonly title: string; readonly subtitle: string }) {
  const loaded = useListsLoaded();
  return (
    <PageBody>
      <PageHeader title={title} subtitle={subtitle} />
      {loaded ? (
        <EmptyState
          picture={<OpenPlacesPicture />}
          title="No account to call as"
          actions={
            <Button
              size="lg"
              variant="filled"
              leftSection={<Plus size={16} strokeWidth={1.75} />}
              onClick={() => {
                openNewAuthorization();
              }}
            >
              New authorization
            </Button>
          }
          footnote={<a href={hashOf({ page: 'tutorial' })}>See it step by step in the tutorial</a>}
        >
          A call needs an account that granted a scope for it.
        </EmptyState>
      ) : (
        <SkeletonRows />
      )}
    </PageBody>
  );
}
