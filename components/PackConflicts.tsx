import type { JSX } from 'preact';
import type { PackConflict } from '../utils/model/pack-view';
import { Icon } from './Icon';
import { CONFLICT } from './pack-words';

interface PackConflictsProps {
  readonly conflicts: readonly PackConflict[];
  readonly onSettle: (conflict: PackConflict, keep: 'mine' | 'theirs') => void;
}

/** Fields that both the reader and the pack changed: both values, and the choice. */
export function PackConflicts({ conflicts, onSettle }: PackConflictsProps): JSX.Element {
  return (
    <>
      {conflicts.map((conflict) => (
        <div class="msg" key={`${conflict.entityId} ${conflict.field}`}>
          <span class="dim">
            <Icon name="info" />
          </span>
          <div class="grow">
            <p class="what">
              <bdi>{CONFLICT.title(conflict.name, conflict.field)}</bdi>
            </p>
            <dl class="packdiff">
              <dt>{CONFLICT.theirs}</dt>
              <dd>
                <ins>
                  <bdi>{conflict.theirs || CONFLICT.empty}</bdi>
                </ins>
              </dd>
              <dt>{CONFLICT.yours}</dt>
              <dd>
                <bdi>{conflict.mine || CONFLICT.empty}</bdi>
              </dd>
              <dt>{CONFLICT.before}</dt>
              <dd>
                <del>
                  <bdi>{conflict.base || CONFLICT.empty}</bdi>
                </del>
              </dd>
            </dl>
            <div class="btns">
              <button type="button" class="btn" onClick={() => onSettle(conflict, 'mine')}>
                {CONFLICT.keepMine}
              </button>
              <button type="button" class="btn" onClick={() => onSettle(conflict, 'theirs')}>
                {CONFLICT.takeTheirs}
              </button>
            </div>
          </div>
        </div>
      ))}
    </>
  );
}
