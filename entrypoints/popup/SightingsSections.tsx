import type { JSX } from 'preact';
import { LastMetLine } from '../../components/LastMetLine';
import { MetList } from '../../components/MetList';
import { NamingLensTable } from '../../components/NamingLensTable';
import { READING } from '../../components/reading-words';
import { SeenWithLine } from '../../components/SeenWithLine';
import { SightingsChart } from '../../components/SightingsChart';
import type { SightingsView } from '../../utils/messaging/reading-calls';
import type { ArticleId, EntityId } from '../../utils/model/ids';

interface SightingsSectionsProps {
  readonly view: SightingsView;
  /** Whether the name stands on the page in front. */
  readonly isOnPage: boolean;
  readonly onOpenEntity: (entityId: EntityId) => void;
  readonly onOpenArticle: (articleId: ArticleId) => void;
}

/** What the reader's own articles say of one name; nothing while they say nothing. */
export function SightingsSections(props: SightingsSectionsProps): JSX.Element | null {
  const { view, isOnPage, onOpenEntity, onOpenArticle } = props;
  const isFirst = view.isOn && view.lastMet === null && isOnPage;
  if (view.articles === 0 && !isFirst) return null;
  return (
    <div class="entity">
      <section class="sec" aria-label={READING.sightings}>
        <h3>
          {READING.sightings}
          {view.articles > 0 && (
            <span class="grow">{READING.sightingsCount(view.mentions, view.articles)}</span>
          )}
        </h3>
        {view.articles > 1 && <SightingsChart months={view.months} />}
        {view.lastMet !== null && <LastMetLine lastMet={view.lastMet} />}
        {isFirst && <p class="lastmet">{READING.firstMet}</p>}
        <MetList articles={view.latest} onNames={onOpenArticle} />
      </section>
      {view.naming !== null && (
        <section class="sec">
          <h3>{READING.naming}</h3>
          <NamingLensTable lens={view.naming} />
        </section>
      )}
      {view.seenWith.length > 0 && (
        <section class="sec">
          <h3>{READING.seenWith}</h3>
          <SeenWithLine names={view.seenWith} onOpen={onOpenEntity} />
        </section>
      )}
    </div>
  );
}
