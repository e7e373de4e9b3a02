import { MultiSelect, Select, Switch } from '@mantine/core';
import type { PracticeFaultsDto } from '../../../preload/contract/practice.ts';
import { useScopeCatalog } from '../../bridge/hooks.ts';
import { API_FAULTS, CONSENT_SWITCHES, DATA_SWITCHES, HEALTHY, TOKEN_FAULTS } from './fault-words.ts';
import css from './practice-panel.module.css';

interface FaultSwitchesProps {
  readonly faults: PracticeFaultsDto;
  readonly onChange: (next: PracticeFaultsDto) => void;
}

/** One control for each fault, in the order in which an authorization meets them. */
export function FaultSwitches({ faults, onChange }: FaultSwitchesProps) {
  const { scopes } = useScopeCatalog();
  const offered = scopes.filter(({ signIn }) => !signIn);
  // A scope the catalog does not list can still be set, by a journey or an earlier version.
  const unknown = faults.refuseScopes.filter((scope) => !offered.some((one) => one.scope === scope));
  return (
    <>
      <section className={css.group} aria-labelledby="practice-consent">
        <h3 className={css.groupTitle} id="practice-consent">
          At consent
        </h3>
        <Switches words={CONSENT_SWITCHES} faults={faults} onChange={onChange} />
        <MultiSelect
          label="Scopes left unticked"
          description="The person consenting does not allow these, whatever is asked."
          placeholder={faults.refuseScopes.length === 0 ? 'None' : ''}
          data={[...offered.map(({ scope, shortName }) => ({ value: scope, label: shortName })), ...unknown]}
          value={[...faults.refuseScopes]}
          searchable
          clearable
          maxDropdownHeight={220}
          clearButtonProps={{ 'aria-label': 'Leave none unticked' }}
          onChange={(refuseScopes) => {
            onChange({ ...faults, refuseScopes });
          }}
        />
      </section>
      <section className={css.group} aria-labelledby="practice-later">
        <h3 className={css.groupTitle} id="practice-later">
          Afterwards
        </h3>
        <Select
          label="Token endpoint"
          description="Where codes are exchanged and tokens refreshed."
          data={[...TOKEN_FAULTS]}
          value={faults.token ?? HEALTHY}
          onChange={(value) => {
            const chosen = TOKEN_FAULTS.find((one) => one.value === value);
            if (chosen !== undefined) onChange({ ...faults, token: chosen.value === HEALTHY ? null : chosen.value });
          }}
        />
        <Select
          label="API calls"
          description="Calendar and Groups Settings."
          data={[...API_FAULTS]}
          value={faults.api ?? HEALTHY}
          onChange={(value) => {
            const chosen = API_FAULTS.find((one) => one.value === value);
            if (chosen !== undefined) onChange({ ...faults, api: chosen.value === HEALTHY ? null : chosen.value });
          }}
        />
        <Switches words={DATA_SWITCHES} faults={faults} onChange={onChange} />
      </section>
    </>
  );
}

interface SwitchesProps extends FaultSwitchesProps {
  readonly words: typeof CONSENT_SWITCHES | typeof DATA_SWITCHES;
}

function Switches({ words, faults, onChange }: SwitchesProps) {
  return words.map(({ field, label, hint }) => (
    <div key={field}>
      <Switch
        label={label}
        aria-describedby={`practice-${field}`}
        checked={faults[field]}
        labelPosition="left"
        classNames={{ body: css.switch ?? '' }}
        onChange={(event) => {
          onChange({ ...faults, [field]: event.currentTarget.checked });
        }}
      />
      <p className={`gd-meta ${css.switchHint}`} id={`practice-${field}`}>
        {hint}
      </p>
    </div>
  ));
}
