import type { JSX } from 'preact';
import type { PackRowProblem } from '../utils/model/pack';
import { Icon } from './Icon';
import { PACKS } from './pack-words';

/** What is wrong with a pack that was refused, row by row. */
export function PackProblems({ problems }: { readonly problems: readonly PackRowProblem[] }): JSX.Element {
  return (
    <div class="msg" role="alert">
      <span class="warn">
        <Icon name="alert" />
      </span>
      <div class="grow packlist">
        <p class="what">{PACKS.problems(problems.length)}</p>
        <p>{PACKS.problemsToDo}</p>
        <ul>
          {problems.map(({ row, where, message }) => (
            <li key={`${row} ${where} ${message}`}>
              <span class="grow">
                <b>{PACKS.row(row)}</b>
                {where !== '' && <code>{where}</code>} <bdi>{message}</bdi>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
