import { start } from './page.ts';

start(document, new URL('.', import.meta.url));
