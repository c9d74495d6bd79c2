import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PackConflict, PackView } from '../utils/model/pack-view';
import { formatMoment } from './dates';
import { HeldList } from './HeldList';
import { Icon } from './Icon';
import { feedWords, PACKS } from './pack-words';
import { PackConflicts } from './PackConflicts';
import { PackFailures } from './PackFailures';
import { PackWaiting } from './PackWaiting';
import { Switch } from './Switch';

interface PackRowProps {
  readonly pack: PackView;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether a job runs: one at a time. */
  readonly isBusy: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly onUpdate: () => void;
  readonly onRemove: () => void;
  readonly onInstall: () => void;
  readonly onDismiss: () => void;
  readonly onAllowHost: () => void;
  readonly onLight: (entity: string, alias: string, on: boolean) => void;
  readonly onSettle: (conflict: PackConflict, keep: 'mine' | 'theirs') => void;
}

/** One pack: what it is, where it comes from, how it does, and what is to be decided. */
export function PackRow(props: PackRowProps): JSX.Element {
  const { pack, now, isBusy } = props;
  const { release, feed } = pack;
  const [isAsking, setIsAsking] = useState(false);
  const isHere = release !== null || pack.source.type === 'bundled';
  return (
    <li class="rowl" data-pack={pack.packId}>
      <b>
        <bdi>{pack.name}</bdi>
      </b>
      <span class="d">
        {[
          ...(pack.entityCount > 0 ? [PACKS.names(pack.entityCount)] : []),
          ...(release === null ? [] : [PACKS.version(release.version, release.updated)]),
          PACKS.source(pack.source),
          ...(feed?.isSigned === true ? [PACKS.signed] : []),
        ].join(' · ')}
      </span>
      {pack.description !== '' && (
        <span class="d">
          <bdi>{pack.description}</bdi>
        </span>
      )}
      {release !== null && <Health release={release} editedCount={pack.editedCount} />}
      {pack.source.type === 'url' && (
        <span class="d">
          {feed === null || feed.checked === null
            ? PACKS.neverChecked
            : PACKS.checked(formatMoment(feed.checked, now))}
        </span>
      )}
      <div class="r">
        {pack.source.type === 'url' && release !== null && (
          <button
            type="button"
            class="btn"
            aria-label={PACKS.updateLabel(pack.name)}
            disabled={isBusy}
            onClick={props.onUpdate}
          >
            {PACKS.update}
          </button>
        )}
        {pack.source.type !== 'bundled' && release !== null && (
          <button
            type="button"
            class="btn quiet icon"
            aria-label={PACKS.removeLabel(pack.name)}
            title={PACKS.removeLabel(pack.name)}
            disabled={isBusy}
            onClick={() => setIsAsking(true)}
          >
            <Icon name="bin" />
          </button>
        )}
        {isHere && (
          <Switch
            label={PACKS.switch(pack.name, pack.isOn)}
            isOn={pack.isOn}
            isBusy={isBusy}
            onChange={props.onSwitch}
          />
        )}
      </div>
      <div class="more">
        {isAsking && (
          <div class="msg" role="alertdialog" aria-label={PACKS.removeLabel(pack.name)}>
            <div class="grow">
              <p>
                <bdi>{PACKS.sureToRemove(pack.name)}</bdi>
              </p>
              <div class="btns">
                <button
                  type="button"
                  class="btn"
                  disabled={isBusy}
                  onClick={() => {
                    setIsAsking(false);
                    props.onRemove();
                  }}
                >
                  {PACKS.remove}
                </button>
                <button type="button" class="btn quiet" onClick={() => setIsAsking(false)}>
                  {PACKS.keep}
                </button>
              </div>
            </div>
          </div>
        )}
        {feed !== null && feed.problem !== null && (
          <div class="msg">
            <span class="warn">
              <Icon name="alert" />
            </span>
            <div class="grow">
              <p>
                <bdi>{feedWords(feed.problem)}</bdi>
              </p>
              {feed.problem.code === 'no-permission' && (
                <div class="btns">
                  <button type="button" class="btn" onClick={props.onAllowHost}>
                    {PACKS.allowHost}
                  </button>
                </div>
              )}
            </div>
          </div>
        )}
        {pack.waiting !== null && (
          <PackWaiting
            waiting={pack.waiting}
            isBusy={isBusy}
            onInstall={props.onInstall}
            onDismiss={props.onDismiss}
          />
        )}
        <PackConflicts conflicts={pack.conflicts} onSettle={props.onSettle} />
        {release !== null && pack.isOn && (
          <>
            <HeldList view={release} onLight={props.onLight} />
            <PackFailures failures={release.failures} count={release.failureCount} />
          </>
        )}
      </div>
    </li>
  );
}

function Health({
  release,
  editedCount,
}: {
  readonly release: NonNullable<PackView['release']>;
  readonly editedCount: number;
}): JSX.Element {
  const { testCount, failureCount } = release;
  const isWell = failureCount === 0 && testCount > 0;
  return (
    <span class="d health">
      {testCount > 0 && (
        <span class={isWell ? 'good' : 'warn'}>
          <Icon name={isWell ? 'check' : 'alert'} small />
        </span>
      )}
      {[
        testCount === 0 ? PACKS.noTests : PACKS.tests(testCount - failureCount, testCount),
        ...(editedCount > 0 ? [PACKS.edited(editedCount)] : []),
      ].join(' · ')}
    </span>
  );
}
