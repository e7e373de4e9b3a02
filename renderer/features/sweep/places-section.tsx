import { ActionIcon, Switch, Tooltip } from '@mantine/core';
import { Check, FileText, Folder, Link2, Minus, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import { useId } from 'react';
import type { PlaceState, SweepDto } from '../../../preload/contract/sweep.ts';
import { Card } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import css from './places-section.module.css';
import { PLACE_STATE } from './sweep-words.ts';

interface PlacesSectionProps {
  readonly sweep: SweepDto;
  readonly wholeHome: boolean;
  readonly onWholeHome: (on: boolean) => void;
  readonly onRemove: (id: string) => void;
  readonly disabled: boolean;
}

/** Everything that is asked permission for, by name; after a sweep also what became of each place. */
export function PlacesSection({ sweep, wholeHome, onWholeHome, onRemove, disabled }: PlacesSectionProps) {
  const { places, folders, run } = sweep;
  const hint = useId();
  return (
    <Section title={run === null ? 'Where it will look' : 'Where it looked'} hint={run === null ? 'Whether these exist is seen only once you start' : undefined}>
      <Card rows>
        <div className={css.whole}>
          <Switch
            label="Look through my whole home folder"
            aria-describedby={hint}
            checked={wholeHome}
            disabled={disabled}
            onChange={(event) => {
              onWholeHome(event.currentTarget.checked);
            }}
          />
          {/* Not the switch's own description, which would become a part of its name. */}
          <p className={css.hint} id={hint}>
            Reads the names in every folder except caches, packages, version control and browser profiles. Links and other disks are left out.
          </p>
        </div>
        {folders.length > 0 && (
          <ul className={css.folders} aria-label="Added folders">
            {folders.map(({ id, path, state }) => (
              <li key={id} className={css.folder}>
                <Folder size={15} strokeWidth={1.75} aria-hidden="true" />
                <span className={`gd-mono ${css.path ?? ''}`}>{path}</span>
                <State of={state} />
                <Tooltip label="Remove from the list">
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Remove ${path} from the list`}
                    disabled={disabled}
                    onClick={() => {
                      onRemove(id);
                    }}
                  >
                    <X size={15} strokeWidth={1.75} />
                  </ActionIcon>
                </Tooltip>
              </li>
            ))}
          </ul>
        )}
        <ul className={css.places} aria-label="Usual places">
          {places.map(({ id, tool, path, isFile, state }) => {
            const Icon = isFile ? FileText : Folder;
            return (
              <li key={id} className={css.place} data-absent={state === 'absent' || undefined}>
                <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
                <div className={css.names}>
                  <span>{tool}</span>
                  <span className={`gd-mono ${css.path ?? ''}`}>{path}</span>
                </div>
                <State of={state} isFile={isFile} />
              </li>
            );
          })}
        </ul>
      </Card>
    </Section>
  );
}

const ICON: Readonly<Record<Exclude<PlaceState, null>, LucideIcon>> = { present: Check, absent: Minus, link: Link2, unreadable: TriangleAlert };

function State({ of, isFile = false }: { readonly of: PlaceState; readonly isFile?: boolean }) {
  if (of === null) return null;
  const Icon = ICON[of];
  return (
    <span className={css.state} data-state={of}>
      <Icon size={13} strokeWidth={2} aria-hidden="true" />
      {of === 'present' && isFile ? 'Looked at' : PLACE_STATE[of]}
    </span>
  );
}
