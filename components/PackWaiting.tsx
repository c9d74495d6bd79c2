import type { JSX } from 'preact';
import type { PackView } from '../utils/model/pack-view';
import { HeldList } from './HeldList';
import { Icon } from './Icon';
import { changeWords, LARGE_STEP, PACKS } from './pack-words';
import { PackFailures } from './PackFailures';

interface PackWaitingProps {
  readonly waiting: NonNullable<PackView['waiting']>;
  readonly isBusy: boolean;
  readonly onInstall: () => void;
  readonly onDismiss: () => void;
}

/** A release that was read and tested: what is in it, what it changes, and the choice. */
export function PackWaiting({ waiting, isBusy, onInstall, onDismiss }: PackWaitingProps): JSX.Element {
  const { changes } = waiting;
  return (
    <div class="msg packwait">
      <span class="dim">
        <Icon name="info" />
      </span>
      <div class="grow">
        <p class="what">
          <bdi>{waiting.name}</bdi> · {PACKS.version(waiting.version, waiting.updated)}
        </p>
        {waiting.description !== '' && (
          <p>
            <bdi>{waiting.description}</bdi>
          </p>
        )}
        <p class="small dim">
          <bdi>{PACKS.by(waiting.authors, waiting.licence)}</bdi>
        </p>
        <p>
          {PACKS.names(waiting.entityCount)} · {testWords(waiting)}
        </p>
        {changes !== null && (
          <p>
            {changeWords(changes)}. {changes.isLarge ? LARGE_STEP : ''}
          </p>
        )}
        {waiting.warnings.length > 0 && (
          <div class="packlist">
            <p>{PACKS.warnings}</p>
            <ul>
              {waiting.warnings.map((warning) => (
                <li key={warning}>
                  <bdi>{warning}</bdi>
                </li>
              ))}
            </ul>
          </div>
        )}
        <HeldList view={waiting} onLight={null} />
        <PackFailures failures={waiting.failures} count={waiting.failureCount} />
        <div class="btns">
          <button type="button" class="btn primary" disabled={isBusy} onClick={onInstall}>
            {changes === null ? PACKS.install : PACKS.takeUpdate}
          </button>
          <button type="button" class="btn quiet" disabled={isBusy} onClick={onDismiss}>
            {PACKS.dismiss}
          </button>
        </div>
      </div>
    </div>
  );
}

function testWords({
  testCount,
  failureCount,
}: {
  readonly testCount: number;
  readonly failureCount: number;
}): string {
  return testCount === 0 ? PACKS.noTests : PACKS.tests(testCount - failureCount, testCount);
}
