import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { POPUP } from './words';

/** Longest text that is looked through, in UTF-16 code units: about 80,000 words. */
export const PASTE_MAX = 500_000;

interface PasteBoxProps {
  readonly isBusy: boolean;
  readonly onFind: (text: string) => void;
}

/** A field for text from a page that the browser keeps to itself. Nothing of it is kept. */
export function PasteBox({ isBusy, onFind }: PasteBoxProps): JSX.Element {
  const id = useId();
  const [text, setText] = useState('');
  return (
    <form
      class="paste"
      onSubmit={(event) => {
        event.preventDefault();
        onFind(text.slice(0, PASTE_MAX));
      }}
    >
      <label class="lab" for={id}>
        {POPUP.paste}
      </label>
      <textarea
        id={id}
        class="area"
        rows={6}
        dir="auto"
        placeholder={POPUP.pasteHint}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class="btns">
        <button type="submit" class="btn" disabled={isBusy || text.trim() === ''}>
          {POPUP.find}
        </button>
        <span class="dim small">{POPUP.pasteSafe}</span>
      </div>
    </form>
  );
}
