import { FileDown } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { navigate } from '../../app/route.ts';
import { useClientImport } from '../clients/client-import.tsx';
import css from './drop-target.module.css';

/** Takes a client file dropped anywhere on the window. Without it a drop would open the file instead of the app. */
export function DropTarget() {
  const { fromDrop } = useClientImport();
  const [over, setOver] = useState(false);

  const take = useEffectEvent(async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const imported = await fromDrop(file);
      // A problem stays on the screen until it is read; further files wait for another drop.
      if (!imported) return;
      navigate({ page: 'clients' });
    }
  });

  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent): void => {
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = hasFiles(event) ? 'copy' : 'none';
      setOver(hasFiles(event));
    };
    const onLeave = (event: DragEvent): void => {
      // Null when the pointer left the window, an element when it only crossed a border inside.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      void take([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);

  if (!over) return null;
  return (
    <div className={css.overlay} aria-hidden="true">
      <div className={css.target}>
        <FileDown size={30} strokeWidth={1.5} className={css.icon} />
        <p className="gd-dialog-title">Drop the client file to import it</p>
        <p className={css.hint}>It is read on this computer and goes into the vault</p>
      </div>
    </div>
  );
}
