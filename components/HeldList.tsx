import type { JSX } from 'preact';
import type { HeldView } from '../utils/model/pack-view';
import { heldReason, heldWords, PACKS } from './pack-words';
import { Switch } from './Switch';

interface HeldListProps {
  readonly view: HeldView;
  /** Null while the pack waits: there is nothing to light yet. */
  readonly onLight: ((entity: string, alias: string, on: boolean) => void) | null;
}

/** Aliases that are kept dark until the reader has looked at them. */
export function HeldList({ view, onLight }: HeldListProps): JSX.Element | null {
  if (view.heldCount === 0) return null;
  return (
    <div class="packlist">
      <p class="mid">
        <bdi>{heldWords(view.held, view.heldCount)}</bdi>
      </p>
      <ul>
        {view.held.map((one) => (
          <li key={`${one.entity} ${one.alias}`}>
            <span class="grow">
              <bdi>{heldReason(one)}</bdi>
            </span>
            {onLight !== null && (
              <>
                <span class="small dim">{PACKS.lightIt}</span>
                <Switch
                  label={PACKS.lightLabel(one.alias)}
                  isOn={one.isLit}
                  onChange={(on) => onLight(one.entity, one.alias, on)}
                />
              </>
            )}
          </li>
        ))}
        {view.heldCount > view.held.length && (
          <li class="dim">{PACKS.more(view.heldCount - view.held.length)}</li>
        )}
      </ul>
    </div>
  );
}
