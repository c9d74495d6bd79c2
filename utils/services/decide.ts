import type { Decision } from '../model/decision';
import { commit, type Library } from './library';

/** Remembers what the reader said of a name. Saying it twice says it once. */
export async function addDecision(library: Library, decision: Omit<Decision, 'made'>): Promise<void> {
  await commit(
    library,
    ['decisions'],
    async () => {
      await library.database.decisions.put({ ...decision, made: library.now() });
    },
    { marks: true },
  );
}

/** Forgets it. */
export async function removeDecision(library: Library, decision: Omit<Decision, 'made'>): Promise<void> {
  const { entityId, surface, scope, where } = decision;
  await commit(
    library,
    ['decisions'],
    async () => {
      await library.database.decisions.delete([entityId, surface, scope, where]);
    },
    { marks: true },
  );
}

/** Decisions that hold on a page: made for it, for its site, or everywhere. */
export async function decisionsFor(
  library: Library,
  page: { readonly url: string; readonly site: string },
): Promise<Decision[]> {
  return library.database.decisions.where('where').anyOf(['', page.site, page.url]).toArray();
}
