import { join } from 'node:path';
import { filesIn, serve, type Server } from './serve';

/** Serves the demonstration article; its address is `<origin>/article.html`. */
export function serveDemo(projectFolder: string): Promise<Server> {
  return serve(filesIn(join(projectFolder, 'scripts', 'demo')));
}

export const DEMO_PATH = '/article.html';
