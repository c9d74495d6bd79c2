/**
 * Makes the one kind of element that we put on a page: a randomly named element under the root with a closed shadow root,
 * that takes no space, catches no pointer and inherits nothing. Its attributes never change after it was put in.
 *
 * @param random makes an opaque name part of letters and digits
 */
export function createPageHost(random: () => string): {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
} {
  const host = document.createElement(`x-${random()}`);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ':host{all:initial!important;position:absolute!important;top:0!important;left:0!important;width:0!important;height:0!important;pointer-events:none!important}',
  );
  root.adoptedStyleSheets = [sheet];
  return { host, root };
}
