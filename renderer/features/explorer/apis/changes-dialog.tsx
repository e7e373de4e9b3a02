import { Modal } from '@mantine/core';
import type { ApiChangesDto, ApiDto } from '../../../../preload/contract/apis.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { useLoaded } from '../../../bridge/use-loaded.ts';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx';
import { changeGroups, type ChangeGroup } from './change-groups.ts';
import css from './changes-dialog.module.css';
import { TouchedGrants } from './touched-grants.tsx';

/** Dialog `What changed`: the document against the table shipped with the app, and the grants that can do more or less by it. */
export function ChangesDialog({ api, onClose }: { readonly api: ApiDto | null; readonly onClose: () => void }) {
  return (
    <Modal opened={api !== null} onClose={onClose} title="What changed" size={720}>
      {api !== null && <Changes api={api} />}
    </Modal>
  );
}

function Changes({ api }: { readonly api: ApiDto }) {
  const bridge = useBridge();
  const { value, problem } = useLoaded(`${api.id} ${api.document?.hash ?? ''}`, () => bridge.apiChanges({ apiId: api.id }));
  if (problem !== null) return <ProblemNotice problem={problem} />;
  if (value === null) return <SkeletonRows label="Comparing" />;
  return <Compared api={api} value={value} />;
}

function Compared({ api, value }: { readonly api: ApiDto; readonly value: ApiChangesDto }) {
  const groups = changeGroups(value.changes);
  return (
    <div className={css.body}>
      <p className="gd-text-2">
        Google’s document of {api.title} {api.version} against what this version of the app ships.
      </p>
      <TouchedGrants touched={value.touched} />
      {groups.length === 0 && <p className="gd-text-2">Nothing differs any more.</p>}
      {groups.map((group) => (
        <Group key={group.kind} group={group} />
      ))}
    </div>
  );
}

const SIGN = { gain: '+', loss: '−', change: '~' } as const;

function Group({ group: { title, tone, changes } }: { readonly group: ChangeGroup }) {
  return (
    <section className={css.group} aria-label={title}>
      <h3 className={css.title}>
        {title} <span className="gd-num">{changes.length}</span>
      </h3>
      <ul className={css.list} data-tone={tone}>
        {changes.map(({ subject, detail }, at) => (
          <li key={`${subject} ${at}`}>
            <span className={css.sign} aria-hidden="true">
              {SIGN[tone]}
            </span>
            <span className={css.words}>
              <span className="gd-mono gd-selectable">{subject}</span>
              {detail !== '' && <span className={css.detail}>{detail}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
