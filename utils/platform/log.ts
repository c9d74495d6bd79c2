/**
 * Says something to whoever has the console open. Never pass page text, names, note bodies, addresses or keys: an error
 * goes in as its name and message, and messages of ours hold none of these.
 */
export function logDefect(where: string, error: unknown): void {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
  console.error(`[Backgrounder] ${where}: ${what}`);
}
