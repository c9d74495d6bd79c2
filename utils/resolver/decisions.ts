import type { Decision } from '../model/decision';
import type { EntityId } from '../model/ids';
import type { DecisionScope, EntityProfile } from '../model/mention';
import type { PageInfo } from '../model/page';

/** What the reader said of one entity under one surface on this page. */
export interface Verdict {
  readonly verdict: Decision['verdict'];
  readonly scope: DecisionScope;
}

/** Closer scopes win over wider ones, and among equals the later decision wins. */
const CLOSENESS: Record<DecisionScope, number> = { page: 2, site: 1, everywhere: 0 };

export type Verdicts = (profile: EntityProfile, surface: string) => Verdict | null;

/**
 * Looks up the reader's decisions that hold on a page; null when none does.
 *
 * A decision about one surface wins over one about all surfaces of the same scope; a closer scope wins over both, so
 * that "always this" on a page can undo "not this" everywhere.
 */
export function verdictsFor(decisions: readonly Decision[], page: Pick<PageInfo, 'url'>): Verdicts | null {
  const host = hostOf(page.url);
  const byEntity = new Map<EntityId, Decision[]>();
  for (const decision of decisions) {
    const holds =
      decision.scope === 'everywhere' ||
      (decision.scope === 'site' ? sameHost(decision.where, host) : decision.where === page.url);
    if (!holds) continue;
    const known = byEntity.get(decision.entityId);
    if (known === undefined) byEntity.set(decision.entityId, [decision]);
    else known.push(decision);
  }
  if (byEntity.size === 0) return null;
  return (profile, surface) => {
    const all = byEntity.get(profile.id);
    if (all === undefined) return null;
    const lower = surface.toLowerCase();
    const fitting = all.filter(
      (decision) => decision.surface === '' || decision.surface.toLowerCase() === lower,
    );
    const best = fitting.reduce<Decision | null>(
      (winner, decision) => (winner === null || isCloser(decision, winner) ? decision : winner),
      null,
    );
    return best === null ? null : { verdict: best.verdict, scope: best.scope };
  };
}

function isCloser(a: Decision, b: Decision): boolean {
  const byScope = CLOSENESS[a.scope] - CLOSENESS[b.scope];
  if (byScope !== 0) return byScope > 0;
  const bySurface = Number(a.surface !== '') - Number(b.surface !== '');
  return bySurface === 0 ? a.made >= b.made : bySurface > 0;
}

function hostOf(url: string): string {
  const match = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?([^/?#:]*)/i.exec(url);
  return withoutWww(match?.[1] ?? '');
}

function sameHost(a: string, b: string): boolean {
  return b !== '' && withoutWww(a) === b;
}

function withoutWww(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}
