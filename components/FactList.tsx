import type { JSX } from 'preact';
import type { OwnedFact } from '../utils/model/fact';
import { formatSpan } from './dates';
import { FACT } from './fact-words';
import { Icon } from './Icon';
import { OutLink } from './OutLink';

interface FactListProps {
  readonly facts: readonly OwnedFact[];
  /** What the entity's pack is called. */
  readonly packName: string | null;
  /** Null while another fact is being edited. */
  readonly onEdit: ((fact: OwnedFact) => void) | null;
  readonly onDelete: (fact: OwnedFact) => void;
}

/** Every fact of an entity, of all times, each with whose it is; the reader's own can be changed. */
export function FactList({ facts, packName, onEdit, onDelete }: FactListProps): JSX.Element {
  return (
    <ul class="factlist">
      {facts.map((fact) => {
        const { id, slot, value, from, to, source, pack } = fact;
        const parts = [
          formatSpan(from, to),
          pack === null ? FACT.yours : FACT.fromPack(packName ?? pack),
        ].filter((part) => part !== '');
        return (
          <li key={id}>
            <p>
              <bdi class="dim">{slot}</bdi> <bdi>{value}</bdi>
            </p>
            <div class="btns">
              <p class="grow small dim">
                {parts.join(' · ')}
                {' · '}
                <OutLink url={source.url}>
                  <bdi>{source.title === '' ? source.url || FACT.noSource : source.title}</bdi>
                </OutLink>
              </p>
              {pack === null && (
                <>
                  {onEdit !== null && (
                    <button
                      type="button"
                      class="btn quiet icon"
                      aria-label={FACT.editLabel(slot, value)}
                      title={FACT.edit}
                      onClick={() => onEdit(fact)}
                    >
                      <Icon name="note" small />
                    </button>
                  )}
                  <button
                    type="button"
                    class="btn quiet icon"
                    aria-label={FACT.removeLabel(slot, value)}
                    title={FACT.remove}
                    onClick={() => onDelete(fact)}
                  >
                    <Icon name="bin" small />
                  </button>
                </>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
