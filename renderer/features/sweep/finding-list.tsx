import type { FindingDto } from '../../../preload/contract/sweep.ts';
import { Card } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { FindingRow } from './finding-row.tsx';

/** Most dangerous first, as main orders them. */
export function FindingList({ findings, running }: { readonly findings: readonly FindingDto[]; readonly running: boolean }) {
  if (findings.length === 0) return null;
  return (
    <Section title="Found credentials" count={findings.length} hint="Most dangerous first">
      <Card>
        <ul aria-label="Found credentials">
          {findings.map((finding) => (
            <FindingRow key={finding.id} finding={finding} disabled={running} />
          ))}
        </ul>
      </Card>
    </Section>
  );
}
