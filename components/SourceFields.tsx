import type { JSX } from 'preact';
import { NOTE_SOURCES_MAX, type NoteSource } from '../utils/model/note';
import { Icon } from './Icon';
import { NOTE_MORE } from './note-words';

/** A source as it is typed: its date may be half a date. */
export type TypedSource = Readonly<Record<'title' | 'url' | 'publisher' | 'published' | 'quote', string>>;

interface SourceFieldsProps {
  readonly sources: readonly TypedSource[];
  /** What a new source starts with: the page in front. */
  readonly suggested: TypedSource;
  readonly onChange: (sources: readonly TypedSource[]) => void;
}

const LIMITS = { title: 300, url: 2000, publisher: 200, published: 10, quote: 2000 } as const;
const NAMES = ['title', 'url', 'publisher', 'published', 'quote'] as const;

/** A note's sources, each with its fields. */
export function SourceFields({ sources, suggested, onChange }: SourceFieldsProps): JSX.Element {
  return (
    <>
      {sources.map((source, index) => {
        const problem = sourceProblem(source);
        return (
          // A source has no name of its own, and two may be alike: its place is all there is to tell it by.
          // oxlint-disable-next-line react/no-array-index-key
          <fieldset key={index} class="sourcefields">
            <legend class="small mid">{NOTE_MORE.source(index + 1)}</legend>
            {NAMES.map((name) => (
              <label key={name} class="lab">
                {NOTE_MORE[name]}
                <span class="field">
                  <input
                    type="text"
                    dir="auto"
                    name={name}
                    maxLength={LIMITS[name]}
                    autocomplete="off"
                    aria-invalid={problem === name}
                    value={source[name]}
                    onInput={(event) =>
                      onChange(
                        sources.map((other, at) =>
                          at === index ? { ...other, [name]: event.currentTarget.value } : other,
                        ),
                      )
                    }
                  />
                </span>
              </label>
            ))}
            {problem !== null && (
              <p class="small bad">{problem === 'url' ? NOTE_MORE.badUrl : NOTE_MORE.badDay}</p>
            )}
            <button
              type="button"
              class="btn quiet tight"
              onClick={() => onChange(sources.filter((_other, at) => at !== index))}
            >
              <Icon name="close" small />
              {NOTE_MORE.removeSource(index + 1)}
            </button>
          </fieldset>
        );
      })}
      {sources.length < NOTE_SOURCES_MAX && (
        <button type="button" class="btn quiet tight" onClick={() => onChange([...sources, suggested])}>
          <Icon name="plus" small />
          {NOTE_MORE.addSource}
        </button>
      )}
    </>
  );
}

/** Which field of a source cannot be saved as it is; null when all can. */
export function sourceProblem({ url, published }: TypedSource): 'url' | 'published' | null {
  if (!/^(?:https?:\/\/\S+)?$/iu.test(url.trim())) return 'url';
  return /^(?:\d{4}-\d{2}-\d{2})?$/.test(published.trim()) ? null : 'published';
}

/** Sources as they are kept; those without a word are left out. */
export function sourcesOf(typed: readonly TypedSource[]): NoteSource[] {
  return typed
    .map(({ title, url, publisher, published, quote }) => ({
      title: title.trim(),
      url: url.trim(),
      publisher: publisher.trim(),
      published: published.trim() === '' ? null : published.trim(),
      quote: quote.trim(),
    }))
    .filter(({ title, url, publisher, quote }) => title + url + publisher + quote !== '');
}

/** A kept source as the fields hold it. */
export function typedSource({ published, ...source }: NoteSource): TypedSource {
  return { ...source, published: published ?? '' };
}
