import { FileDown } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { takeDrops } from '../../app/dropped-files.ts';
import { navigate } from '../../app/route.ts';
import { useClientImport } from '../clients/client-import.tsx';
import css from './drop-target.module.css';

/** Takes a client file, or a credential of another program, dropped anywhere on the window, and shows where while it is dragged. */
export function DropTarget() {
  const { fromDrop } = useClientImport();
  const [over, setOver] = useState(false);

  const take = useEffectEvent(async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const dropped = await fromDrop(file);
      // A problem stays on the screen until it is read; further files wait for another drop.
      if (dropped === null) return;
      navigate({ page: dropped === 'client' ? 'clients' : 'authorizations' });
    }
  });

  useEffect(
    () =>
      takeDrops({
        onOver: setOver,
        onFiles: (files) => void take(files),
      }),
    [],
  );

  if (!over) return null;
  return (
    <div className={css.overlay} aria-hidden="true">
      <div className={css.target}>
        <FileDown size={30} strokeWidth={1.5} className={css.icon} />
        <p className="gd-dialog-title">Drop the file to import it</p>
        <p className={css.hint}>A client file, or credentials of another program: what is in it goes into the vault</p>
      </div>
    </div>
  );
}
