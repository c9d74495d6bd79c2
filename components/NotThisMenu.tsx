import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { DECISION_SCOPES, type DecisionScope } from '../utils/model/mention';
import { Icon } from './Icon';
import { ENTRY, SCOPE_WORDS } from './words';

interface NotThisMenuProps {
  /** The words that were lit. */
  readonly surface: string;
  readonly site: string;
  readonly onReject: (scope: DecisionScope) => void;
}

/**
 * "Not this", and the three scopes it can hold for. The menu opens in the flow, since the card's frame ends where the
 * card ends.
 */
export function NotThisMenu({ surface, site, onReject }: NotThisMenuProps): JSX.Element {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (isOpen) menu.current?.querySelector('button')?.focus();
  }, [isOpen]);

  const onMenuKey = (event: KeyboardEvent): void => {
    const items = [...(menu.current?.querySelectorAll('button') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus();
    else if (event.key === 'Escape') {
      // Esc leaves the menu only; the next one leaves the card.
      event.stopPropagation();
      setIsOpen(false);
      button.current?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        class="btn quiet"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={ENTRY.notThisLabel(surface)}
        onClick={() => setIsOpen(!isOpen)}
      >
        {ENTRY.notThis}
        <Icon name="down" small />
      </button>
      <div
        id={id}
        ref={menu}
        class="menu inline"
        role="menu"
        tabIndex={-1}
        aria-label={ENTRY.notThis}
        hidden={!isOpen}
        onKeyDown={onMenuKey}
      >
        {DECISION_SCOPES.map((scope) => (
          <button
            key={scope}
            type="button"
            role="menuitem"
            onClick={() => {
              setIsOpen(false);
              onReject(scope);
            }}
          >
            <bdi>{SCOPE_WORDS[scope](site)}</bdi>
          </button>
        ))}
      </div>
    </>
  );
}
