import type { JSX } from 'preact';

interface HeadwordProps {
  readonly name: string;
  /** Id that a dialog or region names as its label. */
  readonly id?: string;
}

/** An entity's name, set as in a dictionary. */
export function Headword({ name, id }: HeadwordProps): JSX.Element {
  return (
    <h2 class="hw" {...(id === undefined ? {} : { id })}>
      <bdi>{name}</bdi>
    </h2>
  );
}
