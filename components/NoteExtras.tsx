import type { JSX } from 'preact';
import type { Note } from '../utils/model/note';
import { formatDay } from './dates';
import { NOTE_MORE } from './note-words';
import { OutLink } from './OutLink';

/** A note's tags and numbered sources, under its words. */
export function NoteExtras({ note }: { readonly note: Note }): JSX.Element | null {
  const { tags = [], sources = [] } = note;
  if (tags.length === 0 && sources.length === 0) return null;
  return (
    <>
      {sources.length > 0 && (
        <ol class="sourcelist small" aria-label={NOTE_MORE.sources}>
          {sources.map(({ url, title, publisher, published, quote }) => (
            <li key={`${url} ${title} ${quote}`}>
              <OutLink url={url}>
                <bdi>{title === '' ? url || publisher || quote : title}</bdi>
              </OutLink>
              <span class="dim">
                {publisher !== '' && (
                  <>
                    {' · '}
                    <bdi>{publisher}</bdi>
                  </>
                )}
                {published !== null && ` · ${formatDay(published)}`}
              </span>
              {quote !== '' && (
                <q class="mid" dir="auto">
                  {quote}
                </q>
              )}
            </li>
          ))}
        </ol>
      )}
      {tags.length > 0 && (
        <ul class="taglist small dim" aria-label={NOTE_MORE.tags}>
          {tags.map((tag) => (
            <li key={tag}>
              <bdi>#{tag}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
