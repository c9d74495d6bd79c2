import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { DraftKeeper, type DraftState } from './draft-keeper';

/** A text in editing and what keeps it. */
export interface Draft {
  readonly body: string;
  readonly state: DraftState;
  readonly change: (body: string) => void;
  readonly keeper: DraftKeeper;
}

/**
 * Text in editing that survives closing: kept when typing rests, when the page is hidden or left, and when the editor
 * goes away. Give the editor a `key` for each text.
 *
 * @param initial the text to start with
 * @param isDraft whether `initial` is a draft that was kept before
 * @param keep stores the draft; the newest one given is used
 */
export function useDraft(initial: string, isDraft: boolean, keep: (body: string) => Promise<void>): Draft {
  const [body, setBody] = useState(initial);
  const [state, setState] = useState<DraftState>(isDraft ? 'kept' : 'clean');
  const keepRef = useRef(keep);
  const [keeper] = useState(() => new DraftKeeper((text) => keepRef.current(text), setState));

  useLayoutEffect(() => {
    keepRef.current = keep;
  });
  useEffect(() => {
    const leave = (): void => void keeper.flush();
    const hide = (): void => {
      if (document.visibilityState === 'hidden') void keeper.flush();
    };
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      void keeper.flush();
    };
  }, [keeper]);

  const change = (text: string): void => {
    setBody(text);
    keeper.change(text);
  };
  return { body, state, change, keeper };
}
