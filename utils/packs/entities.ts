import type { Entity } from '../model/entity';
import type { Fact } from '../model/fact';
import type { EntityId, FactId, PackId } from '../model/ids';
import type { Pack, PackEntity, PackFact } from './format';

/** The id that an entity of a pack has everywhere outside it: `<pack>/<local id>`. */
export function packEntityId(pack: PackId, localId: string): EntityId {
  return `${pack}/${localId}` as EntityId;
}

/** A pack's entity as the library keeps it. */
export function toEntity(pack: PackId, entity: PackEntity): Entity {
  return {
    id: packEntityId(pack, entity.id),
    kind: entity.kind,
    name: entity.name,
    aliases: entity.aliases,
    summary: entity.summary,
    companions: entity.companions.map((id) => packEntityId(pack, id)),
    context: entity.context,
    links: entity.links,
    pack,
  };
}

/**
 * A pack entity's facts as the library keeps them, in the pack's order. A fact's id derives from what it says, so that a
 * new release that leaves a fact alone leaves its id alone.
 */
export function toFacts(pack: PackId, entity: PackEntity): Fact[] {
  const entityId = packEntityId(pack, entity.id);
  return entity.facts.map((fact) => ({ id: factId(entityId, fact), entityId, ...fact }));
}

/** Entities and facts of a whole pack, in the pack's order. */
export function packContents(pack: Pack): { entities: Entity[]; facts: Fact[] } {
  const { id } = pack.manifest;
  return {
    entities: pack.entities.map((entity) => toEntity(id, entity)),
    facts: pack.entities.flatMap((entity) => toFacts(id, entity)),
  };
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo 1991), over UTF-16 code units: two facts of one entity collide once in four billion. */
function factId(entityId: EntityId, fact: PackFact): FactId {
  let hash = 0x811c9dc5;
  for (const unit of JSON.stringify([fact.slot, fact.value, fact.from, fact.to, fact.source.url])) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  return `${entityId}#${(hash >>> 0).toString(16).padStart(8, '0')}` as FactId;
}
