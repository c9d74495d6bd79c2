import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { nameOfSelection } from '../utils/model/capture';
import type { Alias, CaseRule, Strength } from '../utils/model/entity';
import { CASE_WORDS, ENTITY, STRENGTH_WORDS } from './entity-words';
import { Icon } from './Icon';

interface AliasRulesProps {
  readonly aliases: readonly Alias[];
  readonly onChange: (aliases: readonly Alias[]) => void;
}

/** The names that an entity goes by, each with its rules: added, changed, removed. */
export function AliasRules({ aliases, onChange }: AliasRulesProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const { name } = nameOfSelection(typed);
  const put = (alias: Alias): void =>
    onChange(
      aliases.some(({ text }) => text === alias.text)
        ? aliases.map((known) => (known.text === alias.text ? alias : known))
        : [...aliases, alias],
    );
  const add = (): void => {
    if (name === '') return;
    setTyped('');
    put({ text: name, case: 'auto', strength: 'strong' });
  };
  return (
    <section aria-label={ENTITY.aliases}>
      <h3 class="small mid">{ENTITY.aliases}</h3>
      <ul class="rulelist">
        {aliases.map((alias) => (
          <li key={alias.text}>
            <bdi class={alias.strength === 'off' ? 'grow dim' : 'grow'}>{alias.text}</bdi>
            {pick(STRENGTH_WORDS, alias.strength, ENTITY.strengthOf(alias.text), (strength: Strength) =>
              put({ ...alias, strength }),
            )}
            {pick(CASE_WORDS, alias.case, ENTITY.caseOf(alias.text), (rule: CaseRule) =>
              put({ ...alias, case: rule }),
            )}
            <button
              type="button"
              class="btn quiet icon"
              aria-label={ENTITY.removeAlias(alias.text)}
              title={ENTITY.removeAlias(alias.text)}
              onClick={() => onChange(aliases.filter(({ text }) => text !== alias.text))}
            >
              <Icon name="close" small />
            </button>
          </li>
        ))}
      </ul>
      <div class="addalias">
        <span class="field grow">
          <input
            type="text"
            dir="auto"
            aria-label={ENTITY.addAlias}
            placeholder={ENTITY.addAlias}
            maxLength={200}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // Enter adds the name; it must not save the whole form.
              event.preventDefault();
              add();
            }}
          />
        </span>
        <button type="button" class="btn" disabled={name === ''} onClick={add}>
          {ENTITY.add}
        </button>
      </div>
    </section>
  );
}

function pick<Value extends string>(
  words: Readonly<Record<Value, string>>,
  value: Value,
  label: string,
  onPick: (value: Value) => void,
): JSX.Element {
  return (
    <select
      class="pick small"
      aria-label={label}
      value={value}
      onChange={(event) => onPick(event.currentTarget.value as Value)}
    >
      {(Object.entries(words) as [Value, string][]).map(([candidate, word]) => (
        <option key={candidate} value={candidate}>
          {word}
        </option>
      ))}
    </select>
  );
}
