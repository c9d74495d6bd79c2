import { render, type JSX } from 'preact';
// oxlint-disable import/no-unassigned-import
import '../../../components/styles/tokens.css';
import '../../../components/styles/base.css';
import '../../../components/styles/controls.css';
import '../../../components/styles/entry.css';
import '../../../components/styles/entity.css';
import '../../../components/styles/reading.css';
import '../../../components/styles/card.css';
import '../../../components/styles/panel.css';
import '../../../components/styles/found.css';
import '../../../components/styles/pages.css';
import '../../../components/styles/sync.css';
import '../../../components/styles/packs.css';
import '../../../components/styles/library.css';

/** How a page can look to its reader. */
export const LOOKS = ['light', 'dark', 'rtl', 'large'] as const;
export type Look = (typeof LOOKS)[number];

/** A box in which components are drawn, of the size that the browser gives the real page. */
export interface Stage {
  readonly box: HTMLElement;
  readonly clear: () => void;
}

/** Draws a tree as the popup, the card or a page of its own would, under one look. */
export function stage(tree: JSX.Element, kind: 'popup' | 'card' | 'page', look: Look = 'light'): Stage {
  const root = document.documentElement;
  root.lang = look === 'rtl' ? 'ar' : 'en';
  root.dir = look === 'rtl' ? 'rtl' : 'ltr';
  root.dataset['theme'] = look === 'dark' ? 'dark' : 'light';
  root.style.fontSize = look === 'large' ? '200%' : '';
  document.title = 'Stage';
  const box = document.createElement('div');
  const widths = { popup: 'min(23.75rem, 780px)', card: 'min(22.5rem, 92vw)', page: '100%' };
  box.style.inlineSize = widths[kind];
  box.style.display = 'grid';
  if (kind === 'popup') box.style.blockSize = 'min(35rem, 600px)';
  if (kind === 'card') box.style.blockSize = '30rem';
  box.dataset['stage'] = kind;
  document.body.append(box);
  render(tree, box);
  return {
    box,
    clear: () => {
      render(null, box);
      box.remove();
      root.style.fontSize = '';
    },
  };
}

/** Waits until a condition holds; fails with its words after two seconds. */
export async function until(what: string, condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 2000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`never came true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
