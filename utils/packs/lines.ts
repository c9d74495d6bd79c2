import { PACK_LIMITS } from './limits';

/**
 * Cuts text that arrives in pieces into lines, without their ends (`\n` or `\r\n`). A line over the limit is cut off
 * after its first character too many, so that the reader can name the row while memory stays bounded.
 *
 * @yields one line after another, the last one also when the file does not end in a line end
 */
export async function* linesOf(
  chunks: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<string, void, undefined> {
  const keep = PACK_LIMITS.lineLength + 2;
  let pending = '';
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', start)) {
      yield trimEnd(pending + chunk.slice(start, Math.min(end, start + keep)));
      pending = '';
      start = end + 1;
    }
    if (pending.length < keep) pending += chunk.slice(start, start + keep);
  }
  if (pending !== '') yield trimEnd(pending);
}

function trimEnd(line: string): string {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  return text.slice(0, PACK_LIMITS.lineLength + 1);
}
