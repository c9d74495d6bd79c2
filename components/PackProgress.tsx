import type { JSX } from 'preact';
import type { RunningPackJob } from '../utils/model/pack';
import { PACKS, stepWords } from './pack-words';

interface PackProgressProps {
  readonly job: RunningPackJob;
  readonly onCancel: () => void;
}

/** What a long job is at, with a way to call it off. */
export function PackProgress({ job, onCancel }: PackProgressProps): JSX.Element {
  const words = stepWords(job.step, job.done, job.total);
  return (
    <div class="packjob">
      <progress aria-label={words} {...(job.total > 0 ? { value: job.done, max: job.total } : {})} />
      <span class="grow mid">{words}</span>
      <button type="button" class="btn" onClick={onCancel}>
        {PACKS.cancel}
      </button>
    </div>
  );
}
