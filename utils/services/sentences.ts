import type { Mention } from '../model/mention';
import type { DocumentState } from './documents';
import { sentenceAround } from './save-article';

/** Sentences kept of one name in one article; an article that names it oftener says it oftener. */
const SENTENCES_MAX = 12;

/** The sentences of one name's mentions in reading order, each once, at most {@link SENTENCES_MAX}. */
export function sentencesOf(
  mentions: readonly Mention[],
  blocks: Pick<DocumentState, 'blocks'>['blocks'],
): string[] {
  const sentences = new Set<string>();
  for (const { block, start } of mentions) {
    const text = blocks.get(block)?.text ?? '';
    const sentence = sentenceAround(text, start);
    if (sentence !== '') sentences.add(sentence);
    if (sentences.size >= SENTENCES_MAX) break;
  }
  return [...sentences];
}
