import { EmptyState } from '../../../ui/empty-state.tsx';
import { OpenPlacesPicture } from '../../../ui/pictures.tsx';
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx';

/** In place of the form while there is no group. `quiet`: something above says already why. */
export function NoGroup({ loading, quiet }: { readonly loading: boolean; readonly quiet: boolean }) {
  if (loading) return <SkeletonRows label="Loading settings" />;
  if (quiet) return null;
  return (
    <EmptyState picture={<OpenPlacesPicture />} title="Which group?">
      Load settings asks Google for one group of a Workspace organisation. Reading and changing them is for its administrators.
    </EmptyState>
  );
}
