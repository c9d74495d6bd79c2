import type { JSX } from 'preact';
import type { BinItem } from '../utils/model/bin';
import { formatMoment } from './dates';
import { BIN } from './entity-words';
import { Icon } from './Icon';

interface BinListProps {
  readonly items: readonly BinItem[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly onRestore: (item: BinItem) => void;
}

/** What was deleted, the latest first, each with the way back. */
export function BinList({ items, now, onRestore }: BinListProps): JSX.Element {
  if (items.length === 0) return <p class="mid">{BIN.empty}</p>;
  return (
    <ul class="factlist">
      {items.map((item) => (
        <li key={item.id}>
          <div class="btns">
            <p class="grow">
              <bdi>{item.title}</bdi>
              <br />
              <span class="small dim">
                <bdi>{BIN.what(item)}</bdi> · {BIN.deletedOn(formatMoment(item.deleted, now))}
              </span>
            </p>
            <button
              type="button"
              class="btn tight"
              aria-label={BIN.restoreLabel(item.title)}
              onClick={() => onRestore(item)}
            >
              <Icon name="undo" small />
              {BIN.restore}
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}
